import { describe, expect, test } from 'vitest';
import {
  applyEdits,
  createPlacer,
  insertChosen,
  openPlaceholders,
  type PlaceholderStyle,
  placeholderChoices,
  placeholderNeeds,
  read,
  resolveSettings,
} from '../../../server/core/index.ts';
import { readMarks } from '../../support/read-marks.ts';

const today = { year: 2026, month: 5, day: 12 };

function contextFor(text: string, languageId: string, given: Readonly<Record<string, unknown>> = {}) {
  const article = read(text, languageId);
  return { article, settings: resolveSettings(given).settings, today, placer: createPlacer(article) };
}

/** A text with the cursor at the start of what is marked. */
const after = (
  marked: string,
  need: (typeof placeholderNeeds)[number],
  style?: PlaceholderStyle,
  language = 'markdown',
) => {
  const { text, spans } = readMarks(marked);
  return applyEdits(text, insertChosen(contextFor(text, language), spans[0]?.start ?? 0, need, style));
};

test('offers each style that looks different, that of the settings first', () => {
  const offered = placeholderChoices(contextFor('The dam holds.', 'plaintext', { placeholderStyle: 'tk' }), 3);
  expect(offered.map(({ need }) => need)).toEqual(placeholderNeeds);
  expect(offered.find(({ need }) => need === 'page')?.choices).toEqual([
    { text: '[TK: page]' },
    { style: 'bracket', text: '[page needed]' },
    { style: 'tk-word', text: 'TK' },
    { style: 'citation', text: '{{page needed|date=May 2026}}' },
    { style: 'critic', text: '{>>page needed<<}' },
  ]);
});

test.each([
  ['The d[[am]] holds.', 'which', undefined, 'The dam [which?] holds.'],
  ['The dam [[holds]].', 'quote', 'critic', 'The dam {>>quote needed<<} holds.'],
  ['The dam holds. [cit[[ation]] needed]', 'page', undefined, 'The dam holds. [page needed]'],
  [
    'The dam holds. [cit[[ation]] needed] It does.',
    'page',
    'footnote',
    'The dam holds.[^todo-page-1] It does.\n\n[^todo-page-1]: TODO: page needed\n',
  ],
  [
    'The [old d[[am]]](https://example.org/a) holds.',
    'which',
    undefined,
    'The [old dam](https://example.org/a) [which?] holds.',
  ],
] as const)('in %j it asks for %s', (marked, need, style, expected) => {
  expect(after(marked, need, style)).toBe(expected);
});

test('a comment that would end its line is written in brackets where it takes the place of another', () => {
  expect(after('It holds [who[[?]]] for now.', 'source', 'comment', 'latex')).toBe(
    'It holds [citation needed] for now.',
  );
});

describe.each([
  'markdown',
  'html',
  'latex',
  'asciidoc',
  'restructuredtext',
  'org',
  'typst',
  'wikitext',
  'plaintext',
  'mdx',
])('in %s', languageId => {
  test('whatever is chosen is known again', () => {
    const text = languageId === 'html' ? '<p>The dam holds the water back.</p>' : 'The dam holds the water back.';
    const context = contextFor(text, languageId);
    const at = text.indexOf('holds') + 2;
    for (const { need, choices } of placeholderChoices(context, at))
      for (const { style, text: written } of choices) {
        const changed = applyEdits(text, insertChosen(context, at, need, style));
        const found = openPlaceholders(read(changed, languageId));
        expect([written, changed, found.length > 0]).toEqual([written, changed, true]);
      }
  });
});
