import { readListText, writeList, type ReadingList } from '../../domain/reading-list.ts';
import { LIST_KEY } from './key.ts';
import { createKeptStore, type KeptStorage, type KeptStore, type Kind } from '../kept-store.ts';

export type ListStorage = KeptStorage;
export type ListStore = KeptStore<ReadingList>;

/** What could not be read is set aside here before the list is written anew. */
export const DAMAGED_KEY = 'paperlight-list-damaged';

/** How the reading list is kept. */
export const LIST_KIND: Kind<ReadingList> = {
  key: LIST_KEY,
  damagedKey: DAMAGED_KEY,
  empty: [],
  read: readListText,
  write: writeList,
};

export const createListStore = (open: () => ListStorage): ListStore =>
  createKeptStore(open, LIST_KIND);
