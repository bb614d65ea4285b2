import type { Span } from '../model/span.ts';

/** Where a writer types a citation key, by the text before the cursor. The group is what there is of the key. */
const pandoc = [/(?<![\p{L}\p{N}_/])@\{?((?:[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]{0,100})?)$/u];
const latex = [
  /\\[a-zA-Z]{0,20}cite[a-zA-Z]{0,20}\*?(?:\[[^\]]{0,200}\]){0,2}\{(?:[^{}]{0,500},)?\s*([^{},\s]{0,100})$/,
];

const forms: Readonly<Record<string, readonly RegExp[]>> = {
  markdown: pandoc,
  mdx: pandoc,
  quarto: pandoc,
  rmd: pandoc,
  latex,
  tex: latex,
  asciidoc: [/cite[a-z]{0,10}:{1,2}[\w,:-]{0,200}\[(?:[^\]]{0,500},)?\s*([^\],()\s]{0,100})$/],
  restructuredtext: [/:(?:foot|full)?cite(?::\w{1,20}){0,2}:`(?:[^`]{0,500}[,\s])?([^`,\s]{0,100})$/],
  org: [
    /\[cite(?:\/[\w/-]{0,20})?:[^\]]{0,500}@([^\s;\]]{0,100})$/,
    /(?:^|[^\w/])(?:auto|foot|paren|text|no)?cite[a-z]{0,10}\*?:(?:[\w:.&-]{1,200},)?&?([\w:.-]{0,100})$/,
  ],
  typst: [
    /(?<![\p{L}\p{N}])@((?:[\p{L}_][\p{L}\p{N}_:.-]{0,100})?)$/u,
    /#cite\(<([^<>)\s]{0,100})$/,
    /#cite\(label\("([^"]{0,100})$/,
  ],
};

/** What, typed in some language, may be followed by a citation key. */
export const keyTriggers = ['@', '{', ',', ':', '`', '<', '['] as const;

/** As far back a citation is looked for. */
const reach = 800;

/** What there is of the citation key that is typed at a place; undefined where none belongs. */
export function keyBeingTyped(text: string, at: number, languageId: string): Span | undefined {
  const from = Math.max(0, at - reach);
  const before = text.slice(from, at);
  for (const form of forms[languageId] ?? []) {
    const typed = form.exec(before)?.[1];
    if (typed !== undefined) return { start: at - typed.length, end: at };
  }
  return undefined;
}
