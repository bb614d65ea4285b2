import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatOfFile, languages } from '../../../server/core/index.ts';
import type { RawBlock } from '../../../server/core/model/block.ts';

const folder = join(import.meta.dirname, 'drafts');
const drafts = readdirSync(folder)
  .filter(name => !name.endsWith('.blocks.txt'))
  .map(name => ({
    language: formatOfFile(name.replace(/\.draft$/, '')),
    text: readFileSync(join(folder, name), 'utf8'),
  }));

/** What readers read in other characters than the source has: one or two characters, or a line break. */
const longestReading = 5;

/** What is wrong with the blocks that were read; gathered and not expected one by one, since there may be thousands. */
function problemsOf(text: string, blocks: readonly RawBlock[]): string[] {
  const problems: string[] = [];
  const must = (holds: boolean, what: string) => {
    if (!holds) problems.push(what);
  };
  let end = 0;
  for (const { span, prose, evidence, level } of blocks) {
    const length = span.end - span.start;
    const source = text.slice(span.start, span.end);
    must(span.start >= end && length > 0, `The block at ${span.start} does not follow the one before it.`);
    must(level <= 6, `The block at ${span.start} has the level ${level}.`);
    end = span.end;
    let inProse = 0;
    let inSource = 0;
    for (const run of prose.runs) {
      must(run.prose === inProse && run.source >= inSource, `A run of the block at ${span.start} is out of order.`);
      inProse += run.proseLength;
      inSource = run.source + run.length;
      const words = prose.text.slice(run.prose, inProse);
      const stands = source.slice(run.source, inSource);
      must(stands === words || words.length <= longestReading, `“${stands}” reads “${words}”.`);
    }
    must(inProse === prose.text.length && inSource <= length, `The runs do not cover the block at ${span.start}.`);
    let last = 0;
    for (const mark of evidence) {
      must(
        mark.start >= last && mark.end > mark.start && mark.end <= length,
        `The ${mark.kind} at ${mark.start} of the block at ${span.start} is out of place.`,
      );
      last = mark.start;
    }
  }
  must(end <= text.length, 'The last block ends behind the text.');
  return problems;
}

const expectSound = (text: string, blocks: readonly RawBlock[]) => expect(problemsOf(text, blocks)).toEqual([]);

const pieces = fc.constantFrom(
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '*',
    '_',
    '`',
    '```',
    '$',
    '$$',
    '"',
    '|',
    '#',
    '@',
    '&',
    '\\',
    '/',
    '=',
    ':',
  ],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '\u0000',
    '\ud800',
    '\udc00',
    '\u202e',
    '\u200b',
    '\ufeff',
    'e\u0301',
    '😀',
    '漢',
  ],
  ...[
    '<!--',
    '-->',
    '{{',
    '}}',
    '[[',
    ']]',
    '\\begin{quote}',
    '\\end{quote}',
    '\\begin{verbatim}',
    '\\section{',
    '\\footnote{',
  ],
  ...[
    '#+begin_src',
    '#+begin_quote',
    ':END:',
    '----',
    '|===',
    '____',
    '.. note::',
    '::',
    '#figure(',
    '#quote(block: true)[',
  ],
  ...[
    '<ref>',
    '</ref>',
    '<p>',
    '<pre>',
    '<script>',
    '</li>',
    '{|',
    '|}',
    '[^1]:',
    ':::',
    '---',
    '//',
    '/*',
    '%',
    '&amp;',
  ],
);
const edit = fc.record({ at: fc.nat(4000), length: fc.nat(30), insert: fc.array(pieces, { maxLength: 4 }) });

describe.each(drafts.map(draft => [draft.language.id, draft] as const))('%s', (_, { language, text }) => {
  test('a draft that somebody is typing in is read soundly at every moment', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), fc.boolean(), (edits, windows) => {
        let edited = windows ? text.replaceAll('\n', '\r\n') : text;
        for (const { at, length, insert } of edits) {
          const start = at % (edited.length + 1);
          edited = edited.slice(0, start) + insert.join('') + edited.slice(start + length);
        }
        expectSound(edited, language.blocks(edited));
      }),
      { numRuns: 150, seed: 20261123 },
    );
  });

  test('line breaks of Windows change nothing but themselves', () => {
    const read = (source: string) =>
      language.blocks(source).map(({ kind, prose }) => [kind, prose.text.replace(/\s+/g, ' ')]);
    expect(read(text.replaceAll('\n', '\r\n'))).toEqual(read(text));
  });
});

