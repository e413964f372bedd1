import type { PaperTerms } from './paper-terms.ts';

/** A paper like those that a reader keeps, and the terms that led to it. */
export type Suggestion = {
  readonly id: string;
  readonly score: number;
  /** the most telling first; at least one */
  readonly terms: readonly string[];
};

const MOST_TERMS = 3;
/** A phrase tells more than a word that weighs as much. */
const PHRASE_WEIGHT = 1.5;

/** By term: the kept papers that have it, by their number, with its weight in them. */
type KeptByTerm = ReadonlyMap<number, readonly (readonly [kept: number, weight: number])[]>;

/** @example pairsOf([7, 30, 2, 10]) // [[7, 30], [2, 10]] */
const pairsOf = (flat: readonly number[]): readonly (readonly [number, number])[] =>
  Array.from({ length: flat.length / 2 }, (_, at) => [flat[2 * at] ?? 0, flat[2 * at + 1] ?? 0]);

const indexKept = (papers: readonly (readonly number[])[]): KeptByTerm => {
  const index = new Map<number, [number, number][]>();
  for (const [kept, flat] of papers.entries())
    for (const [term, weight] of pairsOf(flat)) {
      const entries = index.get(term) ?? [];
      entries.push([kept, weight]);
      index.set(term, entries);
    }
  return index;
};

/** How like a paper is to each kept one that it shares a term with. */
const likenessTo = (kept: KeptByTerm, flat: readonly number[]): ReadonlyMap<number, number> => {
  const likeness = new Map<number, number>();
  for (const [term, weight] of pairsOf(flat))
    for (const [one, other] of kept.get(term) ?? [])
      likeness.set(one, (likeness.get(one) ?? 0) + weight * other);
  return likeness;
};

const isWithin = (inner: string, outer: string): boolean =>
  ` ${outer.toLowerCase()} `.includes(` ${inner.toLowerCase()} `);

/** Next to what tells most, what tells less than this part of it is noise. */
const MIN_PART = 0.15;

/** The labels that tell most and say different things. */
const chooseLabels = (weightOf: ReadonlyMap<string, number>): readonly string[] => {
  const byWeight = [...weightOf].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const least = MIN_PART * (byWeight[0]?.[1] ?? 0);
  const chosen: string[] = [];
  for (const [label, weight] of byWeight) {
    if (chosen.length === MOST_TERMS || weight < least) break;
    if (!chosen.some((one) => isWithin(label, one) || isWithin(one, label))) chosen.push(label);
  }
  return chosen;
};

/** What each shared term adds to the score, by its label. */
const weighLabels = (
  labels: readonly string[],
  kept: KeptByTerm,
  likeness: ReadonlyMap<number, number>,
  flat: readonly number[],
): ReadonlyMap<string, number> => {
  const weights = new Map<string, number>();
  for (const [term, weight] of pairsOf(flat)) {
    const label = labels[term] ?? '';
    const shares = (kept.get(term) ?? []).map(
      ([one, other]) => weight * other * (likeness.get(one) ?? 0),
    );
    if (shares.length === 0 || label === '') continue;
    const sum = shares.reduce((total, share) => total + share, 0);
    weights.set(label, sum * (label.includes(' ') ? PHRASE_WEIGHT : 1));
  }
  return weights;
};

type Scored = Pick<Suggestion, 'id' | 'score'>;

const byScore = (a: Scored, b: Scored): number => b.score - a.score || (a.id < b.id ? -1 : 1);

/**
 * The papers most like those kept. Likenesses are squared before they are summed: one kept paper that is much
 * alike counts more than several that are a little, so that a list on two subjects gets papers on either.
 */
export const suggestPapers = (
  { ids, labels, papers }: PaperTerms,
  keptIds: ReadonlySet<string>,
  most: number,
): readonly Suggestion[] => {
  const kept = indexKept(papers.filter((_, at) => keptIds.has(ids[at] ?? '')));
  const scored = papers.map((flat, at) => {
    const likeness = likenessTo(kept, flat);
    const score = [...likeness.values()].reduce((sum, one) => sum + one * one, 0);
    return { id: ids[at] ?? '', score, flat, likeness };
  });
  return scored
    .filter(({ id, score }) => score > 0 && !keptIds.has(id))
    .toSorted(byScore)
    .slice(0, most)
    .map(({ id, score, flat, likeness }) => ({
      id,
      score,
      terms: chooseLabels(weighLabels(labels, kept, likeness, flat)),
    }))
    .filter(({ terms }) => terms.length > 0);
};
