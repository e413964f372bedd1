import { frequenciesOf, type Frequencies, type Postings } from './postings.ts';

/** Index terms with how good each is, from 0 to 1. */
export type Terms = ReadonlyMap<string, number>;

/** One thing to look for: any of its terms will do. */
export type Unit = { readonly weight: number; readonly terms: Terms };

/** Okapi BM25: how soon repetition tires, and how much length counts. */
const K = 1.2;
const B = 0.75;

/** What one more paper with a term is worth less, the more papers have it. */
export const idfOf = (size: number, count: number): number =>
  Math.log(1 + (size - count + 0.5) / (count + 0.5));

/** How much a term counts in a document that has it `count` times: from 0 to `K + 1`. */
export const saturate = ({ lengths }: Postings, doc: number, count: number): number =>
  (count * (K + 1)) / (count + K * (1 - B + B * (lengths[doc] ?? 1)));

/** How often each document has any of several things, each counted as its weight says. */
export const addUpFrequencies = (
  size: number,
  parts: readonly (readonly [frequencies: Frequencies, weight: number])[],
): Frequencies => {
  const sums = new Float64Array(size);
  const found = new Uint32Array(size);
  let length = 0;
  for (const [{ docs, counts }, weight] of parts)
    for (let at = 0; at < docs.length; at += 1) {
      const doc = docs[at] ?? 0;
      if (sums[doc] === 0) found[length++] = doc;
      sums[doc] = (sums[doc] ?? 0) + weight * (counts[at] ?? 0);
    }
  const docs = found.slice(0, length);
  const counts = new Float64Array(length);
  for (let at = 0; at < length; at += 1) counts[at] = sums[docs[at] ?? 0] ?? 0;
  return { docs, counts };
};

/** How often each document has a unit: its terms count as one word, each as its weight says. */
export const unitFrequencies = (postings: Postings, { terms }: Unit): Frequencies => {
  const [first] = terms;
  if (terms.size === 1 && first?.[1] === 1) return frequenciesOf(postings, first[0]);
  return addUpFrequencies(
    postings.size,
    [...terms].map(([term, weight]) => [frequenciesOf(postings, term), weight]),
  );
};

/** Adds what one word is worth to the scores of the documents that have it; returns the most it can add. */
export const addScores = (
  postings: Postings,
  { docs, counts }: Frequencies,
  weight: number,
  scores: Float64Array,
): number => {
  const worth = docs.length === 0 ? 0 : weight * idfOf(postings.size, docs.length);
  for (let at = 0; at < docs.length; at += 1) {
    const doc = docs[at] ?? 0;
    scores[doc] = (scores[doc] ?? 0) + worth * saturate(postings, doc, counts[at] ?? 0);
  }
  return worth;
};

/** Documents that tell what a query is about: as many as the literature takes. */
const BEST_DOCS = 10;

/** One of the best documents, and how much it is trusted to be one: the first ones far more than the last. */
export type Best = { readonly doc: number; readonly trust: number };

/** The best documents, the best first, the first ones among equals. */
export const takeBest = (scores: Float64Array): readonly Best[] => {
  const best: Best[] = [];
  // a power costs more than a comparison, and most documents are none of the best
  let least = 0;
  for (let doc = 0; doc < scores.length; doc += 1) {
    const score = scores[doc] ?? 0;
    if (score <= least) continue;
    const trust = score ** 3;
    if (trust <= (best[BEST_DOCS - 1]?.trust ?? 0)) continue;
    const place = best.findIndex((one) => one.trust < trust);
    best.splice(place < 0 ? best.length : place, 0, { doc, trust });
    if (best.length > BEST_DOCS) best.pop();
    if (best.length === BEST_DOCS) least = scores[best[BEST_DOCS - 1]?.doc ?? 0] ?? 0;
  }
  return best;
};

/** By what scores are divided so that the highest is 1. */
const highest = (scores: Float64Array): number => {
  let most = 0;
  for (let doc = 0; doc < scores.length; doc += 1) most = Math.max(most, scores[doc] ?? 0);
  return most === 0 ? 1 : most;
};

/** Two searches as one, each brought to at most 1; a document that the first did not find stays at 0. */
export const blend = (first: Float64Array, second: Float64Array): Float64Array => {
  const [most, other] = [highest(first), highest(second)];
  const blended = new Float64Array(first.length);
  for (let doc = 0; doc < first.length; doc += 1) {
    const score = first[doc] ?? 0;
    if (score !== 0) blended[doc] = (score / most + (second[doc] ?? 0) / other) / 2;
  }
  return blended;
};
