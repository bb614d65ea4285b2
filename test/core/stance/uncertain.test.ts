import { describe, expect, test } from 'vitest';
import { read } from '../../../server/core/index.ts';
import { newWordFeatures, readWordFeatures } from '../../../server/core/stance/uncertain-features.ts';

const uncertain = (text: string) => read(text, 'plaintext').blocks.flatMap(({ block }) => block.uncertain);

test.each([
  'Some critics have suggested that the bridge was never safe.',
  'It is widely believed that the painting was stolen by the brothers.',
  'Many people consider the harbour to be the most beautiful in the region.',
  'The name may have come from an old word for water.',
  'The tower is often said to be haunted.',
])('uncertain: %s', text => {
  const [probability] = uncertain(text);
  expect(probability).toBeGreaterThan(0.5);
});

test.each([
  'The bridge was opened on 4 May 1911 by the mayor.',
  'Anna Holm sold the mill in 1950.',
  'The river is 40 kilometres long.',
  'He scored two goals in the second half.',
])('plain: %s', text => {
  const [probability] = uncertain(text);
  expect(probability).toBeLessThan(0.5);
});

test('one weasel word is enough in a long plain sentence, and a plain sentence beside it stays plain', () => {
  const [weasel, plain] = uncertain(
    'The mill, which Anna Holm sold in 1950, is thought by some to be haunted. The mill was sold to the town in 1950.',
  );
  expect(weasel).toBeGreaterThan(0.5);
  expect(plain).toBeLessThan(0.5);
});

describe('features', () => {
  const features = (text: string) => {
    const found = newWordFeatures();
    const block = read(text, 'plaintext').blocks[0]?.block;
    const sentence = block?.sentences[0];
    if (!block || !sentence) throw new Error('There is no sentence.');
    readWordFeatures(block, sentence, found);
    return { ...found, features: found.features.slice(0, found.ends[found.words - 1] ?? 0) };
  };

  test('marks and figures are no words', () => {
    expect(features('Rents rose by 40, they say.').words).toBe(5);
    expect(features('40!').words).toBe(0);
  });

  test('no figure and no name is learnt by heart', () => {
    expect(features('Anna sold 40 mills.').features).toEqual(features('Berta sold 77 mills.').features);
  });

  test('a sentence longer than any before fits', () => {
    const long = `${'some say it may perhaps be so and '.repeat(400)}so.`;
    expect(features(long).words).toBe(3201);
    expect(uncertain(long)[0]).toBeGreaterThan(0.5);
  });
});
