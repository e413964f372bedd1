/** What an entry of the history remembers of its page. */
export type Place = {
  /** which of the elements that this selector finds was used last, and whether it had a ring */
  readonly used: readonly [selector: string, nth: number, hadRing: boolean];
  /** numbers of the details that were open */
  readonly open: readonly number[];
  readonly top: number;
};

/** Time in which what script fills in may come. */
const PATIENCE_MS = 5000;
const ACTS = ['keydown', 'pointerdown', 'wheel'] as const;

/** Opens what was open; whether what was used last is there, which has the focus then if it had a ring. */
const takeUp = ({ used: [selector, nth, hadRing], open }: Place): boolean => {
  const details = document.querySelectorAll('details');
  for (const at of open) details[at]?.setAttribute('open', '');
  const element = document.querySelectorAll<HTMLElement>(selector)[nth];
  if (element?.checkVisibility({ visibilityProperty: true }) !== true) return false;
  if (hadRing) element.focus({ preventScroll: true });
  return true;
};

/** Waits for what script fills in, unless the reader goes on meanwhile. */
const waitFor = (place: Place): void => {
  const waiting = new AbortController();
  const { signal } = waiting;
  const stop = (): void => waiting.abort();
  const observer = new MutationObserver(() => {
    if (!takeUp(place)) return;
    scrollTo({ top: place.top, behavior: 'instant' });
    stop();
  });
  observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  signal.addEventListener('abort', () => observer.disconnect());
  for (const act of ACTS) addEventListener(act, stop, { signal, passive: true });
  setTimeout(stop, PATIENCE_MS);
};

/** Brings the reader to a place of this page. */
export const arriveAt = (place: Place): void => {
  if (takeUp(place)) scrollTo({ top: place.top, behavior: 'instant' });
  else waitFor(place);
};
