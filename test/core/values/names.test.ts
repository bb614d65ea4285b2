import { describe, expect, test } from 'vitest';
import { read } from '../../../server/core/index.ts';
import { namesOf } from '../../../server/core/values/names-of.ts';

const namesIn = (text: string): string[] =>
  read(text, 'plaintext').blocks.flatMap(({ block }) =>
    block.values.flatMap(value =>
      value.kind === 'name'
        ? [`${value.sort} ${text.slice(value.start, value.end)}${value.acronym ? ` = ${value.acronym}` : ''}`]
        : [],
    ),
  );

test.each<[string, ...string[]]>([
  // People
  ['Then Miriam Osei left the hall.', 'person Miriam Osei'],
  ['The report by Dr. Osei was lost.', 'person Dr. Osei'],
  ['They met Sen. Dahl at noon.', 'person Sen. Dahl'],
  ['They met President Lind at noon.', 'person President Lind'],
  ['They read George W. Holm at school.', 'person George W. Holm'],
  ['They asked J. K. Dahl about it.', 'person J. K. Dahl'],
  ['They met Leonardo da Vinci there.', 'person Leonardo da Vinci'],
  ['The seat went to Robert Lind Jr. in May.', 'person Robert Lind Jr.'],
  ['Nobody believed Vidar Dahl, 45, at first.', 'person Vidar Dahl'],
  ['Nobody believed it, Vidar Dahl said.', 'person Vidar Dahl'],
  ['“No,” said Vidar Dahl.', 'person Vidar Dahl'],
  ['They saw Anna Lind and Carl Roe leave.', 'person Anna Lind', 'person Carl Roe'],
  ['They saw Anna’s boat.', 'person Anna'],
  ['They met Prime Minister Roe Dahl at noon.', 'person Prime Minister Roe Dahl'],
  ['They met Deputy Foreign Minister Dahl at noon.', 'person Deputy Foreign Minister Dahl'],
  ['They met the Prime Minister at noon.', 'other Prime Minister'],
  ['They met Jorunn von der Holm there.', 'person Jorunn von der Holm'],
  // Organisations
  ['They sued Holm Shipping Inc. at once.', 'organisation Holm Shipping Inc.'],
  ['They sued the Harbour Authority (HA) twice.', 'organisation Harbour Authority = HA', 'organisation HA'],
  ['They sued the Bank of Halden twice.', 'organisation Bank of Halden'],
  ['He taught at the University of Halden for years.', 'organisation University of Halden'],
  ['He taught at Halden University for years.', 'organisation Halden University'],
  ['They asked the Ministry of Works about it.', 'organisation Ministry of Works'],
  [
    'They asked the Health and Safety Executive (HSE) about it.',
    'organisation Health and Safety Executive = HSE',
    'organisation HSE',
  ],
  [
    'They asked the Department for Roads and Harbours (DRH) about it.',
    'organisation Department for Roads and Harbours = DRH',
    'organisation DRH',
  ],
  ['They asked the Ministry of Food and Farming about it.', 'organisation Ministry of Food and Farming'],
  [
    'They asked the Centre for Roads and Centre for Harbours about it.',
    'organisation Centre for Roads',
    'organisation Centre for Harbours',
  ],
  ['They met relatives of Jo and Friends of Van Holm there.', 'other Jo', 'other Friends of Van Holm'],
  [
    'They asked the Royal Guild of Smiths and Tanners (RGST) about it.',
    'organisation Royal Guild of Smiths and Tanners = RGST',
    'organisation RGST',
  ],
  [
    'They asked the Green Party and Harbour Authority (HA) about it.',
    'organisation Green Party',
    'organisation Harbour Authority = HA',
    'organisation HA',
  ],
  ['They asked the BBC about it.', 'organisation BBC'],
  ['They asked Lind & Roe about it.', 'organisation Lind & Roe'],
  ['They asked Lind, Roe, Dahl & Holm about it.', 'organisation Lind, Roe, Dahl & Holm'],
  ...['Lind, Roe, Dahl & Holm and Osei left.', 'Lind, Roe, Dahl & Holm, and Osei left.'].map(
    (list): [string, ...string[]] => [
      `They say ${list}`,
      'other Lind',
      'other Roe',
      'organisation Dahl & Holm',
      'other Osei',
    ],
  ),
  ['They asked the Halden City Council about it.', 'organisation Halden City Council'],
  ['They joined the Green Party in May.', 'organisation Green Party'],
  ['They asked the North Sea Fund (NSF) about it.', 'organisation North Sea Fund = NSF', 'organisation NSF'],
  // Places
  ['They live in Halden now.', 'place Halden'],
  ['They live near Osei Bridge now.', 'place Osei Bridge'],
  ['They fished the Halden River for years.', 'place Halden River'],
  ['They flew to France and back.', 'place France'],
  ['They crossed Lake Holm at dawn.', 'place Lake Holm'],
  ['They sailed the Gulf of Osei at dawn.', 'place Gulf of Osei'],
  ['They walked down Main Street at dawn.', 'place Main Street'],
  // Others
  ['They read the Domesday Book at school.', 'other Domesday Book'],
  ['They are all Lutheran there.', 'other Lutheran'],
  // The word that opens a sentence is no part of the name behind it.
  ['In France they laughed.', 'place France'],
  ['The Harbour Authority refused.', 'organisation Harbour Authority'],
  ['But Miriam Osei refused.', 'person Miriam Osei'],
  // None
  ['Nobody spoke.'],
  ['It’s late. He’s gone. That’s all. She’s here (It’s so): What’s next?'],
  ['They count in USD and GBP, and paid EUR 500.'],
  ['Everything’s shut. Today’s news is old. Children’s books burn.'],
  ['Halden’s mayor left.', 'other Halden'],
  ['When I spoke, I’m told, nobody heard.'],
  ['They met on Tuesday.'],
  ['They met in September.'],
  ['Bridges fall.'],
  ['“Bridges fall,” they say.'],
  ['The rent is up (HA) again.', 'organisation HA'],
  ['the cat sat on the mat, as cats do, for a long while.'],
])('%s', (text, ...expected) => {
  expect(namesIn(text)).toEqual(expected);
});

