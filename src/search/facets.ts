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
  /** the places in `values` of what each paper has: those of paper `doc` from `starts[doc]` on */
  readonly numbers: Uint32Array;
  readonly starts: Uint32Array;
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
  const starts = new Uint32Array(papers.length + 1);
  inPapers.forEach((own, doc) => (starts[doc + 1] = (starts[doc] ?? 0) + own.length));
  const all = Uint32Array.from(inPapers.flat());
  return { facet, values: [...numbers.keys()], numbers: all, starts };
};

export const buildColumns = (papers: readonly SearchPaper[]): Columns =>
  FACETS.map((facet) => buildColumn(facet, papers));

/** Whether a paper has one of the values that are ticked, by number. */
const hasTicked = (
  { numbers, starts }: Column,
  ticks: readonly boolean[],
  doc: number,
): boolean => {
  const end = starts[doc + 1] ?? 0;
  for (let at = starts[doc] ?? 0; at < end; at += 1) if (ticks[numbers[at] ?? 0]) return true;
  return false;
};

/** Adds the values of one paper to the counts. */
const countValues = ({ numbers, starts }: Column, doc: number, counts: Uint32Array): void => {
  const end = starts[doc + 1] ?? 0;
  for (let at = starts[doc] ?? 0; at < end; at += 1) {
    const number = numbers[at] ?? 0;
    counts[number] = (counts[number] ?? 0) + 1;
  }
};

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
  return (doc) => column !== undefined && hasTicked(column, ticks ?? [], doc);
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

/** The `place`th largest count, from 1 on; 0 when there are fewer. Counts are small, so they are counted. */
const nthLargest = (counts: Uint32Array, place: number): number => {
  let most = 0;
  for (let at = 0; at < counts.length; at += 1) most = Math.max(most, counts[at] ?? 0);
  const howMany = new Uint32Array(most + 1);
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at] ?? 0;
    howMany[count] = (howMany[count] ?? 0) + 1;
  }
  let seen = 0;
  for (let count = most; count > 0; count -= 1) {
    seen += howMany[count] ?? 0;
    if (seen >= place) return count;
  }
  return 0;
};

/** The most frequent values, and those that are ticked however rare they are. */
const mostFrequent = (
  { values }: Column,
  counts: Uint32Array,
  ticks: readonly boolean[] | undefined,
): Readonly<Record<string, number>> => {
  const least = Math.max(1, nthLargest(counts, MAX_COUNTED));
  const frequent: { value: string; count: number; isTicked: boolean }[] = [];
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at] ?? 0;
    const isTicked = ticks?.[at] ?? false;
    if (count >= least || (isTicked && count > 0))
      frequent.push({ value: values[at] ?? '', count, isTicked });
  }
  const sorted = frequent.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const [first, rest] = [sorted.slice(0, MAX_COUNTED), sorted.slice(MAX_COUNTED)];
  const kept = [...first, ...rest.filter(({ isTicked }) => isTicked).slice(0, MAX_COUNTED)];
  return Object.fromEntries(kept.map(({ value, count }) => [value, count]));
};

/** The papers that the filters of a state let pass. */
export const keepPassing = <T extends { readonly doc: number }>(
  candidates: readonly T[],
  columns: Columns,
  state: Ticks,
): readonly T[] => {
  const parts = columns.flatMap((column) => {
    const ticks = readTicks(column, state[column.facet]);
    return ticks === undefined ? [] : [{ column, ticks }];
  });
  if (parts.length === 0) return candidates;
  return candidates.filter(({ doc }) =>
    parts.every(({ column, ticks }) => hasTicked(column, ticks, doc)),
  );
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
  const parts = columns.map((column, at) => ({
    column,
    ticks: ticks[at],
    counts: new Uint32Array(column.values.length),
  }));
  const passing = candidates.filter(({ doc }) => {
    let failed: (typeof parts)[number] | undefined;
    for (const part of parts) {
      if (part.ticks === undefined || hasTicked(part.column, part.ticks, doc)) continue;
      if (failed !== undefined) return false;
      failed = part;
    }
    if (failed !== undefined) countValues(failed.column, doc, failed.counts);
    else for (const { column, counts } of parts) countValues(column, doc, counts);
    return failed === undefined;
  });
  const entries = parts.map((part) => [
    part.column.facet,
    mostFrequent(part.column, part.counts, part.ticks),
  ]);
  return { passing, counts: Object.fromEntries(entries) as FacetCounts };
};
