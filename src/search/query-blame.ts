import type { Blame } from './protocol.ts';
import { isPlainWord, printClause, printSyntax, type Clause, type Syntax } from './query-syntax.ts';
import { EMPTY_STATE, FACETS, type SearchState } from './url-state.ts';

/** Something that may be to blame, and the search without it. */
type Suspect = Omit<Blame, 'count'>;

/** Each costs a search: as many as a reader looks through. */
const MAX_SUSPECTS = 8;

const kindOf = (clause: Clause): Blame['kind'] => {
  if (clause.isExcluded) return 'exclusion';
  const types = new Set(clause.any.map(({ type }) => type));
  if (types.has('word')) return 'word';
  return types.has('phrase') ? 'phrase' : 'filter';
};

const withoutClauses = (state: SearchState, syntax: Syntax, gone: Syntax): SearchState => ({
  ...state,
  q: printSyntax(syntax.filter((clause) => !gone.includes(clause))),
  page: 1,
});

/** Each clause once; one that was typed again and again goes as a whole. */
const suspectClauses = (state: SearchState, syntax: Syntax): readonly Suspect[] => {
  const printed = syntax.map(printClause);
  const clauses = new Map(syntax.map((clause, at) => [printed[at] ?? '', clause]));
  return [...clauses].slice(0, MAX_SUSPECTS).map(([label, clause]) => ({
    kind: kindOf(clause),
    label,
    without: withoutClauses(
      state,
      syntax,
      syntax.filter((_, at) => printed[at] === label),
    ),
  }));
};

const suspectTicks = (state: SearchState): readonly Suspect[] =>
  FACETS.flatMap((facet) =>
    state[facet].map((value) => ({
      kind: 'filter' as const,
      label: value,
      filter: { facet, value },
      without: {
        ...state,
        [facet]: (state[facet] as readonly string[]).filter((one) => one !== value),
        page: 1,
      },
    })),
  );

const isFilter = (clause: Clause): boolean => kindOf(clause) === 'filter';

/** When nothing is to blame alone: all filters together, all plain words, all but the plain words. */
const suspectTogether = (state: SearchState, syntax: Syntax): readonly Suspect[] => {
  const { q, sort } = state;
  const without = (gone: Syntax) => withoutClauses({ ...EMPTY_STATE, q, sort }, syntax, gone);
  const words = syntax.filter(isPlainWord);
  const operators = syntax.filter((clause) => !isPlainWord(clause));
  return [
    { kind: 'filter', label: '', without: without(syntax.filter(isFilter)) },
    { kind: 'word', label: printSyntax(words), without: withoutClauses(state, syntax, words) },
    { kind: 'operator', label: '', without: without(operators) },
  ];
};

const isIdle = (state: SearchState): boolean =>
  state.q === '' && FACETS.every((facet) => state[facet].length === 0);

/** What was asked for that no paper has: without it some would be found, `countOf` says how many. */
export const findBlame = (
  state: SearchState,
  syntax: Syntax,
  countOf: (state: SearchState) => number,
): readonly Blame[] => {
  const judge = (suspects: readonly Suspect[]): readonly Blame[] =>
    suspects
      .filter(({ without }) => !isIdle(without))
      .slice(0, MAX_SUSPECTS)
      .map((suspect) => ({ ...suspect, count: countOf(suspect.without) }))
      .filter(({ count }) => count > 0);
  const alone = judge([...suspectTicks(state), ...suspectClauses(state, syntax)]);
  if (alone.length > 0) return alone;
  return judge(suspectTogether(state, syntax)).slice(0, 1);
};
