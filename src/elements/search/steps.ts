import type { Spelling } from '../../search/protocol.ts';
import { readState, writeState, type SearchState } from '../../search/url-state.ts';
import { filtersOf, withFilter, withoutFilters, type Filter } from './filters.ts';
import { stateToUrl } from './address.ts';
import { showList } from './keyed-list.ts';
import { partOf } from './parts.ts';
import { filterToText } from './words.ts';

/** A link or button that leads to another state of the search. */
export type Step = {
  readonly text: string;
  readonly state: SearchState;
  /** it takes back one filter */
  readonly drops?: true;
};

type NameOf = (filter: Filter) => string | undefined;

/** One step for each filter that a reader may take back, and one for all when there are several. */
export const dropSteps = (state: SearchState, nameOf: NameOf): readonly Step[] => {
  const steps = filtersOf(state).map((filter): Step => ({
    text: filterToText(filter, nameOf(filter)),
    state: withFilter(state, filter, false),
    drops: true,
  }));
  return steps.length < 2 ? steps : [...steps, { text: 'Clear all', state: withoutFilters(state) }];
};

export const spellingSteps = (
  state: SearchState,
  spellings: readonly Spelling[],
): readonly Step[] =>
  spellings.map(({ instead, q }) => ({ text: instead, state: { ...state, q, page: 1 } }));

const fillStep = (item: HTMLElement, { text, state }: Step): void => {
  const step = partOf(item, 'step', HTMLElement);
  step.dataset['to'] = writeState(state);
  if (step instanceof HTMLAnchorElement) step.href = stateToUrl(location.pathname, state);
  partOf(item, 'text', HTMLElement).textContent = text;
};

/** Shows steps in a list; the block around it, with its label, is hidden while there are none. */
export const showSteps = (
  list: HTMLElement,
  steps: readonly Step[],
  makeItem: (step: Step) => HTMLElement,
): void => {
  list.closest('[data-part="steps"]')?.toggleAttribute('hidden', steps.length === 0);
  showList(list, steps, { key: ({ text }) => text, make: makeItem, fill: fillStep });
};

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

/** The state to which a click leads; clicks that open another tab or window keep their meaning. */
export const stateOfClick = (event: MouseEvent): SearchState | undefined => {
  const step = event.target instanceof Element ? event.target.closest('[data-to]') : null;
  if (!(step instanceof HTMLElement) || !isPlainClick(event)) return undefined;
  event.preventDefault();
  return readState(step.dataset['to'] ?? '');
};
