import type { SearchPaper } from './payload.ts';
import type { FacetCounts } from './protocol.ts';
import { FACETS, type Facet, type SearchState } from './url-state.ts';

/** Values of one facet that are counted, the most frequent first: more than a reader ticks, few enough to send. */
const MAX_COUNTED = 50;

const yearOf = ({ date }: SearchPaper): string | undefined => date?.slice(0, 4);

const listOf = (value: string | undefined): readonly string[] =>
  value === undefined ? [] : [value];

const VALUES: Readonly<Record<Facet, (paper: SearchPaper) => readonly string[]>> = {
  author: ({ authors }) => authors ?? [],
  has: ({ has }) => has ?? [],
  kind: ({ kind }) => listOf(kind),
  topic: ({ topics }) => topics ?? [],
  venue: ({ venue }) => listOf(venue),
  year: (paper) => listOf(yearOf(paper)),
};

const isBetween = (year: string, range: string): boolean => {
  const [from = '', to = from] = range.split('..');
  return from <= year && year <= to;
};

/** Whether a paper has one of the values ticked in a facet; a facet without ticks lets all through. */
const passes = (paper: SearchPaper, facet: Facet, ticked: readonly string[]): boolean =>
  ticked.length === 0 ||
  VALUES[facet](paper).some((value) =>
    facet === 'year' ? ticked.some((range) => isBetween(value, range)) : ticked.includes(value),
  );

/** The most frequent values, and those that are ticked however rare they are. */
const mostFrequent = (counts: ReadonlyMap<string, number>, ticked: readonly string[]) => {
  const sorted = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const kept = sorted.filter(([value], at) => at < MAX_COUNTED || ticked.includes(value));
  return Object.fromEntries(kept);
};

export type Filtered<T> = { readonly passing: readonly T[]; readonly counts: FacetCounts };

/**
 * Applies the filters of a state: any value within a facet, all facets together. Counts tell how many
 * papers a value has when the ticks of its own facet are left aside: what ticking it would give.
 */
export const filterPapers = <T>(
  candidates: readonly T[],
  paperOf: (candidate: T) => SearchPaper,
  state: SearchState,
): Filtered<T> => {
  const active = FACETS.filter((facet) => state[facet].length > 0);
  const counts = new Map(FACETS.map((facet) => [facet, new Map<string, number>()] as const));
  const count = (facet: Facet, paper: SearchPaper) => {
    const values = counts.get(facet);
    for (const value of new Set(VALUES[facet](paper)))
      values?.set(value, (values.get(value) ?? 0) + 1);
  };
  const passing = candidates.filter((candidate) => {
    const paper = paperOf(candidate);
    const [failed, ...others] = active.filter((facet) => !passes(paper, facet, state[facet]));
    if (failed === undefined) for (const facet of FACETS) count(facet, paper);
    else if (others.length === 0) count(failed, paper);
    return failed === undefined;
  });
  const entries = FACETS.map((facet) => [
    facet,
    mostFrequent(counts.get(facet) ?? new Map(), state[facet]),
  ]);
  return { passing, counts: Object.fromEntries(entries) as FacetCounts };
};
