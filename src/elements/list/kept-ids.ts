import { isId } from '../../domain/ids.ts';
import type { Trouble } from '../kept-store.ts';
import { LIST_KEY, WISHES_KEY } from './key.ts';

/**
 * What buttons and header tell of the reading list. Every page needs that much before a reader does anything;
 * the list itself, which can be edited and repaired, is loaded by the first edit.
 */
export type KeptIds = {
  readonly ids: ReadonlySet<string>;
  /** why the last edit could not be saved */
  readonly trouble?: Trouble | undefined;
};

/** That a paper be kept, or no longer: noted at once, so that it is not lost when the reader goes on. */
export type Wish = { readonly id: string; readonly title?: string; readonly keep: boolean };

/** By this event whoever has loaded the list tells what it is now, with edits that could not be saved. */
export const LIST_CHANGED = 'paperlight-list-changed';

type Item = { readonly id?: unknown } | null;

const itemsIn = (text: string | null): readonly unknown[] => {
  const value = JSON.parse(text ?? '[]') as { readonly items?: unknown } | unknown[] | null;
  const items = Array.isArray(value) ? value : value?.items;
  return Array.isArray(items) ? items : [];
};

/** The ids in a stored list, whatever else there is; throws when it is no JSON. */
export const idsIn = (text: string | null): ReadonlySet<string> =>
  new Set(itemsIn(text).flatMap((item) => (isId((item as Item)?.id) ? (item as Wish).id : [])));

/** What was wished and is not done yet. */
export const readWishes = (): readonly Wish[] => {
  try {
    return itemsIn(localStorage.getItem(WISHES_KEY)).filter((item) =>
      isId((item as Item)?.id),
    ) as readonly Wish[];
  } catch {
    return [];
  }
};

/** Notes a wish; tells whether the browser took it. */
export const noteWish = (wish: Wish): boolean => {
  try {
    localStorage.setItem(WISHES_KEY, JSON.stringify([...readWishes(), wish]));
    tell();
    return true;
  } catch {
    return false;
  }
};

/** What whoever loaded the list said last. */
let told: KeptIds | undefined;
let read: { readonly text: string | null; readonly ids: ReadonlySet<string> } = {
  text: null,
  ids: new Set(),
};

const look = (): ReadonlySet<string> => {
  try {
    const text = localStorage.getItem(LIST_KEY);
    if (text !== read.text) read = { text, ids: idsIn(text) };
    return read.ids;
  } catch {
    return new Set();
  }
};

/** The papers that this browser keeps, or will. */
export const keptIds = (): KeptIds => {
  const { ids, trouble } = told ?? { ids: look() };
  const kept = new Set(ids);
  for (const { id, keep } of readWishes())
    if (keep) kept.add(id);
    else kept.delete(id);
  return { ids: kept, trouble };
};

const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of [...listeners]) listener();
};

/** Tells of every change until the signal aborts, on this page or on another one. */
export const followKept = (listener: () => void, signal?: AbortSignal): void => {
  listeners.add(listener);
  signal?.addEventListener('abort', () => listeners.delete(listener));
};

/** Follows what this page and others do; to be called once. */
const follow = (): void => {
  addEventListener(LIST_CHANGED, (event) => {
    told = (event as CustomEvent<KeptIds>).detail;
    tell();
  });
  addEventListener('storage', tell);
  // a page that comes back from the browser's cache heard nothing meanwhile
  addEventListener('pageshow', tell);
};

// tests of the parts above have no window
if (typeof addEventListener === 'function') follow();
