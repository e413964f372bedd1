import { followKept, keptIds } from './list/kept-ids.ts';

/** Tells in the header of every page how many papers the reader keeps. */
const count = document.querySelector<HTMLElement>('[data-part="list-count"]');

const show = (): void => {
  const { size } = keptIds().ids;
  if (count !== null) count.textContent = size === 0 ? '' : ` ${size}`;
};

followKept(show);
show();
