import { parseArgs } from 'node:util';
import { type Figure, figure, figureOf, print, printMachine, spent } from './benchmark.ts';

const help = `npm run bench:bibliography
Makes a bibliography of 20,000 entries in each format, and prints in milliseconds of the processor how long it takes to read one, how
long reading holds up a keystroke at most, how long it takes to complete a key, and to find the key that an unknown one was meant to be.`;

const { values: options } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
if (options.help) {
  console.log(help);
  process.exit();
}

const { check, defaultSettings, keyBeingTyped, read, searchLibrary, searchSteps } = await import(
  '../server/core/index.ts'
);
const { bibliographySteps, readBibliography } = await import('../server/core/bibliography/readers.ts');
type Format = Parameters<typeof readBibliography>[1];

const count = 20_000;
const families = ['Lindqvist', 'M{\\"u}ller', 'de la Cruz', "O'Brien", "Nov{\\'a}k", 'Smith', 'Okafor', 'Tanaka'];
const words = ['Dams', 'Harbours', 'Walls', 'Rivers', 'Taxes', 'Schools', 'Rents', 'Wages', 'Trade', 'Water'];
const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const numbers = Array.from({ length: count }, (_, i) => i);

const bibtex = numbers
  .map(
    i => `@article{${pick(families, i).replace(/\W/g, '').toLowerCase()}${1950 + (i % 75)}-${i},
  author    = {${pick(families, i)}, Ann and ${pick(families, i * 7 + 3)}, Bo},
  title     = {On {${pick(words, i)}} and ${pick(words, i * 3 + 1)}, Part ${i}},
  journal   = {Journal of ${pick(words, i * 5 + 2)}},
  year      = {${1950 + (i % 75)}}, volume = {${i % 40}}, pages = {${i}--${i + 20}},
  doi       = {10.1000/${i}},
  abstract  = {${`We look at ${pick(words, i)} and find what was found before. `.repeat(5)}},
}
`,
  )
  .join('\n');
const items = numbers.map(i => ({
  id: `key${i}`,
  type: 'article-journal',
  title: `On ${pick(words, i)}, Part ${i}`,
  author: [{ family: pick(words, i * 3), given: 'Ann' }],
  issued: { 'date-parts': [[1950 + (i % 75)]] },
  'container-title': `Journal of ${pick(words, i * 5)}`,
}));
const yaml = `references:\n${items
  .map(
    ({ id, type, title, author }) =>
      `- id: ${id}\n  type: ${type}\n  title: ${title}\n  author:\n  - family: ${author[0]?.family}\n    given: Ann\n  issued:\n  - year: 2001\n`,
  )
  .join('')}`;
const texts: readonly (readonly [name: string, format: Format, text: string, target?: number])[] = [
  ['BibTeX', 'bibtex', bibtex, 2000],
  ['CSL-JSON', 'csl-json', JSON.stringify(items, undefined, 1)],
  ['CSL-YAML', 'yaml', yaml],
];

/** The longest that anybody waits while a bibliography is read. */
function longestStep(text: string, format: Format): number {
  const steps = bibliographySteps(text, format);
  let longest = 0;
  for (let isDone = false; !isDone; )
    longest = Math.max(
      longest,
      spent(() => (isDone = steps.next().done === true)),
    );
  return longest;
}

const { entries } = readBibliography(bibtex, 'bibtex');
const library = () => ({ entries: new Map(entries.map(entry => [entry.key, entry])), complete: true, declared: true });
const ready = library();
[...searchSteps(ready)];
const typed = ['', 's', 'smi', 'smith19', 'dams', 'mul', 'zzz', 'journal'];
const complete = (query: string): number => {
  const draft = `${'Words and words. '.repeat(5000)}[@${query}`;
  return spent(() => {
    const span = keyBeingTyped(draft, draft.length, 'markdown');
    if (span) searchLibrary(ready, draft.slice(span.start, span.end), 200);
  });
};
const unknown = (i: number) => read(`We agree [@smiht1955-${i}] at last.`, 'markdown');
const drafts = numbers.slice(0, 30).map(unknown);

const figures: Figure[] = [
  ...texts.flatMap(([name, format, text, target]) => [
    figure(
      `read ${name}, ${(text.length / 1e6).toFixed(1)} MB`,
      5,
      () => spent(() => readBibliography(text, format)),
      target,
    ),
    figure(`longest step, ${name}`, 3, () => longestStep(text, format)),
  ]),
  figure('make ready to be searched', 5, () => spent(() => [...searchSteps(library())])),
  figureOf('complete a key', Array.from({ length: 15 }, () => typed.map(complete)).flat(), 30),
  figureOf(
    'check a draft with an unknown key',
    drafts.map(draft => spent(() => check(draft, defaultSettings, { library: ready }))),
  ),
];
print(figures);
printMachine();
