import type { SearchState } from '../../search/url-state.ts';

/** What the search tells on its element whenever it shows the results of a state. */
export const SHOWN = 'search-shown';

export const tellShown = (root: EventTarget, state: SearchState): void => {
  root.dispatchEvent(new CustomEvent<SearchState>(SHOWN, { detail: state }));
};
