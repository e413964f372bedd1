import { frequenciesOf, type Postings } from './postings.ts';
import { addScores, idfOf, saturate, type Best } from './score.ts';

/**
 * Pseudo relevance feedback: the words that the best papers have in common and others have not are searched
 * for as well, and both scores are blended. Round figures, usual in the literature, not fitted to any
 * collection.
 */
const MAX_TERMS = 40;
/** A term in more than this share of all papers tells none apart. */
const COMMON_SHARE = 0.2;

const byWeight = ([a, x]: readonly [number, number], [b, y]: readonly [number, number]): number =>
  y - x || a - b;

/** The terms that set the best documents apart, by number, with weights. */
const termsOf = (postings: Postings, best: readonly Best[]) => {
  const { size, starts, termsInDocs, countsInDocs, frequencies } = postings;
  const weights = new Map<number, number>();
  for (const { doc, trust } of best)
    for (let at = starts[doc] ?? 0; at < (starts[doc + 1] ?? 0); at += 1) {
      const term = termsInDocs[at] ?? 0;
      const known = frequencies[term]?.docs.length ?? 0;
      if (known < 2 || known > size * COMMON_SHARE) continue;
      const worth = trust * idfOf(size, known) * saturate(postings, doc, countsInDocs[at] ?? 0);
      weights.set(term, (weights.get(term) ?? 0) + worth);
    }
  return [...weights].toSorted(byWeight).slice(0, MAX_TERMS);
};

/** Scores by what the best documents have in common. */
export const scoreCommon = (postings: Postings, best: readonly Best[]): Float64Array => {
  const common = new Float64Array(postings.size);
  for (const [term, weight] of termsOf(postings, best))
    addScores(postings, frequenciesOf(postings, postings.terms[term] ?? ''), weight, common);
  return common;
};
