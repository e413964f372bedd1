import type { SearchState } from '../../search/url-state.ts';
import { SHOWN } from '../search/shown-event.ts';
import { SEARCHES_KEY } from './key.ts';
import type { SavedPanel, SavedParts } from './panel.ts';

const hasSaved = (): boolean => {
  try {
    return localStorage.getItem(SEARCHES_KEY) !== null;
  } catch {
    return false;
  }
};

const saveButtonOf = (target: EventTarget | null): Element | null =>
  (target as Element).closest('[data-part="save-search"]');

/** Loads what saved searches need when the reader has some, or saves the first. */
export const wakeSavedSearches = (parts: SavedParts, signal: AbortSignal): void => {
  const { root } = parts;
  let shown: SearchState | undefined;
  let loading: Promise<SavedPanel> | undefined;
  const load = (): Promise<SavedPanel> =>
    (loading ??= import('./panel.ts').then(({ openPanel }) => openPanel(parts, signal)));
  const follow = (): void => {
    if (hasSaved()) load().then((panel) => panel.show(shown), ignore);
  };

  root.addEventListener(
    SHOWN,
    (event) => {
      shown = (event as CustomEvent<SearchState>).detail;
      follow();
    },
    { signal },
  );
  root.addEventListener(
    'click',
    ({ target }) => {
      const button = saveButtonOf(target);
      if (button === null) return;
      load().then(
        (panel) => panel.turn(shown),
        () => {
          // the site may have been renewed since this page was opened
          loading = undefined;
          button.textContent = 'Not saved: reload the page';
        },
      );
    },
    { signal },
  );
  follow();
};

const ignore = (): void => undefined;
