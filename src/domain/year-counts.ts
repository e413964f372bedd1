import { yearOf, type Paper } from './paper.ts';

/** Papers of a year or of a few in a row. */
export type YearCount = { readonly from: number; readonly to: number; readonly count: number };

/** How many bars a chart has at most. */
const MAX_BARS = 10;
/** Years that one bar may stand for. */
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] as const;

/** The first year of the bar in which a year falls. */
const startOf = (year: number, step: number): number => Math.floor(year / step) * step;

const stepFor = (first: number, last: number): number =>
  STEPS.find((step) => (startOf(last, step) - startOf(first, step)) / step < MAX_BARS) ?? 1000;

/**
 * Papers by year, the newest first, years without papers between them too; in steps of several years where
 * single ones would be too many. None when fewer than two years are known.
 */
export const countYears = (papers: readonly Paper[]): readonly YearCount[] => {
  const years = papers.flatMap((paper) => yearOf(paper) ?? []);
  if (new Set(years).size < 2) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const step = stepFor(first, last);
  const bars: YearCount[] = [];
  for (let from = startOf(last, step); from >= startOf(first, step); from -= step) {
    const count = years.filter((year) => startOf(year, step) === from).length;
    bars.push({ from: Math.max(from, first), to: Math.min(from + step - 1, last), count });
  }
  return bars;
};

/** @example describeYears({ from: 2015, to: 2019 }) // '2015–2019' */
export const describeYears = ({ from, to }: Pick<YearCount, 'from' | 'to'>): string =>
  from === to ? String(from) : `${from}–${to}`;
