import { numbers, shuffle } from '../fit/chance.ts';

/** What is put in the place of the sentences of a text, in order, and of the breaks between them. */
export interface Damager {
  sentence(text: string): string;
  between?(gap: string): string;
}

/** A way in which a text is harmed. The chance is the same for the same text. */
export interface Damage {
  readonly name: string;
  /** What is asked of it: `same` of a legitimate way to write, `fewer` findings of damage, `none` where no prose is left. */
  readonly expects: 'same' | 'fewer' | 'none';
  /** Sentence by sentence, so that each can be found again. */
  readonly by?: (chance: Chance) => Damager;
  /** The whole text at once, where no sentence is left. */
  readonly whole?: (text: string, chance: Chance) => string;
}

export type Chance = () => number;

/** The chance for one text. */
export const chanceFor = (text: number): Chance => numbers((text + 1) * 7919);

const each =
  (change: (sentence: string, chance: Chance) => string) =>
  (chance: Chance): Damager => ({ sentence: text => change(text, chance) });

const isParagraphBreak = (gap: string): boolean => /\n\s*\n/.test(gap);

/** Lines of at most so many columns, with words cut where they do not fit; a paragraph ends with an empty line, as before. */
const wrapped = (columns: number, cutting: boolean) => (): Damager => {
  let column = 0;
  const put = (word: string): string => {
    const space = column === 0 ? '' : ' ';
    const room = columns - column - space.length;
    if (word.length <= room) {
      column += space.length + word.length;
      return space + word;
    }
    // No fewer than three letters stay, and three go on; what is no plain word is not cut.
    const here = Math.min(room - 1, word.length - 3);
    if (cutting && here >= 3 && /^[a-z]+$/.test(word)) {
      column = word.length - here;
      return `${space}${word.slice(0, here)}-\n${word.slice(here)}`;
    }
    column = word.length;
    return `\n${word}`;
  };
  return {
    sentence: text => text.split(/\s+/).map(put).join(''),
    between: gap => {
      if (!isParagraphBreak(gap)) return '';
      column = 0;
      return gap;
    },
  };
};

/** Letters as a scanner takes them for one another. */
const lookalikes: Readonly<Record<string, string>> = {
  rn: 'm',
  m: 'rn',
  l: '1',
  I: 'l',
  O: '0',
  o: '0',
  e: 'c',
  c: 'e',
  h: 'b',
  u: 'n',
  i: 'j',
  t: 'f',
  s: '5',
  g: '9',
  B: '8',
  d: 'cl',
};

/** Of the letters such a share is misread; a fifth as many words are joined with the next or split. */
const scanned = (share: number) =>
  each((text, chance) =>
    text
      .replace(/rn|[a-zA-Z]/g, letter => (chance() < share * letter.length ? (lookalikes[letter] ?? letter) : letter))
      .replace(/[ ]|(?<=[a-z]{3})(?=[a-z]{3})/g, place => (chance() < share / 2 ? (place === ' ' ? '' : ' ') : place)),
  );

/** Prepositions that foreign writers take for one another. */
const prepositions = ['in', 'on', 'at', 'of', 'for', 'to', 'with', 'by', 'from'];
/** Endings by which an adjective is told without a tagger. */
const beforeNoun = /\b([A-Za-z]+(?:al|ous|ive|ful|ic|able|less|ary|ent))\b ([a-z]{4,}\b)/g;

const withoutArticles = each(text =>
  text.replace(/\b(?:the|an?) /gi, '').replace(/^[a-z]/, letter => letter.toUpperCase()),
);
const swapped = each(text => text.replace(beforeNoun, (_, adjective: string, noun: string) => `${noun} ${adjective}`));
const withOtherPrepositions = each((text, chance) =>
  text.replace(/\b[a-z]{2,4}\b/g, word =>
    prepositions.includes(word) ? (prepositions[Math.floor(chance() * prepositions.length)] as string) : word,
  ),
);
const doubled = each((text, chance) =>
  text.replace(/\b[a-z]+\b/g, word => (chance() < 0.05 ? `${word} ${word}` : word)),
);

/** Several ways one after the other. */
const together =
  (...ways: readonly ((chance: Chance) => Damager)[]) =>
  (chance: Chance): Damager => {
    const damagers = ways.map(way => way(chance));
    return { sentence: text => damagers.reduce((changed, damager) => damager.sentence(changed), text) };
  };

/** The bytes of UTF-8 read one by one, as Windows does: “â€œ” for an opening quotation mark; or as the plain Latin-1 of the web. */
function mojibake(text: string, isWindows: boolean): string {
  const read = Buffer.from(typographic(text), 'utf8').toString('latin1');
  return isWindows ? read.replace(/[\x80-\x9f]/g, byte => windows[byte.charCodeAt(0) - 0x80] as string) : read;
}
/** What Windows has where Latin-1 has no characters that show. */
const windows = [...'€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'];

