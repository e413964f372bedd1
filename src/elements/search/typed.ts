import type { Filter, TypedFilter } from '../../search/protocol.ts';
import { printClause, printSyntax, readSyntax } from '../../search/query-syntax.ts';
import type { SearchState } from '../../search/url-state.ts';
import { withFilter } from './filters.ts';

/** Those of the filters that still stand among these words: the words may have changed since they were read. */
export const typedIn = (q: string, typed: readonly TypedFilter[]): readonly TypedFilter[] => {
  const clauses = new Set(readSyntax(q).map(printClause));
  return typed.filter(({ clause }) => clauses.has(clause));
};

/** The state with all that its words tick as well: what the checkboxes show. */
export const withTyped = (state: SearchState, typed: readonly TypedFilter[]): SearchState =>
  typed.reduce<SearchState>((sum, { facet, values }) => {
    const ticked = new Set<string>([...sum[facet], ...values]);
    return { ...sum, [facet]: [...ticked] };
  }, state);

/** The state without some filters among its words; all else stays as it was typed. */
export const withoutTyped = (state: SearchState, gone: readonly TypedFilter[]): SearchState => {
  if (gone.length === 0) return state;
  const clauses = new Set(gone.map(({ clause }) => clause));
  const rest = readSyntax(state.q).filter((clause) => !clauses.has(printClause(clause)));
  return { ...state, q: printSyntax(rest), page: 1 };
};

/**
 * Ticks or unticks a value. One that words tick leaves the words: what else they meant becomes ticks, unless
 * they meant more than can be shown.
 */
export const withTick = (
  state: SearchState,
  typed: readonly TypedFilter[],
  filter: Filter,
  on: boolean,
): SearchState => {
  const { facet, value } = filter;
  const gone = on ? [] : typed.filter((one) => one.facet === facet && one.values.includes(value));
  const kept = gone
    .filter(({ values, meant }) => values.length === meant)
    .flatMap(({ values }) => values.filter((other) => other !== value));
  const ticked = kept.reduce(
    (sum, other) => withFilter(sum, { facet, value: other }, true),
    withoutTyped(state, gone),
  );
  return withFilter(ticked, filter, on);
};
