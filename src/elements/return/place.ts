import type { Place } from './take-up.ts';

/** The search page brings its readers back itself. */
const isOurs = (): boolean => history.scrollRestoration === 'auto';

const selectorOf = (element: Element): string => {
  const name = ['href', 'name'].find((one) => element.hasAttribute(one));
  const value = CSS.escape(element.getAttribute(name ?? '') ?? '');
  return element.localName + (name === undefined ? '' : `[${name}="${value}"]`);
};

const placeOf = (used: Element): Place => {
  const selector = selectorOf(used);
  const nth = [...document.querySelectorAll(selector)].indexOf(used);
  const details = [...document.querySelectorAll('details')];
  return {
    used: [selector, nth, used.matches(':focus-visible')],
    open: details.flatMap(({ open }, at) => (open ? at : [])),
    top: scrollY,
  };
};

const remember = (): void => {
  if (!isOurs()) return;
  const place = placeOf(document.activeElement ?? document.body);
  history.replaceState({ ...(history.state as object | null), place }, '');
};

let isKept = false;

/** Remembers where the reader leaves the page, and brings them there who come back; once is enough. */
export const keepPlace = (): void => {
  if (isKept) return;
  isKept = true;
  addEventListener('pagehide', remember);
  const { place } = (history.state ?? {}) as { readonly place?: Place };
  if (place === undefined || !isOurs()) return;
  void import('./take-up.ts').then(({ arriveAt }) => arriveAt(place));
};
