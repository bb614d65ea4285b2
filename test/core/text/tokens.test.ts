import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownBlocks } from '../../../server/core/formats/markdown.ts';
import { plainProse, sourceSpan } from '../../../server/core/model/prose.ts';
import { tokenize } from '../../../server/core/text/tokens.ts';

const tokens = (text: string) => tokenize(plainProse(text));

test.each([
  ['Pakistan’s army', 'Pakistan|’s|army'],
  ["Don't say so-called", "Don't|say|so-called"],
  ['The U.S. and J. K. Roe', 'The|U.S.|and|J.|K.|Roe'],
  ['the U.S government', 'the|U.S|government'],
  ['a Ph.D. at 5 p.m. in D.C.', 'a|Ph.D.|at|5|p.m.|in|D.C.'],
  ['$1,200.50 or 40% in the 1980s', '$|1,200.50|or|40|%|in|the|1980s'],
  ['“Yes”—he said...', '“|Yes|”|—|he|said|...'],
  ['naïve café, Zoë’s', 'naïve|café|,|Zoë|’s'],
  ['cafe\u0301 ole\u0301', 'cafe\u0301|ole\u0301'],
  ['emoji 🙂 end', 'emoji|🙂|end'],
  ['👩🏽‍🚀👨‍👩‍👧 🇫🇷🇩🇪 1️⃣ ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👩🏽‍🚀|👨‍👩‍👧|🇫🇷|🇩🇪|1️⃣|❤️|🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['in 東京都 and ab漢字cd', 'in|東|京|都|and|ab|漢|字|cd'],
  ['서울 시장', '서울|시장'],
  ['Read https://halden.example/a_(b)?c=1. Now', 'Read|https://halden.example/a_(b)?c=1|.|Now'],
  ['(see www.halden.example/news)', '(|see|www.halden.example/news|)'],
  ['Halden.com said so', 'Halden.com|said|so'],
  ['mail anna.lind@halden.example, now', 'mail|anna.lind@halden.example|,|now'],
  ['@halden is no address', '@|halden|is|no|address'],
  ['on 12/05/2025, 2025-05-12 and 12.5.2025', 'on|12/05/2025|,|2025-05-12|and|12.5.2025'],
  ['at 5:30 or 12:05:30', 'at|5:30|or|12:05:30'],
  ['at 5pm, 3rd, £2bn', 'at|5pm|,|3rd|,|£|2bn'],
  ['at 7.30pm and 5:30pm', 'at|7.30pm|and|5:30pm'],
  ['1.5x, 20,000sq ft, $1.2M', '1.5x|,|20,000sq|ft|,|$|1.2M'],
  ['It costs 3.50.No more', 'It|costs|3.50|.|No|more'],
  ['by 3-to-1, not 3-1', 'by|3-to-1|,|not|3|-|1'],
  ['9/11 and 1/2', '9/11|and|1/2'],
  ['.25 of it', '.25|of|it'],
  ['a 15-year lease, COVID-19', 'a|15|-|year|lease|,|COVID-19'],
  ['the ’90s, rock ’n’ roll, ’tis', 'the|’90s|,|rock|’n’|roll|,|’tis'],
  ['the boys’ room, O’Brien', 'the|boys|’|room|,|O’Brien'],
  ['“Dune”’s end, the 1980’s', '“|Dune|”|’s|end|,|the|1980|’s'],
  ['c. 1850, p. 12, No. 5, but no. Nobody', 'c.|1850|,|p.|12|,|No.|5|,|but|no|.|Nobody'],
  ['Boston, Mass. and a mass. Gen. Lind', 'Boston|,|Mass.|and|a|mass|.|Gen.|Lind'],
  ['*** and ==== and ¹²', '***|and|====|and|¹²'],
  ['zero\u200Bwidth \u202Ebidi\u202C', 'zero|width|bidi'],
  ['\uD800 lone', '\uD800|lone'],
])('%s', (text, expected) => {
  expect(
    tokens(text)
      .map(token => token.text)
      .join('|'),
  ).toBe(expected);
});

test.each([
  ['https://halden.example', 'symbol'],
  ['anna@halden.example', 'symbol'],
  ['👨‍👩‍👧', 'symbol'],
  ['1️⃣', 'symbol'],
  ['5:30', 'number'],
  ['12/05/2025', 'number'],
  ['3-to-1', 'number'],
  ['.25', 'number'],
  ['2bn', 'number'],
  ['’90s', 'word'],
  ['東', 'word'],
  ['«', 'quote'],
  ['…', 'punctuation'],
])('%s is a %s', (text, kind) => {
  expect(tokens(text).map(token => token.kind)).toEqual([kind]);
});

test('the normal form has straight apostrophes, no capitals and nothing invisible', () => {
  expect(tokens('Don’t co\u00ADoper\u00ADate SO‑CALLED').map(token => token.normal)).toEqual([
    "don't",
    'cooperate',
    'so-called',
  ]);
});

test('a zero-width space parts words as a space does, and a bidi mark does not', () => {
  expect(tokens('a\u200Bb').map(token => token.spaceBefore)).toEqual([true, true]);
  expect(tokens('(\u200Eb').map(token => token.spaceBefore)).toEqual([true, false]);
});

const pieces = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 4 }),
    fc.constantFrom(
      'U.S. ',
      'Mr. ',
      'don’t ',
      '“Yes,” ',
      'https://a.example/b?c ',
      'x@y.example',
      '12/05/2025',
      '3-to-1',
      '5:30',
      '$1.2m ',
      '👩🏽‍🚀',
      '🇫🇷',
      '漢字',
      'e\u0301',
      '\u200B',
      '\u202E',
      '\u00AD',
      '\uD800',
      "'90s ",
      '… ',
      '**b**',
      '&amp;',
      '.com',
      '@',
      '://',
    ),
  ),
  { maxLength: 14 },
);

