import { formatOf, languages } from '../formats/languages.ts';
import type { PlaceholderNeed } from '../model/finding.ts';
import { placeholderNeeds, saidIn, wordsFor } from './placeholder.ts';
import { placeholderStyles, type Standing, type Written, writerOf } from './placeholder-styles.ts';

/** A desk's own wording of a placeholder, which was read back as one in each of its languages, whatever it is filled with. */
export interface PlaceholderTemplate {
  readonly text: string;
  /** Identifiers of the languages in which it is used; the others keep to the style. */
  readonly languages: ReadonlySet<string>;
}

/** The templates by what they ask for; `*` stands for all that have none of their own. */
export type PlaceholderTemplates = Readonly<Partial<Record<PlaceholderNeed | '*', PlaceholderTemplate>>>;

/** What a template is filled with. */
export interface TemplateValues {
  /** The words of the sentence, as its source has them. */
  readonly claim: string;
  /** "May 2026". */
  readonly date: string;
  readonly n: number;
}

export const templateVariables = ['claim', 'kind', 'date', 'n'] as const;
type TemplateVariable = (typeof templateVariables)[number];

/** What templates may be given for. */
export const templateNeeds = [...placeholderNeeds, '*'] as const;

/** Longest words of a claim in a placeholder, in UTF-16 code units; the readers of marks take 200 at most with all that stands around them. */
const longestClaim = 60;
const longestTemplate = 120;

/** A need's placeholder by its template; undefined where none is for it in this language. */
export function writeTemplate(
  templates: PlaceholderTemplates,
  need: PlaceholderNeed,
  languageId: string,
  values: TemplateValues,
): Written | undefined {
  const template = templates[need] ?? templates['*'];
  if (!template?.languages.has(formatOf(languageId).id)) return undefined;
  const text = filled(template.text, need, values);
  const says = saidIn(text, wordsFor(need));
  return { text, standing: standingOf(template.text), ...(says ? { says } : {}) };
}

/** Finds the numbers that templates gave to a placeholder; undefined where no template numbers anything. */
export function templateNumbers(templates: PlaceholderTemplates): ((placeholder: string) => number[]) | undefined {
  const numbered = Object.values(templates).flatMap(({ text }) => {
    const [before = '', behind] = text.split('${n}', 2);
    return behind === undefined ? [] : [new RegExp(`${patternOf(before)}(\\d{1,6})${patternOf(behind)}`)];
  });
  if (numbered.length === 0) return undefined;
  return placeholder => numbered.flatMap(pattern => Number(pattern.exec(placeholder)?.[1] ?? []));
}

