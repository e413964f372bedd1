import { bylineOf } from './byline.ts';
import type { Splits } from './compounds.ts';
import { findMatches, toMarks } from './marks.ts';
import type { SearchPaper } from './payload.ts';
import type { Hit } from './protocol.ts';
import type { Ranked } from './rank.ts';
import type { Wanted } from './snippet.ts';
import type { Sort } from './url-state.ts';

/** A paper that was found, with its folded title to sort by. */
export type Entry = Ranked & { readonly paper: SearchPaper; readonly title: string };

const byText = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);

type Order = (a: Entry, b: Entry) => number;

const byTitle: Order = (a, b) => byText(a.title, b.title) || byText(a.paper.id, b.paper.id);

/** By date, then by the day added, the newest first; papers without a date come last. */
const byNewness: Order = (a, b) =>
  byText(b.paper.date, a.paper.date) || byText(b.paper.added, a.paper.added) || byTitle(a, b);

/** Puts entries that come by relevance, where there is any, into the order asked for. */
export const sortEntries = (
  entries: readonly Entry[],
  sort: Sort,
  hasWords: boolean,
): readonly Entry[] => {
  if (sort === 'title') return entries.toSorted(byTitle);
  return sort === 'new' || !hasWords ? entries.toSorted(byNewness) : entries;
};

/** What readers see of a paper that was found. */
export const toHit = ({ paper, score }: Entry, wanted: Wanted, splits: Splits): Hit => ({
  id: paper.id,
  title: paper.title,
  titleMarks: toMarks(findMatches(paper.title, wanted, splits)),
  topics: paper.topics ?? [],
  kind: paper.kind,
  hasCode: paper.has?.includes('code') ?? false,
  byline: bylineOf(paper),
  score,
});
