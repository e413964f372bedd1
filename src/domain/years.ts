import { splitByTitle, type Part } from './partition.ts';
import { yearOf, type Paper } from './paper.ts';

export const YEARS_PATH = '/years/';

/** The name of the page for papers without a date. */
export const UNDATED_YEAR = 'undated';

/** The papers of a year, or those without a date. */
export type Year = {
  /** `2024`, or that of papers without a date */
  readonly name: string;
  readonly label: string;
  /** in parts by title when it is long */
  readonly whole: Part<Paper>;
};

const toYear = (year: number | undefined, papers: readonly Paper[]): Year => ({
  name: year === undefined ? UNDATED_YEAR : String(year).padStart(4, '0'),
  label: year === undefined ? 'No date' : String(year),
  whole: splitByTitle(papers),
});

/** The years of the papers, the newest first, those without a date last; none when no paper has a date. */
export const listYears = (papers: readonly Paper[]): readonly Year[] => {
  const groups = [...Map.groupBy(papers, yearOf)];
  if (groups.every(([year]) => year === undefined)) return [];
  return groups.toSorted(([a = -1], [b = -1]) => b - a).map(([year, own]) => toYear(year, own));
};

/** The years from the first to the last; empty when no paper has a date. */
export const spanOfYears = (papers: readonly Paper[]): string => {
  const years = papers.flatMap((paper) => yearOf(paper) ?? []);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (years.length === 0) return '';
  return first === last ? String(first) : `${first}–${last}`;
};
