import { listStore } from './list/browser-store.ts';

/** Tells in the header of every page how many papers the reader keeps. */
const count = document.querySelector<HTMLElement>('[data-part="list-count"]');

const show = (): void => {
  const { length } = listStore.state().list;
  if (count !== null) count.textContent = length === 0 ? '' : ` ${length}`;
};

listStore.subscribe(show, new AbortController().signal);
show();