const nested = 10_000;
const openings = [
  ...['{', '[', '(', '<', '*', '_', '`', '$', '"', '~', '|', '#', '=', '\\', '&', '@', '^', '!', ':', '%', '/'],
  ...[
    '> ',
    '- ',
    '* ',
    '**a ',
    '_a ',
    '[[',
    '{{',
    '<!--',
    '<a:',
    '[a](',
    '[a]("',
    '![',
    '^[',
    '[@',
    '[TK:',
    '$a',
    '``a',
    '<b>',
    '<ref>',
    '<pre>',
  ],
  ...[
    '</b>',
    '\\begin{quote}',
    '\\begin{verbatim}\n',
    '\\end{a}',
    '\\footnote{',
    '\\section{',
    '\\cite[',
    '\\[',
    '$$',
    '\\verb|',
  ],
  ...[
    '#+begin_src\n',
    '#+begin_quote\n',
    '[fn:a:',
    '=a',
    '----\n\n',
    '____\n',
    '|===\n\n',
    '[quote]\n',
    'footnote:[',
    '<<a',
  ],
  ...[
    '.. note::\n\n',
    '`a <',
    ':a:`',
    '#figure(',
    '#footnote[',
    '#let a = (',
    '/*',
    '```a\n\n',
    '{|\n',
    'a::\n\n',
    ': a\n',
    '<li>',
    '<sup>',
    '<a href=x>',
  ],
];

/** Languages that share a reader are read once. */
const readers = languages.filter(
  (language, index) => languages.findIndex(({ blocks }) => blocks === language.blocks) === index,
);

describe.each(readers.map(language => [language.id, language] as const))('%s', (_, language) => {
  test('whatever is opened ten thousand times and never closed is read', () => {
    for (const opening of openings) {
      const text = `${opening.repeat(nested)}words\n\nMore words.`;
      expectSound(text, language.blocks(text));
    }
  }, 30_000);

  test('names that every object of JavaScript has are names like any other', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'valueOf']) {
      const inline = `<${name} ${name}="a">x</${name}> [^${name}] [@${name}] @${name} [[${name}]] #${name}(a)[b] :${name}:\`a\` ${name}:[a] {{${name}|a}} \\${name}{a} &${name}; \`${name}\`_ [fn:${name}] <ref name=${name}/>`;
      const ofBlocks = `<div>\n</${name}>\n</div>\n\n[^${name}]: a\n\n.. ${name}:: a\n\n#+${name}: a\n\n:${name}: a\n\n\\begin{${name}}a\\end{${name}}\n\n${name}::[a]`;
      const text = `${inline}\n\n${ofBlocks}\n\nThe dam will hold.`;
      expectSound(text, language.blocks(text));
    }
  });

  test('a megabyte on one line is read', () => {
    const text = 'Experts say that the dam will hold [so] far. '.repeat(23_000);
    const blocks = language.blocks(text);
    expectSound(text, blocks);
    expect(blocks.map(({ prose }) => prose.text.length).reduce((a, b) => a + b, 0)).toBeGreaterThan(text.length * 0.8);
  });

  test('twice the text has twice the blocks and runs', () => {
    const draft = drafts.find(({ language: { blocks } }) => blocks === language.blocks)?.text;
    const text = `${(draft ?? 'Experts say.\n\nThe dam will hold.').replace(/\\(?:begin|end)\{document\}|^---[\s\S]*?---/g, '')}\n\n`;
    const count = (source: string) => {
      const blocks = language.blocks(source);
      return { blocks: blocks.length, runs: blocks.flatMap(({ prose }) => prose.runs).length };
    };
    const four = count(text.repeat(4));
    const eight = count(text.repeat(8));
    expect(eight.blocks / four.blocks).toBeCloseTo(2, 0);
    expect(eight.runs / four.runs).toBeCloseTo(2, 0);
  });
});
