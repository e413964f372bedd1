import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuery } from './query.ts';

describe('readQuery', () => {
  test.each([
    ['kv cac', true],
    ['kv cache ', false],
    ['kv cache.', false],
    ['', false],
    ['??', false],
  ])('%o has an unfinished last word: %o', (q, isUnfinished) => {
    expect(readQuery(q).isUnfinished).toBe(isUnfinished);
  });

  test('reads a pasted page as far as a long title goes', () => {
    const { words } = readQuery('word '.repeat(100_000));
    expect(words.length).toBeLessThan(1000);
  });

  test('reads anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (q) => {
        expect(readQuery(q).words.every(({ end }) => end <= q.length)).toBe(true);
      }),
    );
  });
});
