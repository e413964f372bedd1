import { chooseSeeds, findSeeds, termsThatName, type Seed } from './group-seeds.ts';
import type { Relations } from './related.ts';
import { EMPTY_VECTOR, type Vector, type VectorSpace } from './vectors.ts';

/** A subject has more papers than this part of all. */
const MOST_PART = 0.004;
/** A term that more papers have than this part of all, and than so many, is too wide for a subject. */
const WIDEST = 0.25;
const NEVER_TOO_WIDE = 10;
/** The papers of a subject are at least so many times as alike as any papers. */
const MIN_LIFT = 1.5;
const MOST_SUBJECTS = 16;
/** So many papers tell how alike all are that have a term. */
const SAMPLE = 100;

/** Members of a list, evenly spread over it. */
const sampleOf = <T>(list: readonly T[], most: number): readonly T[] => {
  const step = Math.max(1, list.length / most);
  return Array.from(
    { length: Math.min(most, list.length) },
    (_, at) => list[Math.floor(at * step)],
  ).filter((one) => one !== undefined);
};

/** Measures how alike vectors are on average, one term left aside. */
const alikenessIn = (terms: number) => {
  const sums = new Float64Array(terms);
  return (vectors: readonly Vector[], without = -1): number => {
    let own = 0;
    for (const vector of vectors)
      for (const [at, term] of vector.terms.entries()) {
        const weight = term === without ? 0 : (vector.weights[at] ?? 0);
        sums[term] = (sums[term] ?? 0) + weight;
        own += weight * weight;
      }
    let square = 0;
    for (const vector of vectors)
      for (const term of vector.terms) {
        square += (sums[term] ?? 0) ** 2;
        sums[term] = 0;
      }
    const pairs = vectors.length * (vectors.length - 1);
    return pairs === 0 ? 0 : (square - own) / pairs;
  };
};

/** How many times as alike as any papers those are that have a term. */
const liftsOf = (space: VectorSpace, vectors: readonly Vector[]): ((seed: Seed) => number) => {
  const alikeness = alikenessIn(space.keys.length);
  const all = alikeness(sampleOf(vectors, 5 * SAMPLE)) || 1;
  return ({ term, places }) =>
    alikeness(
      sampleOf(places, SAMPLE).map((at) => vectors[at] ?? EMPTY_VECTOR),
      term,
    ) / all;
};

/**
 * The subjects of papers that have no topic: terms whose papers are alike in all else, too. `learning` stands
 * in papers of all sorts and is none, `bandits` is one. The one that says most about papers comes first, then the
 * one that says most about those left.
 */
export const findSubjects = ({ space, isFragment }: Relations): readonly Seed[] => {
  const { vectors } = space;
  const least = Math.max(vectors.length < 20 ? 2 : 3, Math.ceil(MOST_PART * vectors.length));
  const canName = termsThatName({ ...space, isNoName: isFragment }, vectors);
  const liftOf = liftsOf(space, vectors);
  const seeds = findSeeds(space, canName, vectors, least)
    .filter(({ places }) => places.length <= Math.max(NEVER_TOO_WIDE, WIDEST * vectors.length))
    .map((seed) => ({ seed, lift: liftOf(seed) }))
    .filter(({ lift }) => lift >= MIN_LIFT)
    .map(({ seed, lift }) => ({
      ...seed,
      weights: seed.weights.map((weight) => weight * Math.log(lift)),
    }));
  return chooseSeeds(seeds, { least, most: MOST_SUBJECTS });
};