describe('names of an article', () => {
  const groups = (...paragraphs: string[]) => {
    const text = paragraphs.join('\n\n');
    return namesOf(read(text, 'plaintext')).map(({ sort, name, acronym, mentions }) => [
      `${sort} ${name}${acronym ? ` (${acronym})` : ''}`,
      ...mentions.map(({ start, end }) => text.slice(start, end)),
    ]);
  };

  test('a surname, with a title or without, is the person named in full', () => {
    expect(groups('Yesterday Miriam Osei spoke to us all.', 'Then Dr. Osei left, and nobody asked Osei why.')).toEqual([
      ['person Miriam Osei', 'Miriam Osei', 'Dr. Osei', 'Osei'],
    ]);
  });

  test('two people of one surname stay two', () => {
    expect(groups('They met Anna Lind and then Carl Lind at the mill.')).toEqual([
      ['person Anna Lind', 'Anna Lind'],
      ['person Carl Lind', 'Carl Lind'],
    ]);
  });

  test('an acronym is the body that introduced it', () => {
    expect(groups('They asked the Harbour Authority (HA) about it.', 'Then the HA refused to answer them.')).toEqual([
      ['organisation Harbour Authority (HA)', 'Harbour Authority', 'HA', 'HA'],
    ]);
  });

  test('a company is the same with its legal form and without', () => {
    expect(groups('They sued Holm Shipping Inc. at once.', 'Nobody at Holm Shipping had known of it.')).toEqual([
      ['organisation Holm Shipping', 'Holm Shipping Inc.', 'Holm Shipping'],
    ]);
  });

  test('what the draft says of its author is no mention', () => {
    expect(groups('Disclaimer: Miriam Osei is paid by nobody.')).toEqual([]);
  });
});
