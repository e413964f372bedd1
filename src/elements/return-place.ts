/**
 * Brings who comes back to where they were: browsers keep the scroll of a page that they load again, but not the
 * focus, nor which details were open, and what script fills in comes after they have scrolled. The search page
 * keeps its own place. It is on every page, so it is short.
 */

/** What an entry of the history remembers. */
type Place = {
  /** which of the elements that this selector finds was used last, and whether it had a ring */
  readonly used: readonly [selector: string, nth: number, hadRing: boolean];
  /** numbers of the details that were open */
  readonly open: readonly number[];
  readonly top: number;
};

/** Time in which what script fills in may come. */
const PATIENCE_MS = 5000;
const ACTS = ['keydown', 'pointerdown', 'wheel'] as const;

const isOurs = (): boolean => history.scrollRestoration === 'auto';
const allDetails = (): readonly HTMLDetailsElement[] => [...document.querySelectorAll('details')];

const selectorOf = (element: Element): string => {
  const name = ['href', 'name'].find((one) => element.hasAttribute(one));
  const value = CSS.escape(element.getAttribute(name ?? '') ?? '');
  return element.localName + (name === undefined ? '' : `[${name}="${value}"]`);
};

const placeOf = (used: Element): Place => {
  const selector = selectorOf(used);
  const nth = [...document.querySelectorAll(selector)].indexOf(used);
  return {
    used: [selector, nth, used.matches(':focus-visible')],
    open: allDetails().flatMap(({ open }, at) => (open ? at : [])),
    top: scrollY,
  };
};

const remember = (): void => {
  if (!isOurs()) return;
  const place = placeOf(document.activeElement ?? document.body);
  history.replaceState({ ...(history.state as object | null), place }, '');
};

/** Opens what was open; whether what was used last is there, which has the focus then if it had a ring. */
const takeUp = ({ used: [selector, nth, hadRing], open }: Place): boolean => {
  for (const at of open) allDetails()[at]?.setAttribute('open', '');
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

const arrive = (): void => {
  const { place } = (history.state ?? {}) as { readonly place?: Place };
  if (place === undefined || !isOurs()) return;
  if (!takeUp(place)) waitFor(place);
};

arrive();
addEventListener('pagehide', remember);