/** What a part of a template may have become. */
const patternOf = (part: string): string =>
  part
    .split(/\$\{\w+\}/)
    .map(literal => literal.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('.{0,80}?');

/** Reads templates given from outside: those that will not do are left out and named in `problems`, each a full sentence. */
export function resolveTemplates(given: Readonly<Record<string, unknown>>, problems: string[]): PlaceholderTemplates {
  const resolved: Partial<Record<PlaceholderNeed | '*', PlaceholderTemplate>> = {};
  for (const [key, text] of Object.entries(given)) {
    const need = templateNeeds.find(known => known === key);
    const where = `“sayswho.placeholderTemplates.${key}”`;
    if (!need) {
      problems.push(
        `“${key}” in “sayswho.placeholderTemplates” is nothing that a placeholder asks for; known are ${templateNeeds.join(', ')}.`,
      );
      continue;
    }
    const problem = typeof text === 'string' ? problemOf(text) : `must be a text, not ${JSON.stringify(text)}`;
    if (problem !== undefined || typeof text !== 'string') {
      problems.push(`${where} ${problem}; the style is used.`);
      continue;
    }
    const readIn = languagesOf(text, need);
    if (readIn.size > 0) resolved[need] = { text, languages: readIn };
    else
      problems.push(
        `${where} would not be known again as a placeholder in any language; write it like “[citation needed: \${claim}]”, “[TK: \${claim}]”, “{{citation needed|date=\${date}}}”, “<!-- \${kind}: \${claim} -->” or “\\todo{\${kind}: \${claim}}”; the style is used.`,
      );
  }
  return resolved;
}

/** What is wrong with a template by itself: the rest of a sentence about it. */
function problemOf(template: string): string | undefined {
  if (template.trim() === '') return 'is empty';
  if (/[\r\n\u2028\u2029]/.test(template)) return 'has a line break, which would part the paragraph that it stands in';
  if (template !== template.trim()) return 'starts or ends with a space, which the place decides';
  if (template.length > longestTemplate)
    return `has ${template.length} characters; the longest that is known again has ${longestTemplate}`;
  if (/^\[[\^#]/.test(template)) return 'leads to a note that nothing defines; the style `footnote` defines one';
  const unknown = [...template.matchAll(/\$\{([^}]*)\}?/g)].find(
    ([whole, name]) => !whole.endsWith('}') || !templateVariables.some(known => known === name),
  );
  if (unknown)
    return `has the unknown variable “${unknown[0]}”; known are ${templateVariables.map(name => `\${${name}}`).join(', ')}`;
  const open = unclosedIn(template.replace(/\$\{\w+\}/g, ''));
  return open && `opens or closes “${open}” without its other half`;
}

const closers: Readonly<Record<string, string>> = {
  '<!--': '-->',
  '{>>': '<<}',
  '/*': '*/',
  '[': ']',
  '{': '}',
  '(': ')',
};

/** The first mark that has no other half, or that closes across another. */
function unclosedIn(template: string): string | undefined {
  const open: string[] = [];
  for (const [mark] of template.matchAll(/<!--|-->|\{>>|<<\}|\/\*|\*\/|[[\]{}()]/g))
    if (closers[mark]) open.push(mark);
    else {
      const opener = open.pop();
      if (opener === undefined || closers[opener] !== mark) return opener ?? mark;
    }
  return open.at(-1);
}

/** Marks that a language either knows or prints as they are. */
const special = /^(?:\{\{|\{>>|<!--|<sup>|@@comment:|\[@)/;

/** The languages whose readers find the template, filled with the least and with the most, as one open placeholder. */
function languagesOf(template: string, need: PlaceholderNeed | '*'): ReadonlySet<string> {
  const opener = special.exec(template)?.[0];
  const needs = need === '*' ? placeholderNeeds : [need];
  const most: TemplateValues = { claim: 'x'.repeat(longestClaim), date: 'September 2026', n: 999_999 };
  const fits = (languageId: string): boolean =>
    opener === undefined ||
    placeholderStyles.some(style => writerOf(style, languageId)(wordsFor('source')).text.startsWith(opener));
  const isReadBack = (mark: string, blocks: (typeof languages)[number]['blocks']): boolean => {
    const before = 'Trade fell in May';
    const text = `${before}${standingOf(template) === 'attached' ? '' : ' '}${mark} at once.\n`;
    const from = text.indexOf(mark, before.length);
    const marks = blocks(text).flatMap(({ evidence, span }) =>
      evidence.map(({ kind, start, end }) => ({ kind, start: span.start + start, end: span.start + end })),
    );
    const [only, ...others] = marks;
    return (
      only?.kind === 'placeholder' && others.length === 0 && only.start === from && only.end === from + mark.length
    );
  };
  return new Set(
    languages
      .filter(
        ({ id, blocks }) =>
          fits(id) &&
          needs.every(
            asked =>
              isReadBack(filled(template, asked, most), blocks) &&
              isReadBack(filled(template, asked, { claim: 'x', date: 'May 2026', n: 1 }), blocks),
          ),
      )
      .map(({ id }) => id),
  );
}

function filled(template: string, need: PlaceholderNeed, { claim, date, n }: TemplateValues): string {
  const values: Readonly<Record<TemplateVariable, string>> = {
    claim: plainWords(claim),
    kind: wordsFor(need).long,
    date,
    n: String(n),
  };
  return template.replace(/\$\{(\w+)\}/g, (_, name: TemplateVariable) => values[name]);
}

/** Words without anything that a language may take for markup, so that they can neither end a mark nor start another. */
function plainWords(source: string): string {
  const words = source
    .slice(0, 1000)
    .replace(/(?:https?:\/\/|www\.)\S+/gi, ' ')
    .replace(/\\?%/g, ' per cent ')
    .replace(/[^\p{L}\p{M}\p{N}.,;:!?'’‘“”–—€£-]+/gu, ' ')
    .replace(/-{2,}/g, '–')
    .replace(/(?<![\p{L}\p{N}])TK(?![\p{L}\p{N}])/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?])/g, '')
    .replace(/^[\s.,;:!?'’”–—-]+|[\s.,;:–—-]+$/gu, '');
  if (words === '') return '…';
  if (words.length <= longestClaim) return words;
  const cut = words.slice(0, longestClaim - 1);
  return `${cut
    .slice(0, Math.max(cut.lastIndexOf(' '), longestClaim / 2))
    .trimEnd()
    .replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Notes stand by the word, citations in front of the stop, and everything else apart, as the styles of that form do. */
function standingOf(template: string): Standing {
  if (
    /^(?:<sup|<ref|\\(?:footnote|todo|textsuperscript)|#(?:footnote|todo|super)|footnote:|\[fn:|\^|\{>>)/.test(template)
  )
    return 'attached';
  return /^(?:\[@|\\\w*cite|\[?:?cite[:/]|#cite|<cite)/.test(template) ? 'inside' : 'apart';
}
