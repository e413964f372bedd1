import type { SearchState } from '../search/url-state.ts';

/** What a list knows of a paper without reading its words. */
export type ListedPaper = {
  /** empty when unknown */
  readonly kind: string;
  readonly hasCode: boolean;
  /** place by title, and in the list's own order, from 0 */
  readonly titleRank: number;
  readonly place: number;
  /** YYYY, YYYY-MM or YYYY-MM-DD; empty when unknown */
  readonly date: string;
};

/** What a reader of a list may ask for; it has no words to search for and no other facets. */
export type ListState = Pick<SearchState, 'kind' | 'has' | 'sort'>;

const isOfKind = ({ kind }: ListedPaper, kinds: ListState['kind']): boolean =>
  kinds.length === 0 || kinds.some((one) => one === kind);

const hasAll = ({ hasCode }: ListedPaper, has: ListState['has']): boolean =>
  !has.includes('code') || hasCode;

const byDate = (a: ListedPaper, b: ListedPaper): number =>
  a.date === b.date ? 0 : a.date < b.date ? 1 : -1;

const ORDERS: Readonly<Record<ListState['sort'], (a: ListedPaper, b: ListedPaper) => number>> = {
  relevance: (a, b) => a.place - b.place,
  title: (a, b) => a.titleRank - b.titleRank || a.place - b.place,
  new: (a, b) => byDate(a, b) || a.titleRank - b.titleRank || a.place - b.place,
};

/** The papers asked for, in the order asked for. */
export const arrangePapers = <T extends ListedPaper>(
  papers: readonly T[],
  { kind, has, sort }: ListState,
): readonly T[] =>
  papers.filter((paper) => isOfKind(paper, kind) && hasAll(paper, has)).toSorted(ORDERS[sort]);

/** How many papers a tick would show: the other filter counts, its own does not. */
export const countPapers = (
  papers: readonly ListedPaper[],
  filter: 'kind' | 'has',
  value: string,
  { kind, has }: ListState,
): number =>
  papers.filter((paper) =>
    filter === 'kind'
      ? paper.kind === value && hasAll(paper, has)
      : paper.hasCode && isOfKind(paper, kind),
  ).length;

/** @example describeShown(3, 41) // '3 of 41 papers' */
export const describeShown = (shown: number, total: number): string => {
  const papers = total === 1 ? '1 paper' : `${total} papers`;
  if (shown === total) return papers;
  return shown === 0 ? `None of ${papers}: take a filter off` : `${shown} of ${papers}`;
};
