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

/** What is kept of a collection, for every key looks at some thousand terms. */
type Desk = {
  /** by the number of the term: how rare it is; 0 where it tells nothing apart */
  readonly rarities: Float64Array;
  /** what each term weighs; all 0 between two questions */
  readonly weights: Float64Array;
};

const desks = new WeakMap<Postings, Desk>();

const rarityOf = (size: number, known: number): number =>
  known < 2 || known > size * COMMON_SHARE ? 0 : idfOf(size, known);

const deskOf = (postings: Postings): Desk => {
  const { size, frequencies } = postings;
  const desk = desks.get(postings) ?? {
    rarities: Float64Array.from(frequencies, ({ docs }) => rarityOf(size, docs.length)),
    weights: new Float64Array(frequencies.length),
  };
  desks.set(postings, desk);
  return desk;
};

/** Weighs the terms of the best documents; tells which have a weight. */
const weighTerms = (postings: Postings, best: readonly Best[]): readonly number[] => {
  const { starts, termsInDocs, countsInDocs } = postings;
  const { rarities, weights } = deskOf(postings);
  const found: number[] = [];
  for (const { doc, trust } of best)
    for (let at = starts[doc] ?? 0; at < (starts[doc + 1] ?? 0); at += 1) {
      const term = termsInDocs[at] ?? 0;
      const rarity = rarities[term] ?? 0;
      if (rarity === 0) continue;
      const before = weights[term] ?? 0;
      if (before === 0) found.push(term);
      weights[term] = before + trust * rarity * saturate(postings, doc, countsInDocs[at] ?? 0);
    }
  return found;
};

type Weighed = { readonly term: number; readonly weight: number };

/** The terms that set the best documents apart, by number, with weights; the heaviest first. */
const termsOf = (postings: Postings, best: readonly Best[]): readonly Weighed[] => {
  const found = weighTerms(postings, best);
  const { weights } = deskOf(postings);
  const own = Float64Array.from(found, (term) => weights[term] ?? 0);
  // most are far from the heaviest: a number tells so, and numbers are sorted fastest
  const least = own.toSorted().at(-MAX_TERMS) ?? 0;
  const heaviest: Weighed[] = [];
  for (const [at, term] of found.entries()) {
    const weight = own[at] ?? 0;
    weights[term] = 0;
    if (weight >= least) heaviest.push({ term, weight });
  }
  return heaviest.sort((a, b) => b.weight - a.weight || a.term - b.term).slice(0, MAX_TERMS);
};

/** Scores by what the best documents have in common. */
export const scoreCommon = (postings: Postings, best: readonly Best[]): Float64Array => {
  const common = new Float64Array(postings.size);
  for (const { term, weight } of termsOf(postings, best))
    addScores(postings, frequenciesOf(postings, postings.terms[term] ?? ''), weight, common);
  return common;
};