/** As a word processor writes it, with marks that are more than one byte. */
const typographic = (text: string): string =>
  text
    .replace(/(^|[\s(—])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/'/g, '’')
    .replace(/ --? /g, ' — ');

const marks = /[.,;:!?()"“”—–]/g;
const inAnyOrder = (words: string[], chance: Chance): string[] => {
  shuffle(words, chance);
  return words;
};
const wordsOf = (text: string): string[] => text.match(/[\p{L}’']+/gu) ?? [];

const table = (row: (cells: string[]) => string) => (text: string, chance: Chance) => {
  const names = wordsOf(text).filter(word => word.length > 4);
  const cells = () => [...Array(6)].map(() => (chance() * 5000).toFixed(chance() < 0.5 ? 0 : 1));
  return names
    .filter((_, i) => i % 7 === 0)
    .map(name => row([name, ...cells()]))
    .join('\n');
};

/** Statements and calls whose names are made of the words of the text. */
function code(text: string, chance: Chance): string {
  const words = wordsOf(text.toLowerCase())
    .map(word => word.replace(/[^a-z]/g, ''))
    .filter(word => word.length > 3);
  const next = () => words[Math.floor(chance() * words.length)] ?? 'value';
  const name = () => `${next()}${next().replace(/^./, letter => letter.toUpperCase())}`;
  const lines = [
    () => `const ${name()} = ${name()}(${name()}, ${Math.floor(chance() * 100)});`,
    () => `  if (${name()}.${next()} > ${Math.floor(chance() * 1000)}) return ${name()};`,
    () => `def ${next()}_${next()}(${next()}, ${next()}=None):`,
    () => `    self.${next()} = [${next()} for ${next()} in ${next()} if ${next()} is not None]`,
    () => `SELECT ${next()}, COUNT(*) FROM ${next()} WHERE ${next()} = '${next()}' GROUP BY ${next()};`,
    () => `for (let ${next()} = 0; ${next()} < ${name()}.length; ${next()}++) {`,
    () => '}',
    () => '',
  ];
  return [...Array(Math.ceil(words.length / 6))]
    .map(() => (lines[Math.floor(chance() * lines.length)] as () => string)())
    .join('\n');
}

/** Lines of a log, whose messages have words of the text. */
function log(text: string, chance: Chance): string {
  const words = wordsOf(text.toLowerCase()).filter(word => word.length > 3);
  const next = () => words[Math.floor(chance() * words.length)] ?? 'value';
  const number = (most: number) => Math.floor(chance() * most);
  const messages = [
    () => `Failed to open ${next()}: no such file or directory`,
    () => `Connection from 10.0.${number(255)}.${number(255)} closed by ${next()} after ${number(900)} ms`,
    () => `${next()}.${next()}: ${next()} took ${number(9000)} ms, more than 95% of requests in the last 24 hours`,
    () => `Started ${next()} ${next()} with ${number(64)} workers and ${number(4096)} MB of memory`,
    () => `The ${next()} was removed because it was not used for ${number(90)} days`,
    () => `retrying ${next()} (attempt ${number(5)} of 5)`,
  ];
  return [...Array(Math.ceil(words.length / 8))]
    .map((_, i) => {
      const time = new Date(Date.UTC(2024, 4, 3, 8, 0, i * 7)).toISOString();
      const level = ['INFO', 'WARN', 'ERROR', 'DEBUG'][number(4)] as string;
      return `${time} ${level} [${next()}-${number(9)}] ${(messages[number(messages.length)] as () => string)()}`;
    })
    .join('\n');
}

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\n');
}

export const damages: readonly Damage[] = [
  { name: 'lines of 60 columns', expects: 'same', by: wrapped(60, false) },
  { name: 'the same, words cut', expects: 'same', by: wrapped(60, true) },
  { name: 'all lower case', expects: 'same', by: each(text => text.toLowerCase()) },
  { name: 'no paragraph breaks', expects: 'same', by: () => ({ sentence: text => text, between: () => ' ' }) },
  { name: 'all capitals', expects: 'fewer', by: each(text => text.toUpperCase()) },
  { name: 'no punctuation', expects: 'fewer', by: each(text => text.replace(marks, '')) },
  { name: 'neither, lower case', expects: 'fewer', by: each(text => text.replace(marks, '').toLowerCase()) },
  { name: 'scanned, 1 %', expects: 'fewer', by: scanned(0.01) },
  { name: 'scanned, 3 %', expects: 'fewer', by: scanned(0.03) },
  { name: 'scanned, 6 %', expects: 'fewer', by: scanned(0.06) },
  { name: 'scanned, 12 %', expects: 'fewer', by: scanned(0.12) },
  { name: 'no articles', expects: 'fewer', by: withoutArticles },
  { name: 'adjective after noun', expects: 'fewer', by: swapped },
  { name: 'other prepositions', expects: 'fewer', by: withOtherPrepositions },
  { name: 'doubled words', expects: 'fewer', by: doubled },
  {
    name: 'all of a translation',
    expects: 'fewer',
    by: together(withoutArticles, swapped, withOtherPrepositions, doubled),
  },
  { name: 'mojibake, Windows', expects: 'fewer', by: each(text => mojibake(text, true)) },
  { name: 'mojibake, Latin-1', expects: 'fewer', by: each(text => mojibake(text, false)) },
  {
    name: 'shuffled in sentences',
    expects: 'fewer',
    by: each((text, chance) => inAnyOrder(text.split(/\s+/), chance).join(' ')),
  },
  {
    name: 'shuffled, with stops',
    expects: 'fewer',
    by: each((text, chance) => {
      const sentence = inAnyOrder(wordsOf(text), chance).join(' ').toLowerCase();
      return `${sentence.replace(/^./, letter => letter.toUpperCase())}.`;
    }),
  },
  {
    name: 'wholly shuffled',
    expects: 'none',
    whole: (text, chance) => inAnyOrder(text.split(/\s+/), chance).join(' '),
  },
  { name: 'list of words', expects: 'none', whole: text => [...new Set(wordsOf(text))].sort().join('\n') },
  { name: 'words with commas', expects: 'none', whole: text => [...new Set(wordsOf(text))].sort().join(', ') },
  { name: 'table of numbers', expects: 'none', whole: table(cells => cells.join('\t')) },
  { name: 'table with commas', expects: 'none', whole: table(cells => cells.join(',')) },
  { name: 'source code', expects: 'none', whole: code },
  { name: 'log', expects: 'none', whole: log },
  { name: 'base64', expects: 'none', whole: base64 },
];
