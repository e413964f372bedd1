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

// what a terminal obeys, what turns the direction of all that follows, and what is no character
const UNSEEN =
  // eslint-disable-next-line no-control-regex -- control characters are what it finds
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/gu;

const toEscape = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Text for a terminal, in which what nobody would see stands as an escape; line feeds stay. */
export const makeVisible = (text: string): string => text.replace(UNSEEN, toEscape);

const LONGEST_QUOTE = 80;

/** The beginning of a text, in whole characters; of a giant no more than that is looked at. */
const cutQuote = (text: string): string => {
  const start = [...text.slice(0, 2 * LONGEST_QUOTE + 2)];
  return start.length > LONGEST_QUOTE ? `${start.slice(0, LONGEST_QUOTE).join('')}…` : text;
};

/** Shows a value inside a message: quoted, on one line, cut when long, control characters made visible. */
export const quote = (value: unknown): string => {
  // for what JSON does not know the types promise text, but there is none
  const json = typeof value === 'string' ? value : (JSON.stringify(value) as string | undefined);
  return makeVisible(JSON.stringify(cutQuote(json ?? String(value))));
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
  ]
    // names of files and fields are anybody's, too
    .map((line) => makeVisible(line.replaceAll('\n', '\\u000a')))
    .join('\n');

export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some(({ severity }) => severity === 'error');

/** Orders problems by file, line and field, so that a report reads top to bottom and never varies. */
export const byPlace = (a: Problem, b: Problem): number =>
  byText(a.file, b.file) ||
  (a.line ?? 0) - (b.line ?? 0) ||
  byText(a.field ?? '', b.field ?? '') ||
  byText(a.found, b.found);
