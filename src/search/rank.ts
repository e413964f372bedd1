import type { Widening } from './concepts-widen.ts';
import type { Engine } from './engine.ts';
import { planQuery, type Hints, type Plan } from './expand.ts';
import { scoreCommon } from './feedback.ts';
import { scoreLatent } from './latent.ts';
import { fulfilNeeds, type Passes } from './needs.ts';
import type { Query } from './query.ts';
import { favourFull, scoreWords, type WordScores } from './score-words.ts';
import { blend, takeBest } from './score.ts';
import { liftTitles } from './titles.ts';

/** A document by its number in the engine. */
export type Ranked = { readonly doc: number; readonly score: number };

export type Ranking = {
  readonly ranked: readonly Ranked[];
  /** the words had to be loosened: no paper has them all as they were typed */
  readonly isLoosened: boolean;
  /** whether a paper has every word of the query, or what stands in for it */
  readonly isFull: Passes;
  readonly plan: Plan;
};

/** What a query is about besides its words. */
export type Sense = Pick<Hints, 'isInNames'> & { readonly widenings: readonly Widening[] };

const NO_SENSE: Sense = { widenings: [], isInNames: () => false };

/** Blends what the words say, what the best hits have in common, and what they are about. */
const scoreAll = (
  { postings, latent }: Engine,
  { scores: words, shares }: WordScores,
): Float64Array => {
  const best = takeBest(words);
  const common = blend(words, scoreCommon(postings, best));
  const scores = latent === undefined ? common : blend(common, scoreLatent(latent, words, best));
  favourFull(scores, shares);
  return scores;
};

// scores can differ in the last bits, for sums are not always added in one order: near-equal ones are ties
const TIERS = 1e6;
/** above the tier of every score: lifts and words together are far below 100 */
const MOST_TIERS = 100 * TIERS;

/** Documents with a score, the best first, in one total order: score, then id. */
const sortByScore = ({ idOrder }: Engine, scores: Float64Array): readonly Ranked[] => {
  const size = scores.length;
  const docAt = new Uint32Array(size);
  const keys = new Float64Array(size);
  let found = 0;
  for (let doc = 0; doc < size; doc += 1) {
    const place = idOrder[doc] ?? 0;
    docAt[place] = doc;
    // one number tells tier and place, and numbers are sorted fastest
    if ((scores[doc] ?? 0) > 0)
      keys[found++] = (MOST_TIERS - Math.round((scores[doc] ?? 0) * TIERS)) * size + place;
  }
  keys.subarray(0, found).sort();
  const ranked = new Array<Ranked>(found);
  for (let at = 0; at < found; at += 1) {
    const doc = docAt[(keys[at] ?? 0) % size] ?? 0;
    ranked[at] = { doc, score: scores[doc] ?? 0 };
  }
  return ranked;
};

/** What the words say, before any of it is ranked. */
const scoreQuery = (engine: Engine, query: Query, { widenings, isInNames }: Sense) => {
  const understood = new Set(widenings.flatMap((widening) => [...widening.understood]));
  const plan = planQuery(engine, query, { understood, isInNames });
  return { plan, words: scoreWords(engine.postings, plan, widenings) };
};

/** Ranks all documents that have something of the query or of what widens it. */
export const rank = (engine: Engine, query: Query, sense: Sense = NO_SENSE): Ranking => {
  const { plan, words } = scoreQuery(engine, query, sense);
  const scores = scoreAll(engine, words);
  liftTitles(engine.titles, query, scores);
  const isFull = fulfilNeeds(engine.postings, plan.needs);
  return {
    ranked: sortByScore(engine, scores),
    isLoosened: plan.isLoosened || !engine.ids.some((_, doc) => isFull(doc)),
    isFull,
    plan,
  };
};

/** The documents that `rank` ranks, in no order: for who only counts them. */
export const findRanked = (
  engine: Engine,
  query: Query,
  sense: Sense,
): readonly Pick<Ranked, 'doc'>[] => {
  const { scores } = scoreQuery(engine, query, sense).words;
  liftTitles(engine.titles, query, scores);
  const docs: { readonly doc: number }[] = [];
  for (let doc = 0; doc < scores.length; doc += 1) if ((scores[doc] ?? 0) > 0) docs.push({ doc });
  return docs;
};
