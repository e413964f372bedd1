import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseOptions, MOST_OPTIONS } from './facet-counts.ts';

test('what is ticked comes first, then the most frequent, then by name', () => {
  const counts = { Ada: 1, Bob: 3, Cyd: 0, Eve: 1 };
  expect(chooseOptions('author', counts, ['Zoe'])).toEqual(['Zoe', 'Bob', 'Ada', 'Eve']);
});

test('years come newest first, whatever their counts', () => {
  expect(chooseOptions('year', { '2021': 9, '2023': 1, '2022': 4 }, [])).toEqual([
    '2023',
    '2022',
    '2021',
  ]);
});

test('offers each value once, every ticked one, and else no more than readers look through', () => {
  const value = fc.string({ maxLength: 4 });
  fc.assert(
    fc.property(
      fc.dictionary(value, fc.nat(5), { maxKeys: 30 }),
      fc.uniqueArray(value, { maxLength: 20 }),
      (counts, ticked) => {
        const options = chooseOptions('venue', counts, ticked);
        expect(new Set(options).size).toBe(options.length);
        expect(options).toEqual(expect.arrayContaining([...ticked]));
        expect(options.length).toBeLessThanOrEqual(Math.max(MOST_OPTIONS, ticked.length));
      },
    ),
  );
});
