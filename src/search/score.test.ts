import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addUpFrequencies, blend, takeBest } from './score.ts';

const anyScores = fc
  .array(
    fc.oneof(
      fc.constant(0),
      fc.nat({ max: 20 }).map((n) => n / 4),
    ),
    { maxLength: 60 },
  )
  .map((scores) => Float64Array.from(scores));

describe('takeBest', () => {
  test('takes the first ten of all sorted', () => {
    fc.assert(
      fc.property(anyScores, (scores) => {
        const sorted = Array.from(scores, (score, doc) => ({ doc, trust: score ** 3 }))
          .filter(({ trust }) => trust > 0)
          .toSorted((a, b) => b.trust - a.trust || a.doc - b.doc);
        expect(takeBest(scores)).toEqual(sorted.slice(0, 10));
      }),
    );
  });
});

describe('blend', () => {
  test('stays between 0 and 1 and finds what the first search found', () => {
    fc.assert(
      fc.property(anyScores, anyScores, (first, second) => {
        blend(first, second).forEach((score, doc) => {
          expect(score > 0).toBe((first[doc] ?? 0) > 0);
          expect(score).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  test('brings both to the same scale before', () => {
    const blended = blend(Float64Array.of(10, 5, 0), Float64Array.of(1, 4, 4));
    expect(Array.from(blended)).toEqual([0.625, 0.75, 0]);
  });
});

describe('addUpFrequencies', () => {
  test('adds up what each document has, as a table would', () => {
    const size = 12;
    const anyFrequencies = fc.dictionary(
      fc.nat({ max: size - 1 }).map(String),
      fc.integer({ min: 1, max: 9 }),
    );
    const anyPart = fc.tuple(anyFrequencies, fc.constantFrom(0.25, 0.5, 1));
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 5 }), (parts) => {
        const sums = new Map<number, number>();
        for (const [counts, weight] of parts)
          for (const [doc, count] of Object.entries(counts))
            sums.set(Number(doc), (sums.get(Number(doc)) ?? 0) + weight * count);
        const { docs, counts } = addUpFrequencies(
          size,
          parts.map(([own, weight]) => [
            {
              docs: Uint32Array.from(Object.keys(own), Number),
              counts: Uint16Array.from(Object.values(own)),
            },
            weight,
          ]),
        );
        expect(new Map([...docs].map((doc, at) => [doc, counts[at]]))).toEqual(sums);
        expect(docs).toHaveLength(sums.size);
      }),
    );
  });
});
