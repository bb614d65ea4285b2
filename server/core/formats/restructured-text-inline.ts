import type { InlineRule, InlineSyntax } from './inline-rules.ts';

/** Roles whose words are code, formulas or names in code. */
const opaqueRoles =
  'code|math|raw|kbd|file|samp|command|envvar|eq|numref|index|func|class|meth|mod|attr|data|exc|obj|(?:py|c|cpp|js|rst|std):\\w{1,20}';

const rules: readonly InlineRule[] = [
  { at: /``[^\n]{1,500}?``/y },
  // Citations, notes and links are evidence.
  {
    at: /:(?:foot|full)?cite(?::\w{1,20}){0,2}:`(?<target>[^`]{1,500})`/dy,
    is: 'citation',
    keys: /(?<=^|[,;])\s*(?:\{[^{}]{0,200}\})?\s*([^\s,;{}]+)/g,
  },
  { at: /\[(?<target>\d{1,4}|#[\w.-]{0,60}|\*)\]_/dy, is: 'footnote', labelled: true },
  { at: /\[(?<target>[\p{L}\w.-]{1,60})\]_/duy, is: 'citation', labelled: true },
  { at: /`(?<words>[^`<\\]{1,500}?)\s{0,10}<(?<target>[^>`]{1,2000})>`__?/dy, is: 'link' },
  { at: /`(?<words>(?<target>[^`]{1,500}))`_(?![\p{L}\p{N}_])/duy, is: 'link', labelled: true },
  { at: /`(?<words>(?<target>[^`]{1,500}))`__(?![\p{L}\p{N}_])/duy, is: 'link' },
  { at: new RegExp(String.raw`:(?:${opaqueRoles}):\`[^\`]{1,500}\``, 'y') },
  // Any other role, such as a reference by title.
  { at: /(?::[\w.+-]{1,40}){1,2}:`(?<words>[^`<]{1,500}?)\s{0,10}(?:<[^>`]{1,500}>)?`/dy },
  {
    at: /(?<=(?<![\p{L}\p{N}])(?<target>[\p{L}\p{N}](?:[-.+:_]?[\p{L}\p{N}]){0,60}))_(?![\p{L}\p{N}_])/duy,
    is: 'link',
    labelled: true,
  },
  {
    at: /(?<=(?<![\p{L}\p{N}])(?<target>[\p{L}\p{N}](?:[-.+:_]?[\p{L}\p{N}]){0,60}))__(?![\p{L}\p{N}_])/duy,
    is: 'link',
  },
  { at: /_`|`/y },
  { at: /\|(?=\S)[^|\n]{1,200}\|_{0,2}/y },
  { at: /\\\s/y },
  { at: /\\(\S)/uy, reads: ([, character]) => character },
  { at: /\*\*/y },
  { at: /(?<![\p{L}\p{N}])\*(?=\S)|(?<=\S)\*(?![\p{L}\p{N}])/uy },
  // Two colons at the end of a paragraph announce code, and read as one.
  { at: /::(?=\s*$)/y, reads: ':' },
];

/** reStructuredText inside a block. */
export const restructuredTextInline: InlineSyntax = { trigger: /[`:[|\\*_]/gu, rules };
