import { readState, writeState, type SearchState } from '../../search/url-state.ts';
import { isIdle } from '../search/filters.ts';

/** What a search is known by, however far its results were shown; empty when it asks for nothing. */
export const stateToAddress = (state: SearchState): string =>
  isIdle(state) ? '' : writeState({ ...state, page: 1 });

/** The same for a query part that anybody wrote. */
export const toAddress = (query: string): string => stateToAddress(readState(query));
