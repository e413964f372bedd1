import { expect, test } from 'vitest';
import { findFragments } from './fragments.ts';

test('a term is a fragment when most papers that have it have one longer term', () => {
  const counts = {
    '^KV': 4,
    '^KV cach': 4,
    cach: 9,
    languag: 9,
    'larg languag': 8,
    'larg languag model': 8,
  };
  const keys = Object.keys(counts);
  const isFragment = findFragments({ keys, counts: Uint32Array.from(Object.values(counts)) });
  expect(keys.filter((_, term) => isFragment[term])).toEqual(['^KV', 'languag', 'larg languag']);
});
