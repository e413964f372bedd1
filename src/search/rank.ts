import type { Engine } from './engine.ts';
import { planQuery, type Plan, type Unit } from './expand.ts';
import type { Frequencies, Postings } from './postings.ts';
import type { Query } from './query.ts';

/** A document by its number in the engine. */
export type Ranked = { readonly doc: number; readonly score: number };

export type Ranking = {
  readonly ranked: readonly Ranked[];
  /** the words had to be loosened: no paper has them all as they were typed */
  readonly isLoosened: boolean;
  readonly plan: Plan;
};

/** Okapi BM25: how soon repetition tires, and how much length counts. */
const K = 1.2;
const B = 0.75;

/**
 * Pseudo relevance feedback: the words that set the best papers apart are searched for as well, and both
 * scores are blended. The figures are those usual in the literature, not fitted to a collection.
 */
const FEEDBACK_DOCS = 10;
const FEEDBACK_TERMS = 40;
const FEEDBACK_SHARE = 0.5;
/** A word in more than this share of all papers tells none apart. */
const COMMON_SHARE = 0.2;

/** Above every score by words, which are at most 1. */
const TITLE_LIFT = 2;
const TITLE_START_LIFT = 0.25;

const idfOf = (size: number, count: number): number =>
  Math.log(1 + (size - count + 0.5) / (count + 0.5));

/** How often each document has the unit: its terms count as one word, each as its weight says. */
const frequenciesOf = (postings: Postings, { terms }: Unit): Frequencies => {
  const found = [...terms].flatMap(([term, weight]) => {
    const docs = postings.of(term);
    return docs === undefined ? [] : [{ docs, weight }];
  });
  const [only] = found;
  if (only !== undefined && found.length === 1 && only.weight === 1) return only.docs;
  const sums = new Map<number, number>();
  for (const { docs, weight } of found)
    for (const [doc, frequency] of docs) sums.set(doc, (sums.get(doc) ?? 0) + weight * frequency);
  return sums;
};

/** Adds the scores of one unit and, where asked for, the weight that each document covers. */
const addScores = (
  { size, lengths }: Postings,
  frequencies: Frequencies,
  weight: number,
  scores: Float64Array,
  covered?: Float64Array,
): number => {
  const most = weight * idfOf(size, frequencies.size);
  for (const [doc, frequency] of frequencies) {
    const damping = K * (1 - B + B * (lengths[doc] ?? 1));
    scores[doc] = (scores[doc] ?? 0) + (most * frequency * (K + 1)) / (frequency + damping);
    if (covered !== undefined) covered[doc] = (covered[doc] ?? 0) + most;
  }
  return frequencies.size > 0 ? most : 0;
};

// scores can differ in the last bits, for sums are not always added in one order: near-equal ones are ties
const tierOf = ({ score }: Ranked): number => Math.round(score * 1e6);

const byRank =
  (ids: readonly string[]) =>
  (a: Ranked, b: Ranked): number =>
    tierOf(b) - tierOf(a) || ((ids[a.doc] ?? '') < (ids[b.doc] ?? '') ? -1 : 1);

const listScores = (scores: Float64Array): Ranked[] => {
  const list: Ranked[] = [];
  scores.forEach((score, doc) => {
    if (score > 0) list.push({ doc, score });
  });
  return list;
};

/** Brings scores to 0 to 1, so that those of two searches can be blended. */
const scale = (scores: Float64Array): Float64Array => {
  let most = 0;
  for (const score of scores) most = Math.max(most, score);
  return most === 0 ? scores : scores.map((score) => score / most);
};

/** The terms that set the best documents apart, with weights of at most 1. */
const feedbackTerms = (
  { size, of, lengths, inDoc }: Postings,
  best: readonly Ranked[],
): readonly (readonly [term: string, weight: number])[] => {
  const weights = new Map<string, number>();
  for (const { doc, score } of best)
    for (const [term, frequency] of inDoc(doc)) {
      const count = of(term)?.size ?? 0;
      if (count < 2 || count > size * COMMON_SHARE) continue;
      const damping = K * (1 - B + B * (lengths[doc] ?? 1));
      const worth = (idfOf(size, count) * frequency) / (frequency + damping);
      weights.set(term, (weights.get(term) ?? 0) + score * worth);
    }
  const strongest = [...weights]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, FEEDBACK_TERMS);
  const most = strongest[0]?.[1] ?? 1;
  return strongest.map(([term, weight]) => [term, weight / most]);
};

/** Blends in what the best documents have in common; documents without any word typed stay out. */
const feedBack = (engine: Engine, scores: Float64Array): Float64Array => {
  const own = scale(scores);
  const best = listScores(own).toSorted(byRank(engine.ids)).slice(0, FEEDBACK_DOCS);
  const more = new Float64Array(own.length);
  for (const [term, weight] of feedbackTerms(engine.postings, best))
    addScores(engine.postings, engine.postings.of(term) ?? new Map(), weight, more);
  const blended = scale(more);
  return own.map((score, doc) =>
    score === 0 ? 0 : (1 - FEEDBACK_SHARE) * score + FEEDBACK_SHARE * (blended[doc] ?? 0),
  );
};

/** Lifts the papers whose title was typed, in full or from its start. */
const liftTitles = (engine: Engine, { folded, words }: Query, scores: Float64Array): void => {
  if (folded === '') return;
  engine.titles.forEach((title, doc) => {
    if (title === folded) scores[doc] = (scores[doc] ?? 0) + TITLE_LIFT;
    else if (words.length > 1 && title.startsWith(folded))
      scores[doc] = (scores[doc] ?? 0) + TITLE_START_LIFT;
  });
};

/** Whether some document has every word that was typed. */
const hasFullMatch = ({ size, of }: Postings, needs: Plan['needs']): boolean => {
  const matched = new Uint16Array(size);
  needs.forEach((terms, before) => {
    for (const term of terms)
      for (const doc of of(term)?.keys() ?? [])
        if (matched[doc] === before) matched[doc] = before + 1;
  });
  return matched.some((count) => count === needs.length);
};

/**
 * Ranks all documents that have something of the query, the best first, in one total order: score, then id.
 */
export const rank = (engine: Engine, query: Query): Ranking => {
  const plan = planQuery(engine, query);
  const { postings } = engine;
  const scores = new Float64Array(postings.size);
  const covered = new Float64Array(postings.size);
  let total = 0;
  for (const unit of plan.units)
    total += addScores(postings, frequenciesOf(postings, unit), unit.weight, scores, covered);
  // a word's worth of the query, or half of it, is the least that a paper must have
  const least = plan.units.length > 0 ? total / plan.units.length / 4 : 0;
  covered.forEach((share, doc) => {
    if (share < least) scores[doc] = 0;
  });
  const blended = feedBack(engine, scores);
  liftTitles(engine, query, blended);
  return {
    ranked: listScores(blended).toSorted(byRank(engine.ids)),
    isLoosened: plan.isLoosened || !hasFullMatch(postings, plan.needs),
    plan,
  };
};
