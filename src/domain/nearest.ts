import { cosine, type Vector } from './vectors.ts';

/** Vectors with, for each term, the list of those that have it. */
export type VectorIndex = {
  readonly vectors: readonly Vector[];
  /** the list of term `t` is `places.slice(starts[t], starts[t + 1])` */
  readonly starts: Uint32Array;
  /** places in `vectors`, ascending within a list */
  readonly places: Uint32Array;
  /** what the term weighs there */
  readonly weights: Float32Array;
  /** sums while a question is answered; zeros in between */
  readonly sums: Float64Array;
};

/** A vector of an index, and how alike it is. */
export type Near = { readonly at: number; readonly likeness: number };

/** Entries of lists that a question may read, and vectors that are then compared in full, for each asked for. */
const MAX_READ = 40_000;
const COMPARED_PER_ASKED = 4;

const countByTerm = (vectors: readonly Vector[], terms: number): Uint32Array => {
  const counts = new Uint32Array(terms + 1);
  for (const vector of vectors)
    for (const term of vector.terms) counts[term + 1] = (counts[term + 1] ?? 0) + 1;
  return counts;
};

/** Indexes vectors over terms from 0 to `terms - 1`. */
export const indexVectors = (vectors: readonly Vector[], terms: number): VectorIndex => {
  const starts = countByTerm(vectors, terms);
  for (let term = 0; term < terms; term += 1)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const ends = starts.slice();
  const places = new Uint32Array(starts[terms] ?? 0);
  const weights = new Float32Array(places.length);
  for (const [at, vector] of vectors.entries())
    for (const [i, term] of vector.terms.entries()) {
      const end = ends[term] ?? 0;
      places[end] = at;
      weights[end] = vector.weights[i] ?? 0;
      ends[term] = end + 1;
    }
  return { vectors, starts, places, weights, sums: new Float64Array(vectors.length) };
};

const lengthOfList = ({ starts }: VectorIndex, term: number): number =>
  (starts[term + 1] ?? 0) - (starts[term] ?? 0);

/** How many entries the lists of a vector's terms have. */
const countEntries = (index: VectorIndex, { terms }: Vector): number =>
  terms.reduce((sum, term) => sum + lengthOfList(index, term), 0);

/** The terms whose lists are read: the rarest first, for they tell most, while there is room; one at least. */
const rarestTerms = (index: VectorIndex, { terms }: Vector): readonly number[] => {
  const rarest = [...terms.keys()].toSorted(
    (a, b) => lengthOfList(index, terms[a] ?? 0) - lengthOfList(index, terms[b] ?? 0) || a - b,
  );
  let room = MAX_READ;
  return rarest.filter((at, place) => {
    room -= lengthOfList(index, terms[at] ?? 0);
    return place === 0 || room >= 0;
  });
};

/** Adds up what the lists of some of a vector's terms say; gives the places that have one of them. */
const addUp = (index: VectorIndex, vector: Vector, read: Iterable<number>): readonly number[] => {
  const { starts, places, weights, sums } = index;
  const touched: number[] = [];
  for (const i of read) {
    const term = vector.terms[i] ?? 0;
    const weight = vector.weights[i] ?? 0;
    for (let entry = starts[term] ?? 0; entry < (starts[term + 1] ?? 0); entry += 1) {
      const at = places[entry] ?? 0;
      if (sums[at] === 0) touched.push(at);
      sums[at] = (sums[at] ?? 0) + weight * (weights[entry] ?? 0);
    }
  }
  return touched;
};

/** Places whose last bits differ are alike: their order is that of the index. */
const toTier = (likeness: number): number => Math.round(likeness * 1e6);

const byLikeness = (a: Near, b: Near): number =>
  toTier(b.likeness) - toTier(a.likeness) || a.at - b.at;

/** The places with the largest sums, in order; most others are passed over without being looked at again. */
const largestSums = (
  { sums }: VectorIndex,
  places: readonly number[],
  most: number,
): readonly Near[] => {
  let largest: Near[] = [];
  let least = 0;
  for (const at of places) {
    const likeness = sums[at] ?? 0;
    if (likeness < least) continue;
    largest.push({ at, likeness });
    if (largest.length < 2 * most) continue;
    largest = largest.toSorted(byLikeness).slice(0, most);
    // what rounds to the same tier is no less
    least = (largest.at(-1)?.likeness ?? 0) - 1e-6;
  }
  return largest.toSorted(byLikeness).slice(0, most);
};

/**
 * The vectors most like one, the likest first, then in the order of the index; none without a term in common.
 * What a question costs has a bound, so that all questions together grow with the collection and not with its
 * square: where the lists of its terms are longer than that, those of the commonest terms are not read.
 */
export const findNearest = (index: VectorIndex, vector: Vector, most: number): readonly Near[] => {
  // added up term by term, in their order, the sums are the likenesses themselves
  const isWhole = countEntries(index, vector) <= MAX_READ;
  const touched = addUp(index, vector, isWhole ? vector.terms.keys() : rarestTerms(index, vector));
  const rough = largestSums(index, touched, isWhole ? most : most * COMPARED_PER_ASKED);
  for (const at of touched) index.sums[at] = 0;
  if (isWhole) return rough.map(({ at, likeness }) => ({ at, likeness: Math.min(1, likeness) }));
  const exact = rough.map(({ at }) => ({
    at,
    likeness: cosine(vector, index.vectors[at] ?? vector),
  }));
  return exact.toSorted(byLikeness).slice(0, most);
};
