import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNearest, indexVectors, type Near } from './nearest.ts';
import { cosine, toVector, type Vector } from './vectors.ts';

const TERMS = 12;

const vectors = fc.array(
  fc
    .uniqueArray(fc.tuple(fc.nat(TERMS - 1), fc.integer({ min: 1, max: 9 })), {
      selector: ([term]) => term,
      maxLength: 6,
    })
    .map((pairs) => toVector(new Map(pairs))),
  { minLength: 1, maxLength: 12 },
);

/** All compared with all. */
const nearestByHand = (all: readonly Vector[], vector: Vector, most: number): readonly Near[] =>
  all
    .map((other, at) => ({ at, likeness: cosine(vector, other) }))
    .filter(({ likeness }) => likeness > 0)
    .toSorted((a, b) => Math.round(b.likeness * 1e6) - Math.round(a.likeness * 1e6) || a.at - b.at)
    .slice(0, most);

describe('findNearest', () => {
  test('finds what a comparison of all with all finds, as long as the lists are read whole', () => {
    fc.assert(
      fc.property(vectors, fc.integer({ min: 1, max: 5 }), (all, most) => {
        const index = indexVectors(all, TERMS);
        for (const vector of all)
          expect(findNearest(index, vector, most)).toEqual(nearestByHand(all, vector, most));
      }),
    );
  });

  test('an answer leaves nothing behind for the next', () => {
    fc.assert(
      fc.property(vectors, (all) => {
        const index = indexVectors(all, TERMS);
        const [first] = all;
        if (first === undefined) return;
        const before = findNearest(index, first, 5);
        for (const vector of all) findNearest(index, vector, 5);
        expect(findNearest(index, first, 5)).toEqual(before);
      }),
    );
  });

  test('reads no more than it may, the rarest terms first', () => {
    // term 0 is everywhere, its list longer than may be read; term 1 is rare
    const common = Array.from({ length: 50_000 }, () => toVector(new Map([[0, 1]])));
    const rare = toVector(new Map([...[0, 1].map((term) => [term, 1] as const)]));
    const index = indexVectors([...common, rare, rare], 2);
    expect(findNearest(index, rare, 3).map(({ at }) => at)).toEqual([50_000, 50_001]);
    // a vector that has nothing else is compared nonetheless
    expect(findNearest(index, toVector(new Map([[0, 1]])), 2).map(({ at }) => at)).toEqual([0, 1]);
  });
});
