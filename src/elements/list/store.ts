import { readListText, writeList, type ReadingList } from '../../domain/reading-list.ts';
import { createKeptStore, type KeptStorage, type KeptStore } from '../kept-store.ts';

export type ListStorage = KeptStorage;
export type ListStore = KeptStore<ReadingList>;

export const LIST_KEY = 'paperlight-list';
/** What could not be read is set aside here before the list is written anew. */
export const DAMAGED_KEY = 'paperlight-list-damaged';

/** The reading list of this browser. */
export const createListStore = (open: () => ListStorage): ListStore =>
  createKeptStore<ReadingList>(open, {
    key: LIST_KEY,
    damagedKey: DAMAGED_KEY,
    empty: [],
    read: readListText,
    write: writeList,
  });
