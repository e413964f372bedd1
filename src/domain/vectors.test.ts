import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaperId } from './fields.ts';
import {
  buildVectors,
  centreOf,
  cosine,
  EMPTY_VECTOR,
  type Vector,
  type VectorPaper,
  type VectorSpace,
} from './vectors.ts';

const paper = (id: string, title: string, abstract = ''): VectorPaper => ({
  id: id as PaperId,
  title,
  abstract,
});

const vectorOf = ({ ids, vectors }: VectorSpace, id: string): Vector =>
  vectors[ids.findIndex((one) => one === id)] ?? EMPTY_VECTOR;

const word = fc.constantFrom(
  'cache',
  'memory',
  'KV',
  'tide',
  'clock',
  'kiln',
  'glaze',
  'HIP',
  'hip',
);
const words = fc.array(word, { maxLength: 8 }).map((some) => some.join(' '));
const papers = fc.uniqueArray(
  fc
    .tuple(fc.nat(99), words, words)
    .map(([id, title, abstract]) => paper(`p${id}`, title, abstract)),
  { selector: ({ id }) => id, maxLength: 8 },
);

/** The cosine by the book: over all terms, not only those that both have. */
const naiveCosine = (a: Vector, b: Vector): number => {
  const weightsOf = ({ terms, weights }: Vector) =>
    new Map([...terms].map((term, at) => [term, weights[at] ?? 0]));
  const [left, right] = [weightsOf(a), weightsOf(b)];
  let [dot, leftSquares, rightSquares] = [0, 0, 0];
  for (const term of new Set([...left.keys(), ...right.keys()])) {
    dot += (left.get(term) ?? 0) * (right.get(term) ?? 0);
    leftSquares += (left.get(term) ?? 0) ** 2;
    rightSquares += (right.get(term) ?? 0) ** 2;
  }
  return dot === 0 ? 0 : dot / Math.sqrt(leftSquares * rightSquares);
};

describe('buildVectors', () => {
  test('gives the same space for the papers in any order', () => {
    const shuffled = papers.chain((some) =>
      fc.tuple(
        fc.constant(some),
        fc.shuffledSubarray([...some], { minLength: some.length, maxLength: some.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([some, others]) => {
        expect(buildVectors(others)).toEqual(buildVectors(some));
      }),
    );
  });

  test('gives vectors of length 1, with ascending terms and positive weights', () => {
    fc.assert(
      fc.property(papers, (some) => {
        for (const { terms, weights } of buildVectors(some).vectors) {
          expect([...terms]).toEqual([...new Set(terms)].toSorted((a, b) => a - b));
          expect(weights.every((weight) => weight > 0)).toBe(true);
          const length = Math.hypot(...weights);
          expect(length).toBeCloseTo(terms.length === 0 ? 0 : 1, 5);
        }
      }),
    );
  });

  test('knows the terms that two papers share, with their counts and labels', () => {
    const { keys, labels, counts } = buildVectors([
      paper('a', 'KV cache', 'Glaze.'),
      paper('b', 'The KV Cache'),
      paper('c', 'Clocks'),
    ]);
    expect(keys).toEqual(['^KV', '^KV cach', 'cach']);
    expect(labels).toEqual(['KV', 'KV cache', 'cache']);
    expect([...counts]).toEqual([2, 2, 2]);
  });

  test('a mention in the title weighs more than one in the abstract', () => {
    const space = buildVectors([
      paper('in-title', 'Kiln', 'A tide.'),
      paper('in-abstract', 'Tide', 'A kiln.'),
      paper('kiln', 'Kiln'),
    ]);
    const likeness = (id: string) => cosine(vectorOf(space, id), vectorOf(space, 'kiln'));
    expect(likeness('in-title')).toBeGreaterThan(likeness('in-abstract'));
  });

  test('a rare term weighs more than a common one', () => {
    const common = ['c', 'd', 'e'].map((id) => paper(id, 'Tide'));
    const space = buildVectors([paper('a', 'Tide, kiln'), paper('b', 'Kiln'), ...common]);
    const likeness = (id: string) => cosine(vectorOf(space, 'a'), vectorOf(space, id));
    expect(likeness('b')).toBeGreaterThan(likeness('c'));
  });

  test('an acronym likens no paper to one with the word of its letters', () => {
    const space = buildVectors([
      paper('a', 'HIP'),
      paper('b', 'Hip'),
      paper('c', 'HIP'),
      paper('d', 'hip'),
    ]);
    expect(cosine(vectorOf(space, 'a'), vectorOf(space, 'b'))).toBe(0);
    expect(cosine(vectorOf(space, 'a'), vectorOf(space, 'c'))).toBeCloseTo(1);
  });
});

describe('cosine', () => {
  test('is symmetric, 1 with itself, between 0 and 1, and what the book says', () => {
    fc.assert(
      fc.property(papers, (some) => {
        const { vectors } = buildVectors(some);
        for (const a of vectors) {
          expect(cosine(a, a)).toBeCloseTo(a.terms.length === 0 ? 0 : 1, 5);
          for (const b of vectors) {
            expect(cosine(a, b)).toBe(cosine(b, a));
            expect(cosine(a, b)).toBeCloseTo(naiveCosine(a, b), 5);
          }
        }
      }),
    );
  });
});

describe('centreOf', () => {
  test('is nearer to its papers, taken together, than any of them', () => {
    fc.assert(
      fc.property(papers, (some) => {
        const { vectors } = buildVectors(some);
        const nearness = (to: Vector) => vectors.reduce((sum, one) => sum + cosine(to, one), 0);
        const centre = nearness(centreOf(vectors));
        for (const one of vectors) expect(centre).toBeGreaterThanOrEqual(nearness(one) - 1e-5);
      }),
    );
  });

  test('of nothing is empty', () => {
    expect(centreOf([])).toEqual(EMPTY_VECTOR);
  });
});
