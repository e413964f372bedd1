import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePaired, drawBelow, seedChance, shuffle } from './search-chance.ts';

test('the same seed gives the same numbers, another seed others', () => {
  const draw = (seed: number) => Array.from({ length: 5 }, seedChance(seed));
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
});

test('numbers spread evenly from 0 to below 1', () => {
  const chance = seedChance(7);
  const counts = Array.from({ length: 10 }, () => 0);
  for (let round = 0; round < 10_000; round += 1) counts[drawBelow(chance, 10)]! += 1;
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test('a shuffled list holds the same items', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer(), (items, seed) => {
      const byNumber = (a: number, b: number) => a - b;
      expect(shuffle(seedChance(seed), items).toSorted(byNumber)).toEqual(items.toSorted(byNumber));
    }),
  );
});

describe('comparePaired', () => {
  test('sees no difference between equals', () => {
    expect(comparePaired([1, 0.5], [1, 0.5])).toEqual({ difference: 0, low: 0, high: 0, p: 1 });
  });

  test('knows how likely four wins of four are', () => {
    // of the 16 ways to exchange the two, one is as good and one as bad
    const { difference, low, high, p } = comparePaired([1, 1, 1, 1], [0, 0, 0, 0]);
    expect([difference, low, high]).toEqual([1, 1, 1]);
    expect(Math.abs(p - 2 / 16)).toBeLessThan(0.015);
  });

  test('bounds a difference that is clear', () => {
    const ours = Array.from({ length: 200 }, (_, at) => 0.5 + (at % 2 === 0 ? 0.2 : 0));
    const theirs = Array.from({ length: 200 }, () => 0.5);
    const { difference, low, high, p } = comparePaired(ours, theirs);
    expect(difference).toBeCloseTo(0.1, 10);
    // the standard error is 0.1 / sqrt(200) = 0.0071
    expect(low).toBeCloseTo(0.1 - 1.96 * 0.0071, 2);
    expect(high).toBeCloseTo(0.1 + 1.96 * 0.0071, 2);
    expect(p).toBeLessThan(0.001);
  });
});
