import type { Filter } from '../../search/protocol.ts';
import { EMPTY_STATE, type Facet, type SearchState } from '../../search/url-state.ts';

/** The facets in the order in which readers meet them on the page. */
const PAGE_ORDER: readonly Facet[] = ['topic', 'kind', 'has', 'author', 'venue', 'year'];

export const isFacet = (name: string): name is Facet => PAGE_ORDER.some((facet) => facet === name);

export const filtersOf = (state: SearchState): readonly Filter[] =>
  PAGE_ORDER.flatMap((facet) => state[facet].map((value) => ({ facet, value })));

/** Whether nothing was asked for: no words, no filter. */
export const isIdle = (state: SearchState): boolean =>
  state.q === '' && filtersOf(state).length === 0;

/** Ticks or unticks one value. What is then found is another list, so it is shown from its start. */
export const withFilter = (
  state: SearchState,
  { facet, value }: Filter,
  on: boolean,
): SearchState => {
  const others = (state[facet] as readonly string[]).filter((one) => one !== value);
  return { ...state, [facet]: on ? [...others, value].toSorted() : others, page: 1 };
};

/** The same words and order without any filter. */
export const withoutFilters = (state: SearchState): SearchState => ({
  ...EMPTY_STATE,
  q: state.q,
  sort: state.sort,
});
