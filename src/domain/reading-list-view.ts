import { sortKey } from './sort-key.ts';
import type { ListItem, ReadingList } from './reading-list.ts';

/** What of a list a reader wants to see. */
export type ListFilter = {
  readonly words: string;
  /** all papers with it, or all when empty */
  readonly tag: string;
  readonly onlyUnread: boolean;
};

export const EVERYTHING: ListFilter = { words: '', tag: '', onlyUnread: false };

/** The papers that pass. Words may begin anywhere in a text of the paper; case, accents and signs do not matter. */
export const filterList = (
  list: ReadingList,
  { words, tag, onlyUnread }: ListFilter,
  textOf: (item: ListItem) => string,
): ReadingList => {
  const wanted = sortKey(words)
    .split(' ')
    .filter((word) => word !== '');
  return list.filter((item) => {
    if ((tag !== '' && !item.tags.includes(tag)) || (onlyUnread && item.isRead)) return false;
    const text =
      wanted.length === 0 ? '' : sortKey(`${textOf(item)} ${item.note} ${item.tags.join(' ')}`);
    return wanted.every((word) => text.includes(word));
  });
};

/** The tags of a list with how many papers have them, by name. */
export const countTags = (
  list: ReadingList,
): readonly { readonly tag: string; readonly count: number }[] => {
  const counts = new Map<string, number>();
  for (const tag of list.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .toSorted((a, b) => (a.tag < b.tag ? -1 : 1));
};
