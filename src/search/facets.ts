import type { SearchPaper } from './payload.ts';
import type { FacetCounts } from './protocol.ts';
import { FACETS, type Facet, type SearchState } from './url-state.ts';

/** Values of one facet that are counted, the most frequent first: more than a reader ticks, few enough to send. */
const MAX_COUNTED = 50;

const listOf = (value: string | undefined): readonly string[] =>
  value === undefined ? [] : [value];

const READ: Readonly<Record<Facet, (paper: SearchPaper) => readonly string[]>> = {
  author: ({ authors }) => authors ?? [],
  has: ({ has }) => has ?? [],
  kind: ({ kind }) => listOf(kind),
  topic: ({ topics }) => topics ?? [],
  venue: ({ venue }) => listOf(venue),
  year: ({ date }) => listOf(date?.slice(0, 4)),
};

/** The values of one facet as numbers: every keystroke counts them anew for thousands of papers. */
type Column = {
  readonly facet: Facet;
  readonly values: readonly string[];
  /** for each paper the places of its values in `values` */
  readonly inPapers: readonly (readonly number[])[];
};

/** What can be filtered by, for the papers by number. */
export type Columns = readonly Column[];

const buildColumn = (facet: Facet, papers: readonly SearchPaper[]): Column => {
  const numbers = new Map<string, number>();
  const numberOf = (value: string): number => {
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  };
  const inPapers = papers.map((paper) => [...new Set(READ[facet](paper))].map(numberOf));
  return { facet, values: [...numbers.keys()], inPapers };
};

export const buildColumns = (papers: readonly SearchPaper[]): Columns =>
  FACETS.map((facet) => buildColumn(facet, papers));

/** All values that papers have for a facet. */
export const valuesOf = (columns: Columns, facet: Facet): readonly string[] =>
  columns.find((column) => column.facet === facet)?.values ?? [];

/** Which papers have one of these values of a facet; none have any when there are none. */
export const papersWith = (
  columns: Columns,
  facet: Facet,
  wanted: readonly string[],
): ((doc: number) => boolean) => {
  const column = columns.find((one) => one.facet === facet);
  const ticks = column && readTicks(column, wanted);
  return (doc) => column?.inPapers[doc]?.some((value) => ticks?.[value]) ?? false;
};

/** What is ticked, by facet. */
export type Ticks = Pick<SearchState, Facet>;

/** `2020`, `2020..2024`, `2020..` or `..2024`. */
const isBetween = (year: string, range: string): boolean => {
  const [from = '', to = from] = range.split('..');
  return from <= year && (to === '' || year <= to);
};

/** Whether each value is ticked, by its number; undefined when nothing is ticked and all papers pass. */
const readTicks = (
  { facet, values }: Column,
  ticked: readonly string[],
): readonly boolean[] | undefined => {
  if (ticked.length === 0) return undefined;
  if (facet === 'year')
    return values.map((value) => ticked.some((range) => isBetween(value, range)));
  const set = new Set(ticked);
  return values.map((value) => set.has(value));
};

/** The most frequent values, and those that are ticked however rare they are. */
const mostFrequent = (
  { values }: Column,
  counts: Uint32Array,
  ticks: readonly boolean[] | undefined,
): Readonly<Record<string, number>> => {
  const least = Math.max(1, counts.toSorted().at(-MAX_COUNTED) ?? 1);
  const frequent: { value: string; count: number; isTicked: boolean }[] = [];
  counts.forEach((count, at) => {
    const isTicked = ticks?.[at] ?? false;
    if (count >= least || (isTicked && count > 0))
      frequent.push({ value: values[at] ?? '', count, isTicked });
  });
  const sorted = frequent.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const [first, rest] = [sorted.slice(0, MAX_COUNTED), sorted.slice(MAX_COUNTED)];
  const kept = [...first, ...rest.filter(({ isTicked }) => isTicked).slice(0, MAX_COUNTED)];
  return Object.fromEntries(kept.map(({ value, count }) => [value, count]));
};

export type Filtered<T> = { readonly passing: readonly T[]; readonly counts: FacetCounts };

/**
 * Applies the filters of a state: any value within a facet, all facets together. Counts tell how many
 * papers a value has when the ticks of its own facet are left aside: what ticking it would give.
 */
export const filterPapers = <T extends { readonly doc: number }>(
  candidates: readonly T[],
  columns: Columns,
  state: Ticks,
): Filtered<T> => {
  const ticks = columns.map((column) => readTicks(column, state[column.facet]));
  const counts = columns.map(({ values }) => new Uint32Array(values.length));
  const passes = (doc: number, at: number): boolean =>
    ticks[at] === undefined ||
    (columns[at]?.inPapers[doc]?.some((value) => ticks[at]?.[value]) ?? false);
  const count = (doc: number, at: number): void => {
    const own = counts[at];
    for (const value of columns[at]?.inPapers[doc] ?? [])
      if (own !== undefined) own[value] = (own[value] ?? 0) + 1;
  };
  const passing = candidates.filter(({ doc }) => {
    const failed = columns.flatMap((_, at) => (passes(doc, at) ? [] : [at]));
    const [only, ...others] = failed;
    if (only === undefined) columns.forEach((_, at) => count(doc, at));
    else if (others.length === 0) count(doc, only);
    return only === undefined;
  });
  const entries = columns.map((column, at) => [
    column.facet,
    mostFrequent(column, counts[at] ?? new Uint32Array(), ticks[at]),
  ]);
  return { passing, counts: Object.fromEntries(entries) as FacetCounts };
};
