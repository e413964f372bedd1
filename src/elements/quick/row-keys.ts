import { isPlainKey, nextStop, type Stop } from '../search/keyboard.ts';

/**
 * The stop after a key, as on the search page; among the rows Home and End lead to the first and the last, in
 * the box they move the cursor.
 * @example nextRow('End', 0, 3) // 2
 */
export const nextRow = (key: string, at: Stop, count: number): Stop | undefined => {
  if (at !== 'box' && key === 'Home') return 0;
  if (at !== 'box' && key === 'End') return count - 1;
  return nextStop(key, at, count);
};

/** Whether a key writes or deletes, so that on a row it is meant for the box. */
export const isWriting = (key: string): boolean => /^[^ ]$/u.test(key) || key === 'Backspace';

export type RowParts = {
  readonly box: HTMLInputElement;
  /** as they are at the moment */
  readonly rows: () => readonly HTMLElement[];
  readonly close: () => void;
};

const onKey = (event: KeyboardEvent, { box, rows, close }: RowParts): void => {
  const { key, target } = event;
  if (key === 'Escape' && isPlainKey(event)) {
    // otherwise a browser would first empty the box
    event.preventDefault();
    return close();
  }
  const links = rows();
  const row = links.findIndex((link) => link === target);
  if (row === -1 && target !== box) return;
  const at = row === -1 ? 'box' : row;
  const next = isPlainKey(event) ? nextRow(key, at, links.length) : undefined;
  if (next !== undefined) {
    event.preventDefault();
    (next === 'box' ? box : links[next])?.focus();
  } else if (isWriting(key) && !event.ctrlKey && !event.metaKey && !event.altKey) box.focus();
};

/** Arrows walk from the box through the rows and back; what is typed on a row goes to the box. */
export const listenToRowKeys = (root: HTMLElement, parts: RowParts, signal: AbortSignal): void =>
  root.addEventListener('keydown', (event) => onKey(event, parts), { signal });
