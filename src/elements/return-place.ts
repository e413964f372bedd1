/**
 * Brings who comes back to where they were: browsers keep the scroll of a page that they load again, but not the
 * focus, nor which details were open, and what script fills in comes after they have scrolled. This much is on
 * every page; the rest is loaded when the reader does something, or has come back.
 */

const keep = (): void =>
  void import('./return/place.ts').then(
    ({ keepPlace }) => keepPlace(),
    // without a network the reader is at the scroll alone
    () => undefined,
  );

if ((history.state as { readonly place?: unknown } | null)?.place) keep();
for (const act of ['keydown', 'pointerdown']) addEventListener(act, keep, { once: true });
