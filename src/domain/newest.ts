import type { Paper } from './paper.ts';

/** Those papers that tell when they were added, the newest first; within a day they stay in the order given. */
export const papersByAdded = (papers: readonly Paper[]): readonly Paper[] =>
  papers
    .filter(({ added }) => added !== undefined)
    .toSorted((a, b) => ((a.added ?? '') < (b.added ?? '') ? 1 : a.added === b.added ? 0 : -1));

/**
 * The papers added last, the newest first; none while all were added on one day, for then no paper is newer
 * than another. Expects papers by title, which stays the order within a day.
 */
export const newestPapers = (papers: readonly Paper[], count: number): readonly Paper[] => {
  const days = new Set(papers.flatMap(({ added }) => added ?? []));
  if (days.size < 2) return [];
  return papersByAdded(papers).slice(0, count);
};
