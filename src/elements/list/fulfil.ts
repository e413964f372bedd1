import {
  addItem,
  newItem,
  removeItem,
  restoreItem,
  type ListItem,
} from '../../domain/reading-list.ts';
import { listStore, today } from './browser-store.ts';
import { WISHES_KEY } from './key.ts';
import { readWishes, type Wish } from './kept-ids.ts';

/** What was removed on this page, with its notes: added again, it is as it was. */
const removed = new Map<string, { readonly item: ListItem; readonly at: number }>();

const keep = ({ id, title }: Wish): void => {
  const known = removed.get(id);
  listStore.edit(
    known === undefined ? addItem(newItem(id, title, today())) : restoreItem(known.item, known.at),
  );
};

const giveUp = ({ id }: Wish): void => {
  const { list } = listStore.state();
  const at = list.findIndex((item) => item.id === id);
  const item = list[at];
  if (item !== undefined) removed.set(id, { item, at });
  listStore.edit(removeItem(id));
};

/** Does what was wished, and what could not even be noted. Done twice it changes nothing. */
export const fulfilWishes = (unnoted: readonly Wish[] = []): void => {
  const wishes = [...readWishes(), ...unnoted];
  for (const wish of wishes) (wish.keep ? keep : giveUp)(wish);
  try {
    localStorage.removeItem(WISHES_KEY);
  } catch {
    // then none was noted
  }
  if (wishes.length > 0) listStore.refresh();
};
