import { expect, test } from 'vitest';
import { versionProblem } from '../../../server/core/models/fitting-version.ts';

const expected = { format: 1, features: 7 };

test('weights of the right version are taken', () => {
  expect(versionProblem(expected, 'wet.json', expected)).toBeUndefined();
});

test('weights of another version are named with both versions', () => {
  expect(versionProblem({ format: 1, features: 6 }, 'wet.json', expected)).toBe(
    'wet.json is of version 1.6, but this program reads version 1.7.',
  );
});

test('weights that were never there are not said to be of another version', () => {
  expect(versionProblem({}, 'wet.json', expected)).toBe(
    'wet.json could not be loaded: models.js of this installation is missing or damaged.',
  );
});
