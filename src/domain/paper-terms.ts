import type { VectorSpace } from './vectors.ts';

/** What papers are about, small enough for a browser: the weightiest terms of each. */
export type PaperTerms = {
  readonly ids: readonly string[];
  /** by term: as readers write it; the commonest first */
  readonly labels: readonly string[];
  /** by paper: a term, its weight, the next term, its weight ...; the weightiest first */
  readonly papers: readonly (readonly number[])[];
};

/** More tell hardly more: the terms left out are those that weigh least. */
const MOST_TERMS = 24;
/** Weights are shares of a vector of length 1, told in hundredths. */
const SCALE = 100;

type Entry = readonly [term: number, weight: number];

const weightiest = (
  { vectors }: VectorSpace,
  isFragment: readonly boolean[],
): readonly (readonly Entry[])[] =>
  vectors.map(({ terms, weights }) =>
    Array.from(terms, (term, at): Entry => [term, Math.round((weights[at] ?? 0) * SCALE)])
      .filter(([term, weight]) => weight > 0 && isFragment[term] !== true)
      .toSorted(([a, weightA], [b, weightB]) => weightB - weightA || a - b)
      .slice(0, MOST_TERMS),
  );

/** By term in use: its number in the file, small for common terms, whose numbers are written most often. */
const numberTerms = (papers: readonly (readonly Entry[])[]): ReadonlyMap<number, number> => {
  const uses = new Map<number, number>();
  for (const [term] of papers.flat()) uses.set(term, (uses.get(term) ?? 0) + 1);
  const common = [...uses].toSorted(([a, usesA], [b, usesB]) => usesB - usesA || a - b);
  return new Map(common.map(([term], number) => [term, number]));
};

/** Takes the weightiest terms of each paper out of its vector; parts of phrases are no terms of their own. */
export const toPaperTerms = (space: VectorSpace, isFragment: readonly boolean[]): PaperTerms => {
  const papers = weightiest(space, isFragment);
  const numberOf = numberTerms(papers);
  return {
    ids: space.ids,
    labels: [...numberOf.keys()].map((term) => space.labels[term] ?? ''),
    papers: papers.map((entries) =>
      entries.flatMap(([term, weight]) => [numberOf.get(term) ?? 0, weight]),
    ),
  };
};

const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'number');

/** Reads a file of terms; throws when it is none. */
export const readPaperTerms = (value: unknown): PaperTerms => {
  const { ids, labels, papers } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (!Array.isArray(ids) || !Array.isArray(labels) || !Array.isArray(papers))
    throw new Error('The file holds no terms.');
  if (ids.length !== papers.length || !papers.every(isNumbers))
    throw new Error('The file holds other terms than the papers have.');
  return { ids: ids as string[], labels: labels as string[], papers };
};
