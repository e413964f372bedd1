import { toShared } from './reasons.ts';
import type { Vector, VectorSpace } from './vectors.ts';

/** A term by which a group may be made, and the papers that have it: their places, and what it weighs there. */
export type Seed = {
  readonly term: number;
  readonly places: readonly number[];
  readonly weights: readonly number[];
};

/** A space that knows which of its terms are no names, such as pieces of longer ones. */
export type NamedSpace = VectorSpace & { readonly isNoName: readonly boolean[] };

/** How large groups may be, and how many. */
export type GroupSizes = { readonly least: number; readonly most: number };

/** A term that more papers outside the topic have than this share names nothing in it. */
const MAX_OUTSIDE = 0.2;
/** A term that more papers of the topic have than this share sets none apart. */
const MAX_SHARE = 0.5;
/** Words that say how something is or what is done to it: a name wants to say what it is. */
const NO_NOUN = /^[^ -]*(?:ed|ive|ous|able|ible|ical|onal|ural|izes|ates)$/;

/** By term, whether it may name a group of these vectors: it reads well and is no commonplace elsewhere. */
export const termsThatName = (
  { keys, labels, counts, ids, isNoName }: NamedSpace,
  vectors: readonly Vector[],
): readonly boolean[] => {
  const own = new Uint32Array(keys.length);
  for (const { terms } of vectors) for (const term of terms) own[term] = (own[term] ?? 0) + 1;
  const mostOutside = MAX_OUTSIDE * (ids.length - vectors.length);
  return labels.map(
    (label, term) =>
      // most terms of a large collection are none of the topic's
      own[term] !== 0 &&
      (counts[term] ?? 0) - (own[term] ?? 0) <= mostOutside &&
      isNoName[term] !== true &&
      !NO_NOUN.test(label),
  );
};

/** The terms by which groups may be made, in the order of the space. */
export const findSeeds = (
  space: VectorSpace,
  canName: readonly boolean[],
  vectors: readonly Vector[],
  least: number,
): readonly Seed[] => {
  const found = new Map<number, { places: number[]; weights: number[] }>();
  for (const [place, { terms, weights }] of vectors.entries())
    for (const [at, term] of terms.entries()) {
      if (canName[term] !== true) continue;
      const seed = found.get(term) ?? { places: [], weights: [] };
      seed.places.push(place);
      // squared: what a few papers are about outweighs what many mention
      seed.weights.push(toShared(space, term, (weights[at] ?? 0) ** 2).weight);
      found.set(term, seed);
    }
  const largest = MAX_SHARE * vectors.length;
  return [...found]
    .filter(([, { places }]) => places.length >= least && places.length <= largest)
    .map(([term, seed]) => ({ term, ...seed }))
    .toSorted((a, b) => a.term - b.term);
};

/** One after the other, the term that weighs most in the papers that no term before it has taken. */
export const chooseSeeds = (
  seeds: readonly Seed[],
  { least, most }: GroupSizes,
): readonly Seed[] => {
  const isTaken = new Set<number>();
  const gainOf = ({ places, weights }: Seed): number => {
    const free = weights.filter((_, at) => !isTaken.has(places[at] ?? -1));
    return free.length < least ? 0 : free.reduce((sum, weight) => sum + weight, 0);
  };
  const chosen: Seed[] = [];
  while (chosen.length < most) {
    const gains = seeds.map(gainOf);
    const gain = gains.reduce((best, one) => Math.max(best, one), 0);
    const best = gain === 0 ? undefined : seeds[gains.indexOf(gain)];
    if (best === undefined) break;
    for (const place of best.places) isTaken.add(place);
    chosen.push(best);
  }
  return chosen;
};
