import type { BlockKind } from '../model/block.ts';

const named = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that hold no words of the draft. Those in a line end with the block at the latest; what was deleted is not said any more. */
export const opaqueInLine = named('code kbd samp var button select option object title head del s strike');
export const opaque = named(
  'script style pre svg math template textarea canvas iframe audio video noframes noembed noscript nav code kbd samp var button select option object title head del s strike',
);

/** What the words of an element are. Where several are open, the strongest kind counts, which stands first. */
const kinds: readonly (readonly [BlockKind, readonly string[]])[] = [
  ['heading', ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']],
  ['boilerplate', ['address']],
  ['quotation', ['blockquote']],
  ['caption', ['figcaption', 'caption']],
  ['table-cell', ['td', 'th']],
  ['list-item', ['li', 'dt', 'dd']],
];

/** What words are by the elements that are open around them, and the one that says so. */
export function kindWithin(
  isOpen: (name: string) => boolean,
): { readonly kind: BlockKind; readonly name: string } | undefined {
  for (const [kind, names] of kinds) {
    const name = names.find(isOpen);
    if (name) return { kind, name };
  }
  return undefined;
}

/** Elements that tell what their words are. */
export const telling: ReadonlySet<string> = new Set([...opaque, ...kinds.flatMap(([, names]) => names)]);

/** Elements before and behind which a block ends. */
export const breaking = named(
  'html body main article section aside header footer div p ul ol dl table thead tbody tfoot tr hr figure form fieldset details summary hgroup center pre h1 h2 h3 h4 h5 h6 address blockquote figcaption caption td th li dt dd',
);

/** Elements whose end ends others, too, whose own end may be left out. */
export const ending: ReadonlyMap<string, readonly string[]> = new Map([
  ['ul', ['li']],
  ['ol', ['li']],
  ['dl', ['dt', 'dd']],
  ['table', ['td', 'th', 'caption']],
  ['figure', ['figcaption']],
]);

/**
 * True for what stands raised in a line and points to a note: a number or a sign. Raised letters, as in "1st", are words,
 * and a number behind another one or a unit is a power.
 */
export const isNoteMark = (words: string, before = ''): boolean =>
  /^(?:\[?\d{1,3}\]?|\[[a-z]\]|[*†‡§]{1,3})$/.test(words) &&
  !/(?:\d|(?<!\p{L})(?:[cdkm]?m|ft|in|yd))\s?$/u.test(before);

/** How the elements of notes are named where nothing around them says what they are. */
export const noteId = /^(?:fn|footnote|endnote|note|cite_note)[-_:]?[\w-]{0,20}\d$/i;

/** Elements that may be evidence. */
export const marking = named('a cite sup');

/** Elements that have no end. */
export const voidElements = named('area base br col embed hr img input link meta param source track wbr');

/** True for an element that is not shown. */
export const isUnseen = (attributes: ReadonlyMap<string, string>): boolean =>
  attributes.has('hidden') ||
  /(?:^|[;\s])(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden)/i.test(attributes.get('style') ?? '');

/** Elements whose end may be left out, and which another of the same name ends. */
export const endedByNext = named('p li dt dd td th tr');

export const isNotes = (name: string, attributes: ReadonlyMap<string, string>): boolean =>
  /^(?:section|div|aside|ol|ul|footer|li)$/.test(name) &&
  /\b(?:footnotes?|endnotes?|references|reflist|doc-endnotes?|doc-footnotes?)\b/.test(
    `${attributes.get('class') ?? ''} ${attributes.get('role') ?? ''}`,
  );
