import { createKeptStore, type KeptStore, type Kind } from '../kept-store.ts';
import { LIST_CHANGED, type KeptIds } from './kept-ids.ts';
import { LIST_KIND } from './store.ts';

/** A list in this browser's storage, one for all elements of a page, that follows what other pages do to it. */
export const keepInBrowser = <List>(kind: Kind<List>): KeptStore<List> => {
  const store = createKeptStore(() => localStorage, kind);
  addEventListener('storage', ({ key }) => {
    if (key === kind.key || key === kind.damagedKey || key === null) store.refresh();
  });
  // a page that comes back from the browser's cache heard nothing meanwhile
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) store.refresh();
  });
  return store;
};

/** The reading list of this browser. */
export const listStore = keepInBrowser(LIST_KIND);

const announce = (): void => {
  const { list, trouble } = listStore.state();
  const detail: KeptIds = { ids: new Set(list.map(({ id }) => id)), trouble };
  dispatchEvent(new CustomEvent(LIST_CHANGED, { detail }));
};
listStore.subscribe(announce, new AbortController().signal);

/** Today where the reader is, as YYYY-MM-DD. */
export const today = (): string => new Date().toLocaleDateString('sv');
