import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { endOfFrontMatter } from '../formats/front-matter.ts';
import type { Span } from '../model/span.ts';

/** A file that a draft names: a bibliography, or another part of the text, which may name some. */
export interface Declared extends Span {
  /** An `include` is part of the draft, and of a `root` the draft is a part. */
  readonly kind: 'bibliography' | 'include' | 'root';
  /** As it is written, with the ending that its language leaves out. */
  readonly path: string;
}

/** What a language writes before and around the name of a file. The group `list` holds the names. */
interface Form {
  readonly kind: Declared['kind'];
  readonly at: RegExp;
  /** Finds the names in the list; all of it is one name if absent. Its group is the name. */
  readonly names?: RegExp;
  /** Added to a name without an ending. */
  readonly ending?: string;
  /** What starts a comment on the same line. */
  readonly comment?: RegExp;
}

const commas = /([^,\s][^,]*)/g;
const quoted = /"([^"\n]+)"/g;
const tex = /(?:^|[^\\])%/;
const slashes = /(?:^|[^:])\/\//;

const latex: readonly Form[] = [
  {
    kind: 'bibliography',
    at: /\\(?:addbibresource|addglobalbib|addsectionbib)(?:\[[^\]\n]{0,200}\])?\{(?<list>[^{}\n]{1,300})\}/dg,
    comment: tex,
  },
  {
    kind: 'bibliography',
    at: /\\bibliography\{(?<list>[^{}]{1,2000})\}/dg,
    names: commas,
    ending: '.bib',
    comment: tex,
  },
  {
    kind: 'include',
    at: /\\(?:input|include|subfile)\{(?<list>[^{}\n\\#]{1,300})\}/dg,
    ending: '.tex',
    comment: tex,
  },
  { kind: 'root', at: /\\documentclass\[(?<list>[^\],\n=]{1,300}\.tex)\]\{subfiles\}/dg, comment: tex },
  { kind: 'root', at: /^%[ \t]*!T[eE]X[ \t]+root[ \t]*=[ \t]*(?<list>[^\n]{0,298}[^\s])/dgm },
];
const asciidoc: readonly Form[] = [
  { kind: 'bibliography', at: /^:bib(?:tex-file|liography-database):[ \t]+(?<list>[^\n{}]{0,300}[^\s{}])[ \t]*$/dgm },
  { kind: 'include', at: /^include::(?<list>[^[\]\n{}]{1,300}\.(?:adoc|asciidoc|asc))\[/dgm },
];
const typst: readonly Form[] = [
  {
    kind: 'bibliography',
    at: /\bbibliography\(\s{0,20}(?<list>"[^"\n]{1,300}"|\((?:[^"()]{0,20}"[^"\n]{1,300}"){1,20})/dg,
    names: quoted,
    comment: slashes,
  },
  { kind: 'include', at: /#(?:include|import)[ \t]+"(?<list>[^"\n@]{1,300}\.typ)"/dg, comment: slashes },
];
const restructuredText: readonly Form[] = [
  { kind: 'bibliography', at: /^[ \t]*\.\.[ \t]+bibliography::[ \t]+(?<list>[^\n]{0,500}\S)/dgm, names: /(\S+)/g },
  { kind: 'include', at: /^[ \t]*\.\.[ \t]+include::[ \t]+(?<list>[^\n<>]{1,300}\.(?:rst|rest|txt|inc))[ \t]*$/dgm },
];
const org: readonly Form[] = [
  { kind: 'bibliography', at: /^#\+bibliography:[ \t]*(?:"(?<list>[^"\n]{1,300})"|(?<bare>[^\s"]{1,300}))/dgim },
  { kind: 'include', at: /^#\+(?:include|setupfile):[ \t]*"?(?<list>[^"\n:]{1,300}\.org)\b/dgim },
];

const forms: Readonly<Record<string, readonly Form[]>> = {
  latex,
  tex: latex,
  asciidoc,
  typst,
  restructuredtext: restructuredText,
  org,
};

/** The bibliographies and the other parts of the text that a draft names, in order of position. */
export function declaredFiles(text: string, languageId: string): Declared[] {
  const declared = inFrontMatter(text);
  for (const { kind, at, names, ending, comment } of forms[languageId] ?? [])
    for (const { index, indices } of text.matchAll(at)) {
      const [from, to] = indices?.groups?.['list'] ?? indices?.groups?.['bare'] ?? [0, 0];
      if (comment?.test(text.slice(text.lastIndexOf('\n', index - 1) + 1, index))) continue;
      for (const { path, start, end } of namesIn(text, { start: from, end: to }, names))
        declared.push({ kind, path: ending && !/\.[A-Za-z]+$/.test(path) ? path + ending : path, start, end });
    }
  return declared.sort((a, b) => a.start - b.start);
}

function namesIn(text: string, { start, end }: Span, names: RegExp | undefined): (Span & { readonly path: string })[] {
  const list = text.slice(start, end);
  if (!names) return [{ path: list.trim(), start, end }];
  return Array.from(list.matchAll(names), ({ index, 0: whole, 1: name = whole }) => {
    const from = start + index + whole.indexOf(name);
    return { path: name.trim(), start: from, end: from + name.trimEnd().length };
  });
}

/** The YAML at the start of a draft; the same draft with another body has the same. */
let last: { readonly yaml: string; readonly declared: readonly Declared[] } = { yaml: '', declared: [] };

/** Pandoc's `bibliography:` (manual, "Specifying bibliographic data"): a name or a list of names. */
function inFrontMatter(text: string): Declared[] {
  if (!/^\uFEFF?---/.test(text)) return [];
  const yaml = text.slice(0, endOfFrontMatter(text));
  if (yaml === last.yaml) return [...last.declared];
  const declared = /^bibliography:/m.test(yaml) ? bibliographiesIn(yaml) : [];
  last = { yaml, declared };
  return [...declared];
}

function bibliographiesIn(yaml: string): Declared[] {
  const opening = yaml.indexOf('\n') + 1;
  const inside = yaml.slice(opening).replace(/(?:---|\.\.\.)[ \t]*(?:\r?\n)?$/, '');
  const { contents } = parseDocument(inside, { logLevel: 'silent', uniqueKeys: false });
  const given = isMap(contents) ? (contents.get('bibliography', true) as Node | undefined) : undefined;
  return (isSeq(given) ? given.items : [given]).flatMap((node): Declared[] =>
    isScalar(node) && typeof node.value === 'string' && node.value !== '' && node.range
      ? [{ kind: 'bibliography', path: node.value, start: opening + node.range[0], end: opening + node.range[1] }]
      : [],
  );
}

/** The references that a draft gives in its own front matter, under Pandoc's `references:`, and where their YAML starts; absent where it gives none. */
export function ownReferences(text: string): string | undefined {
  if (!/^\uFEFF?---/.test(text)) return undefined;
  const yaml = text.slice(0, endOfFrontMatter(text));
  return /^references:/m.test(yaml) ? yaml : undefined;
}