describe('source positions', () => {
  test('every token cut from the source is the text that it claims, in order, and only invisible characters are left out', () => {
    fc.assert(
      fc.property(pieces, parts => {
        const text = parts.join('');
        let end = 0;
        for (const token of tokens(text)) {
          expect(token.start).toBe(token.at);
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(text.slice(end, token.start)).toMatch(/^[\s\p{Cf}]*$/u);
          end = token.end;
        }
        expect(text.slice(end)).toMatch(/^[\s\p{Cf}]*$/u);
      }),
      { numRuns: 500, seed: 20261123 },
    );
  });

  test('in marked-up text every token is where its prose came from', () => {
    fc.assert(
      fc.property(pieces, parts => {
        const text = parts.join('');
        for (const { prose, span } of markdownBlocks(text))
          for (const token of tokenize(prose)) {
            expect(prose.text.slice(token.at, token.at + token.text.length)).toBe(token.text);
            expect(sourceSpan(prose, { start: token.at, end: token.at + token.text.length })).toEqual({
              start: token.start,
              end: token.end,
            });
            const source = text.slice(span.start + token.start, span.start + token.end);
            if (/^[\p{L}\p{N}]+$/u.test(source)) expect(source).toBe(token.text);
          }
      }),
      { numRuns: 200, seed: 20261123 },
    );
  });
});

/** A reader that looked again at what it has seen would not end within the time that a test has. */
test.each([
  'a',
  '1',
  '1.',
  'a.',
  '.',
  '(',
  '“',
  '@',
  'a@',
  'a@b.',
  '://',
  'www.',
  '.com',
  '1-',
  "a'",
  '👩‍',
  '\u0301',
  'a-',
  '1:',
  '漢',
  'U.',
])('a long run of %j is read in time in proportion to its length', piece => {
  const text = piece.repeat(300_000 / piece.length);
  const found = tokens(text);
  expect(found.length).toBeGreaterThan(0);
  expect(found.at(-1)?.end).toBeLessThanOrEqual(text.length);
});

test('text of plain characters is cut as it is beside others', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary-ascii', maxLength: 5 }),
    fc.string({ unit: fc.integer({ min: 0xa0, max: 0xff }).map(code => String.fromCharCode(code)), maxLength: 5 }),
    fc.constantFrom(
      '€',
      'É.',
      'café',
      ' ',
      '.',
      ',',
      '’',
      '“',
      '—',
      '…',
      "'90s",
      "'tis",
      '’s',
      'U.S.',
      'No. 5',
      'p.m.',
      '10-to-1',
      '1/2',
      '12.05.2025',
    ),
    fc.constantFrom(
      'J.',
      'I.',
      'v.',
      'Sen.',
      '3.5bn',
      '17:30',
      'well-known',
      'a.b',
      '.5',
      'www.',
      '--',
      '***',
      '1st',
      '#3',
      '@',
      '://',
    ),
  );
  const cut = (text: string) => tokens(text).map(({ start, end, kind }) => ({ start, end, kind }));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const text = pieces.join('');
      expect(cut(text)).toEqual(cut(`${text} é`).slice(0, -1));
    }),
    { numRuns: 2000, seed: 20261123 },
  );
});
