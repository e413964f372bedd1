import { readSearches, writeSearches, type SavedSearches } from '../../domain/saved-searches.ts';
import type { Kind } from '../kept-store.ts';
import { toAddress } from './address.ts';
import { SEARCHES_KEY } from './key.ts';

/** How saved searches are kept. */
export const SEARCHES_KIND: Kind<SavedSearches> = {
  key: SEARCHES_KEY,
  damagedKey: `${SEARCHES_KEY}-damaged`,
  empty: [],
  read: (text) => readSearches(text, toAddress),
  write: writeSearches,
};
