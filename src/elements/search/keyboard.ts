/** Where the arrow keys may lead: the box, or the hit of a number. */
export type Stop = 'box' | number;

/**
 * The stop after a key, or nothing when the key is not ours or leads nowhere.
 * @example nextStop('ArrowDown', 'box', 3) // 0
 * @example nextStop('ArrowUp', 0, 3) // 'box'
 */
export const nextStop = (key: string, at: Stop, count: number): Stop | undefined => {
  if (key === 'ArrowDown') {
    const next = at === 'box' ? 0 : at + 1;
    return next < count ? next : undefined;
  }
  if (key !== 'ArrowUp' || at === 'box') return undefined;
  return at === 0 ? 'box' : at - 1;
};

/** Whether a key is pressed alone and not to compose a character. */
export const isPlainKey = (event: KeyboardEvent): boolean =>
  !event.isComposing && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;

export type KeyboardParts = {
  readonly box: HTMLInputElement;
  /** the stops below the box, as they are at the moment */
  readonly links: () => readonly HTMLElement[];
  readonly clear: () => void;
};

const stopOf = ({ box, links }: KeyboardParts): Stop | undefined => {
  if (document.activeElement === box) return 'box';
  const at = links().findIndex((link) =>
    (link.closest('li') ?? link).contains(document.activeElement),
  );
  return at === -1 ? undefined : at;
};

const escape = ({ box, clear }: KeyboardParts, at: Stop): void => {
  if (at === 'box') clear();
  else {
    box.focus();
    box.select();
  }
};

/** All others are left alone, before anything is looked at: to ask what shows costs a layout. */
const OUR_KEYS: readonly string[] = ['ArrowDown', 'ArrowUp', 'Escape'];

const onKey = (event: KeyboardEvent, parts: KeyboardParts): void => {
  const isOurs = OUR_KEYS.includes(event.key) && isPlainKey(event);
  const at = isOurs ? stopOf(parts) : undefined;
  if (at === undefined) return;
  if (event.key === 'Escape') {
    event.preventDefault();
    return escape(parts, at);
  }
  const links = parts.links();
  const next = nextStop(event.key, at, links.length);
  if (next === undefined) return;
  event.preventDefault();
  (next === 'box' ? parts.box : links[next])?.focus();
};

/** Arrows walk from the box through the hits and back; Escape leads back to the box, and there clears it. */
export const listenToKeys = (root: HTMLElement, parts: KeyboardParts, signal: AbortSignal): void =>
  root.addEventListener('keydown', (event) => onKey(event, parts), { signal });
