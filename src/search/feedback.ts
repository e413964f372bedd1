import { frequenciesOf, type Postings } from './postings.ts';
import { addScores, idfOf, saturate, scale } from './score.ts';

/**
 * Pseudo relevance feedback: the words that the best papers have in common and others have not are searched
 * for as well, and both scores are blended. Round figures, usual in the literature, not fitted to any
 * collection.
 */
const BEST_DOCS = 10;
const MAX_TERMS = 40;
const SHARE = 0.5;
/** A term in more than this share of all papers tells none apart. */
const COMMON_SHARE = 0.2;

type Scored = { readonly doc: number; readonly score: number };

/** The best documents, the first ones among equals. */
const takeBest = (scores: Float64Array): readonly Scored[] => {
  const least = scores.toSorted().at(-BEST_DOCS) ?? 0;
  const best: Scored[] = [];
  scores.forEach((score, doc) => {
    if (score > 0 && score >= least) best.push({ doc, score });
  });
  return best.toSorted((a, b) => b.score - a.score || a.doc - b.doc).slice(0, BEST_DOCS);
};

const byWeight = ([a, x]: readonly [number, number], [b, y]: readonly [number, number]): number =>
  y - x || a - b;

/** The terms that set the best documents apart, by number, with weights. */
const termsOf = (postings: Postings, best: readonly Scored[]) => {
  const { size, starts, termsInDocs, countsInDocs, frequencies } = postings;
  const weights = new Map<number, number>();
  for (const { doc, score } of best)
    for (let at = starts[doc] ?? 0; at < (starts[doc + 1] ?? 0); at += 1) {
      const term = termsInDocs[at] ?? 0;
      const known = frequencies[term]?.docs.length ?? 0;
      if (known < 2 || known > size * COMMON_SHARE) continue;
      const worth = score * idfOf(size, known) * saturate(postings, doc, countsInDocs[at] ?? 0);
      weights.set(term, (weights.get(term) ?? 0) + worth);
    }
  return [...weights].toSorted(byWeight).slice(0, MAX_TERMS);
};

/** Blends in what the best documents have in common; documents without a word of the query stay at 0. */
export const feedBack = (postings: Postings, scores: Float64Array): Float64Array => {
  const own = scale(scores);
  const more = new Float64Array(own.length);
  for (const [term, weight] of termsOf(postings, takeBest(own)))
    addScores(postings, frequenciesOf(postings, postings.terms[term] ?? ''), weight, more);
  const common = scale(more);
  return own.map((score, doc) =>
    score === 0 ? 0 : (1 - SHARE) * score + SHARE * (common[doc] ?? 0),
  );
};
