import { expect, test } from 'vitest';
import { read } from '../../../server/core/index.ts';

const types = (text: string) =>
  read(text, 'plaintext').blocks.flatMap(({ block }) => block.attributions.map(({ sourceType }) => sourceType));

test.each([
  ['Jane Lind said that rents will rise.', 'person'],
  ['Jane Lind, once the envoy to Russia, said that rents will rise.', 'person'],
  ['The envoy to Russia, Jane Lind, said that rents will rise.', 'person'],
  ['The Bank of Ghana said that rents will rise.', 'organisation'],
  ['Mr Okafor said that rents will rise.', 'person'],
  ['The mayor said that rents will rise.', 'office'],
  ['The ministry said that rents will rise.', 'organisation'],
  ['The regulator said that rents will rise.', 'organisation'],
  ['The report found that rents rose.', 'document'],
  ['The treaty says that the border is closed.', 'document'],
  ['Islamabad has said that it will not bend.', 'collective'],
  ['Critics say that the plan is too dear.', 'vague'],
  ['Officials said that the plan was dropped.', 'anonymous'],
  ['Three senior officers said that the plan was dropped.', 'anonymous'],
  ['At least two people close to the talks said that the plan was dropped.', 'anonymous'],
  ['One of her colleagues said that the plan was dropped.', 'anonymous'],
  ['Dozens of parents said that the plan was dropped.', 'anonymous'],
  ['A group of nurses said that the plan was dropped.', 'anonymous'],
  ['The two officers said that the plan was dropped.', 'person'],
  ['Two former ministers, Ann Lind and Tom Reed, said that the plan was dropped.', 'person'],
  ['Four senators, including Ann Lind, said that the plan was dropped.', 'person'],
  ['Two engineers at Harbour Ltd said that the plan was dropped.', 'organisation'],
  ['Three quarters of voters said that the plan was dropped.', 'collective'],
  ['It is widely believed that the plan was dropped.', 'none'],
])('%s: %s', (text, type) => {
  expect(types(text)).toEqual([type]);
});

test.each([
  ['The ministry said that rents will rise. It said that wages will not.', ['organisation', 'organisation']],
  ['Critics say that the plan is too dear. They say that it will fail.', ['vague', 'vague']],
  ['Islamabad said that it will not bend. She said that it must.', ['collective', 'person']],
])('a pronoun stands for the last source that it can: %s', (text, expected) => {
  expect(types(text)).toEqual(expected);
});
