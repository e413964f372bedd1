import type { Widening } from './concepts-widen.ts';
import type { Plan } from './expand.ts';
import type { Postings } from './postings.ts';
import { addScores, unitFrequencies } from './score.ts';

/** Share of an average word of the query that a paper must have: a common word among rare ones is no match. */
const LEAST_SHARE = 0.25;
/**
 * How much more a paper counts that has all that was typed: what the best hits have in common must not put
 * others before it. The power leaves nearly nothing of it to papers that lack a word.
 */
const FULL_BONUS = 0.3;
const FULL_POWER = 8;

/** What the words say of each document. */
export type WordScores = {
  readonly scores: Float64Array;
  /** how much of what was typed it has, by rarity: from 0 to 1 */
  readonly shares: Float64Array;
};

/** Scores by the words of the query. */
const scoreUnits = (postings: Postings, { units }: Plan): WordScores => {
  const scores = new Float64Array(postings.size);
  const shares = new Float64Array(postings.size);
  let total = 0;
  for (const unit of units) {
    const frequencies = unitFrequencies(postings, unit);
    const worth = addScores(postings, frequencies, unit.weight, scores);
    const { docs } = frequencies;
    for (let at = 0; at < docs.length; at += 1) {
      const doc = docs[at] ?? 0;
      shares[doc] = (shares[doc] ?? 0) + worth;
    }
    total += worth;
  }
  for (let doc = 0; total > 0 && doc < shares.length; doc += 1)
    shares[doc] = Math.min(1, (shares[doc] ?? 0) / total);
  return { scores, shares };
};

/** Scores by the words of the query, and by the other names for what they mean; one of these is enough. */
export const scoreWords = (
  postings: Postings,
  plan: Plan,
  widenings: readonly Widening[],
): WordScores => {
  const { scores, shares } = scoreUnits(postings, plan);
  const least = LEAST_SHARE / Math.max(1, plan.units.length);
  for (let doc = 0; doc < scores.length; doc += 1) if ((shares[doc] ?? 0) < least) scores[doc] = 0;
  for (const { frequencies, weight } of widenings) addScores(postings, frequencies, weight, scores);
  return { scores, shares };
};

/** Raises what has all that was typed above the rest; the most that a score can be stays the same. */
export const favourFull = (scores: Float64Array, shares: Float64Array): void => {
  for (let doc = 0; doc < scores.length; doc += 1)
    // a power takes its time, and most papers have no score
    if (scores[doc] !== 0)
      scores[doc] =
        ((scores[doc] ?? 0) * (1 + FULL_BONUS * (shares[doc] ?? 0) ** FULL_POWER)) /
        (1 + FULL_BONUS);
};
