import { createListStore, DAMAGED_KEY, LIST_KEY } from './store.ts';

/** The reading list of this browser, one for all elements of a page. */
export const listStore = createListStore(() => localStorage);

addEventListener('storage', ({ key }) => {
  if (key === LIST_KEY || key === DAMAGED_KEY || key === null) listStore.refresh();
});
// a page that comes back from the browser's cache heard nothing meanwhile
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) listStore.refresh();
});

/** Today where the reader is, as YYYY-MM-DD. */
export const today = (): string => new Date().toLocaleDateString('sv');
