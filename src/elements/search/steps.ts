import { countOf } from '../../domain/labels.ts';
import type { Blame, Filter, Spelling, TypedFilter } from '../../search/protocol.ts';
import { readState, writeState, type SearchState } from '../../search/url-state.ts';
import { filtersOf, withFilter, withoutFilters } from './filters.ts';
import { stateToUrl } from './address.ts';
import { showList } from './keyed-list.ts';
import { partOf } from './parts.ts';
import { withoutTyped } from './typed.ts';
import { blameToText, filterToText, typedToText } from './words.ts';

/** A link or button that leads to another state of the search. */
export type Step = {
  /** unlike those of its neighbours */
  readonly key: string;
  readonly text: string;
  /** what follows it, such as how much it finds */
  readonly note?: string;
  readonly state: SearchState;
  /** it takes back one filter */
  readonly drops?: true;
};

type NameOf = (filter: Filter) => string | undefined;

/** One step for each filter, ticked or typed, that a reader may take back, and one for all of several. */
export const dropSteps = (
  state: SearchState,
  typed: readonly TypedFilter[],
  nameOf: NameOf,
): readonly Step[] => {
  const ticks = filtersOf(state).map((filter): Step => ({
    key: `${filter.facet}=${filter.value}`,
    text: filterToText(filter, nameOf(filter)),
    state: withFilter(state, filter, false),
    drops: true,
  }));
  const words = typed.map((filter, at): Step => ({
    key: `${at} ${filter.clause}`,
    text: typedToText(filter, nameOf),
    state: withoutTyped(state, [filter]),
    drops: true,
  }));
  const none = withoutTyped(withoutFilters(state), typed);
  const steps = [...words, ...ticks];
  return steps.length < 2 ? steps : [...steps, { key: '', text: 'Clear all', state: none }];
};

/** Another spelling for one word; `note` says for which when several are in doubt. */
export const spellingSteps = (
  state: SearchState,
  spellings: readonly Spelling[],
): readonly Step[] => {
  const areSeveral = new Set(spellings.map(({ typed }) => typed)).size > 1;
  return spellings.map(({ typed, instead, q }) => ({
    key: q,
    text: instead,
    ...(areSeveral && { note: `instead of “${typed}”` }),
    state: { ...state, q, page: 1 },
  }));
};

/** The same search without what is to blame that it finds nothing. */
export const blameSteps = (blame: readonly Blame[], nameOf: NameOf): readonly Step[] =>
  blame.map((one) => ({
    key: writeState(one.without),
    text: blameToText(one, nameOf),
    note: countOf(one.count, 'paper'),
    state: one.without,
  }));

/** Lets a link or button lead to a state. */
export const leadTo = (step: HTMLElement, state: SearchState): void => {
  step.dataset['to'] = writeState(state);
  if (step instanceof HTMLAnchorElement) step.href = stateToUrl(location.pathname, state);
};

const fillStep = (item: HTMLElement, { text, note = '', state }: Step): void => {
  const step = partOf(item, 'step', HTMLElement);
  leadTo(step, state);
  partOf(item, 'text', HTMLElement).textContent = text;
  const noteElement = item.querySelector('[data-part="note"]');
  if (noteElement !== null) noteElement.textContent = note;
};

/** Shows steps in a list; the block around it, with its label, is hidden while there are none. */
export const showSteps = (
  list: HTMLElement,
  steps: readonly Step[],
  makeItem: (step: Step) => HTMLElement,
): void => {
  list.closest('[data-part="steps"]')?.toggleAttribute('hidden', steps.length === 0);
  showList(list, steps, { key: ({ key }) => key, make: makeItem, fill: fillStep });
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
