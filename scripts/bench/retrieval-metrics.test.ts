import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  gradedNdcgAt,
  judgeRanking,
  mean,
  ndcgAt,
  percentile,
  recallAt,
  reciprocalRankAt,
} from './retrieval-metrics.ts';

// by hand: the discounts of the first places are 1, 1/log2(3) = 0.63093, 1/2, 1/log2(5) = 0.43068
describe('ndcgAt', () => {
  test.each([
    { ranking: 'a', relevant: 'a', depth: 10, expected: 1 },
    { ranking: 'xa', relevant: 'a', depth: 10, expected: 0.63093 },
    { ranking: 'xxa', relevant: 'a', depth: 10, expected: 0.5 },
    { ranking: 'axb', relevant: 'ab', depth: 10, expected: 1.5 / 1.63093 },
    { ranking: 'xaxb', relevant: 'ab', depth: 10, expected: (0.63093 + 0.43068) / 1.63093 },
    // relevant documents that were not found make the ideal larger
    { ranking: 'a', relevant: 'abc', depth: 10, expected: 1 / 2.13093 },
    // but not beyond the depth
    { ranking: 'ab', relevant: 'abcdef', depth: 2, expected: 1 },
    { ranking: 'xxa', relevant: 'a', depth: 2, expected: 0 },
    { ranking: '', relevant: 'a', depth: 10, expected: 0 },
    { ranking: 'a', relevant: '', depth: 10, expected: 0 },
  ])('of $ranking for $relevant at $depth is $expected', ({ ranking, relevant, depth, expected }) =>
    expect(ndcgAt(depth, [...ranking], new Set(relevant))).toBeCloseTo(expected, 4),
  );
});

describe('gradedNdcgAt', () => {
  test.each([
    { ranking: 'ab', expected: 1 },
    { ranking: 'ba', expected: (1 + 3 * 0.63093) / (3 + 0.63093) },
    { ranking: 'xb', expected: 0.63093 / (3 + 0.63093) },
    { ranking: '', expected: 0 },
  ])('of $ranking is $expected where a gains 3 and b 1', ({ ranking, expected }) => {
    const gains = new Map([
      ['b', 1],
      ['a', 3],
    ]);
    expect(gradedNdcgAt(10, [...ranking], gains)).toBeCloseTo(expected, 4);
  });

  test('of nothing to gain is 0', () => {
    expect(gradedNdcgAt(10, ['a'], new Map())).toBe(0);
  });
});

describe('reciprocalRankAt', () => {
  test.each([
    { ranking: 'a', relevant: 'a', expected: 1 },
    { ranking: 'xab', relevant: 'ab', expected: 1 / 2 },
    { ranking: 'wxyab', relevant: 'b', expected: 1 / 5 },
    { ranking: 'vwxyzb', relevant: 'b', expected: 0 },
    { ranking: '', relevant: 'b', expected: 0 },
  ])('of $ranking for $relevant at 5 is $expected', ({ ranking, relevant, expected }) =>
    expect(reciprocalRankAt(5, [...ranking], new Set(relevant))).toBe(expected),
  );
});

describe('recallAt', () => {
  test.each([
    { ranking: 'axb', relevant: 'abcd', expected: 2 / 4 },
    { ranking: 'xxxa', relevant: 'a', expected: 0 },
    { ranking: 'cba', relevant: 'abc', expected: 1 },
    { ranking: 'a', relevant: '', expected: 0 },
  ])('of $ranking for $relevant at 3 is $expected', ({ ranking, relevant, expected }) =>
    expect(recallAt(3, [...ranking], new Set(relevant))).toBe(expected),
  );
});

describe('judgeRanking', () => {
  const anyRanking = fc.uniqueArray(fc.string({ maxLength: 2 }), { maxLength: 30 });
  const anyRelevant = fc
    .uniqueArray(fc.string({ maxLength: 2 }), { minLength: 1, maxLength: 15 })
    .map((ids) => new Set(ids));

  test('stays between 0 and 1', () => {
    fc.assert(
      fc.property(anyRanking, anyRelevant, (ranking, relevant) => {
        for (const value of Object.values(judgeRanking(ranking, relevant))) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  test('is perfect for a ranking that begins with what is relevant', () => {
    fc.assert(
      fc.property(anyRanking, anyRelevant, (ranking, relevant) => {
        const others = ranking.filter((id) => !relevant.has(id));
        const { ndcg, mrr, recall } = judgeRanking([...relevant, ...others], relevant);
        expect([ndcg, mrr, recall]).toEqual([1, 1, 1]);
      }),
    );
  });

  test('does not fall when a relevant document moves up', () => {
    fc.assert(
      fc.property(anyRanking, anyRelevant, fc.nat(), (ranking, relevant, seed) => {
        fc.pre(ranking.length > 1);
        const at = 1 + (seed % (ranking.length - 1));
        const [above = '', here = ''] = ranking.slice(at - 1, at + 1);
        fc.pre(relevant.has(here));
        const better = ranking.with(at - 1, here).with(at, above);
        expect(judgeRanking(better, relevant).ndcg).toBeGreaterThanOrEqual(
          judgeRanking(ranking, relevant).ndcg - 1e-12,
        );
      }),
    );
  });
});

describe('percentile', () => {
  test.each([
    { values: [3, 1, 2], share: 0.5, expected: 2 },
    { values: [4, 1, 3, 2], share: 0.5, expected: 2 },
    { values: [...Array(20).keys()].map((n) => n + 1), share: 0.95, expected: 19 },
    { values: [7], share: 0.95, expected: 7 },
    { values: [1, 2], share: 0, expected: 1 },
    { values: [1, 2], share: 1, expected: 2 },
    { values: [], share: 0.5, expected: 0 },
  ])('$share of $values is $expected', ({ values, share, expected }) =>
    expect(percentile(values, share)).toBe(expected),
  );
});

test('mean is 0 of nothing', () => {
  expect(mean([])).toBe(0);
  expect(mean([1, 2, 6])).toBe(3);
});
