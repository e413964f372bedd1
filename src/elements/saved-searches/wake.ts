import { readState, type SearchState } from '../../search/url-state.ts';
import { SHOWN } from '../search/shown-event.ts';
import { SEARCHES_KEY, stateToAddress } from './address.ts';
import type { SavedPanel, SavedParts } from './panel.ts';

const hasSaved = (): boolean => {
  try {
    return localStorage.getItem(SEARCHES_KEY) !== null;
  } catch {
    return false;
  }
};

const isSaveButton = (target: EventTarget | null): target is Element =>
  target instanceof Element && target.closest('[data-part="save-search"]') !== null;

/** Loads what saved searches need when the reader has some, or saves the first. */
export const wakeSavedSearches = (parts: SavedParts, signal: AbortSignal): void => {
  const { root } = parts;
  let to = stateToAddress(readState(location.search));
  let loading: Promise<SavedPanel> | undefined;
  const load = (): Promise<SavedPanel> =>
    (loading ??= import('./panel.ts').then(({ SavedPanel }) => new SavedPanel(parts, signal)));

  const follow = async (): Promise<void> => {
    const panel = await load();
    if (to === '') await panel.showList();
    else panel.show(to);
  };
  const turn = async (button: Element): Promise<void> => {
    try {
      const panel = await load();
      panel.show(to);
      panel.turn();
    } catch {
      // the site may have been renewed since this page was opened
      loading = undefined;
      button.textContent = 'Not saved: reload the page';
    }
  };

  const onShown = ({ detail }: CustomEvent<SearchState>): void => {
    to = stateToAddress(detail);
    if (loading !== undefined || hasSaved()) follow().catch(() => undefined);
  };
  root.addEventListener(SHOWN, (event) => onShown(event as CustomEvent<SearchState>), { signal });
  root.addEventListener(
    'click',
    ({ target }) => void (isSaveButton(target) && turn(target.closest('button') ?? target)),
    { signal },
  );
  // what is searched for comes first, and tells when it is shown
  if (to === '' && hasSaved()) follow().catch(() => undefined);
};
