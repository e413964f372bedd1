import {
  toNote,
  toTags,
  uniteItems,
  type ListEdit,
  type ListItem,
  type ReadingList,
} from './reading-list.ts';

/** What readers do to a list beyond adding and removing. Edits of papers that are not there change nothing. */

/** Moves a paper to a place, counted from 0, or to the nearest one that there is. */
export const moveItem =
  (id: string, to: number): ListEdit =>
  (list) => {
    const item = list.find((one) => one.id === id);
    if (item === undefined) return list;
    return list.filter((one) => one !== item).toSpliced(Math.max(0, to), 0, item);
  };

const changeItem =
  (id: string, change: (item: ListItem) => ListItem): ListEdit =>
  (list) =>
    list.map((item) => (item.id === id ? change(item) : item));

export const markItem = (id: string, isRead: boolean): ListEdit =>
  changeItem(id, (item) => ({ ...item, isRead }));

export const noteItem = (id: string, note: string): ListEdit =>
  changeItem(id, (item) => ({ ...item, note: toNote(note) }));

/** Sets the tags of a paper from a text with commas between them. */
export const tagItem = (id: string, tags: string): ListEdit =>
  changeItem(id, (item) => ({ ...item, tags: toTags([tags]) }));

/** Everything of both lists: the second one's papers come below, and what it says of shared ones is added. */
export const mergeLists =
  (theirs: ReadingList): ListEdit =>
  (mine) =>
    uniteItems([...mine, ...theirs]);

/** Gives papers the ids and titles that they have today; two that became one are merged. */
export const updateItems =
  (renames: ReadonlyMap<string, string>, titleOf: (id: string) => string | undefined): ListEdit =>
  (list) =>
    uniteItems(
      list.map((item) => {
        const id = renames.get(item.id) ?? item.id;
        return { ...item, id, title: titleOf(id) ?? item.title };
      }),
    );
