import type { CONTAINER_TYPES, CORRECTION_KINDS, Kind, LinkKind } from './paper.ts';

/** The words that readers see for the values of a field: one name for one thing, on every page. */
export const KIND_LABELS: Readonly<Record<Kind, { readonly one: string; readonly many: string }>> =
  {
    survey: { one: 'Survey', many: 'Surveys' },
    'benchmark-dataset': { one: 'Benchmark or dataset', many: 'Benchmarks and datasets' },
    method: { one: 'Method', many: 'Methods' },
    system: { one: 'System', many: 'Systems' },
    analysis: { one: 'Analysis', many: 'Analyses' },
    position: { one: 'Position paper', many: 'Position papers' },
  };

export const LINK_LABELS: Readonly<Record<LinkKind, string>> = {
  code: 'Code',
  project: 'Project page',
  data: 'Data',
  model: 'Model',
  demo: 'Demo',
  video: 'Video',
  slides: 'Slides',
  poster: 'Poster',
  other: 'More',
};

export const CONTAINER_LABELS: Readonly<Record<(typeof CONTAINER_TYPES)[number], string>> = {
  journal: 'Journal',
  conference: 'Conference',
  workshop: 'Workshop',
  preprint: 'Preprint',
  book: 'Book',
  thesis: 'Thesis',
  report: 'Report',
};

export const CORRECTION_LABELS: Readonly<Record<(typeof CORRECTION_KINDS)[number], string>> = {
  correction: 'Correction',
  erratum: 'Erratum',
  concern: 'Expression of concern',
  retraction: 'Retraction',
};

/** @example countOf(1, 'paper') // '1 paper' @example countOf(1200, 'paper') // '1,200 papers' */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')} ${count === 1 ? one : many}`;

/** @example enumerate(['1', '2', '3']) // '1, 2 and 3' */
export const enumerate = (words: readonly string[]): string => {
  const last = words.at(-1) ?? '';
  const others = words.slice(0, -1);
  return others.length === 0 ? last : `${others.join(', ')} and ${last}`;
};
