import { byText } from './by-text.ts';

/** Something that is wrong in content or input, as a value: collected everywhere, printed at the edge. */
export type Problem = {
  /** only errors make a command fail */
  readonly severity: 'error' | 'warning';
  /** path as the person would type it, or the name of the input */
  readonly file: string;
  /** 1-based line in that file, when known */
  readonly line?: number;
  /** dotted path of the field, `authors.0.orcid` */
  readonly field?: string;
  readonly found: string;
  readonly wanted: string;
  readonly hint: string;
};

const LONGEST_QUOTE = 80;

/** Shows a value inside a message: quoted, on one line, cut when long, control characters made visible. */
export const quote = (value: unknown): string => {
  // for what JSON does not know the types promise text, but there is none
  const json = JSON.stringify(value) as string | undefined;
  const text = typeof value === 'string' ? value : (json ?? String(value));
  const cut =
    [...text].length > LONGEST_QUOTE ? `${[...text].slice(0, LONGEST_QUOTE).join('')}…` : text;
  return JSON.stringify(cut);
};

/** `file:line field`, as far as they are known. */
const placeOf = ({ file, line, field }: Problem): string =>
  `${file}${line === undefined ? '' : `:${line}`}${field === undefined ? '' : ` (${field})`}`;

/** One problem as three short lines of text: where, found and wanted, what to do. */
export const formatProblem = (problem: Problem): string =>
  [
    `${problem.severity}: ${placeOf(problem)}`,
    `  found ${problem.found}, wanted ${problem.wanted}`,
    `  hint: ${problem.hint}`,
  ].join('\n');

export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some(({ severity }) => severity === 'error');

/** Orders problems by file, line and field, so that a report reads top to bottom and never varies. */
export const byPlace = (a: Problem, b: Problem): number =>
  byText(a.file, b.file) ||
  (a.line ?? 0) - (b.line ?? 0) ||
  byText(a.field ?? '', b.field ?? '') ||
  byText(a.found, b.found);
