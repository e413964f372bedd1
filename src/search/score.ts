import type { Unit } from './expand.ts';
import { frequenciesOf, type Frequencies, type Postings } from './postings.ts';

/** Okapi BM25: how soon repetition tires, and how much length counts. */
const K = 1.2;
const B = 0.75;

/** What one more paper with a term is worth less, the more papers have it. */
export const idfOf = (size: number, count: number): number =>
  Math.log(1 + (size - count + 0.5) / (count + 0.5));

/** How much a term counts in a document that has it `count` times: from 0 to `K + 1`. */
export const saturate = ({ lengths }: Postings, doc: number, count: number): number =>
  (count * (K + 1)) / (count + K * (1 - B + B * (lengths[doc] ?? 1)));

/** How often each document has a unit: its terms count as one word, each as its weight says. */
export const unitFrequencies = (postings: Postings, { terms }: Unit): Frequencies => {
  const [first] = terms;
  if (terms.size === 1 && first?.[1] === 1) return frequenciesOf(postings, first[0]);
  const sums = new Map<number, number>();
  for (const [term, weight] of terms) {
    const { docs, counts } = frequenciesOf(postings, term);
    docs.forEach((doc, at) => sums.set(doc, (sums.get(doc) ?? 0) + weight * (counts[at] ?? 0)));
  }
  return { docs: Uint32Array.from(sums.keys()), counts: Float64Array.from(sums.values()) };
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

/** Brings scores to at most 1, so that those of two searches can be blended. */
export const scale = (scores: Float64Array): Float64Array => {
  let most = 0;
  for (const score of scores) most = Math.max(most, score);
  return most === 0 ? scores : scores.map((score) => score / most);
};
