import { parse, type CsvError } from 'csv-parse/sync';
import { quote, type Problem } from '../../../src/domain/problem.ts';
import { areFieldNames, FIELD_NAMES, foldName } from './field-names.ts';
import { readNamedValues } from './named-fields.ts';
import {
  withoutTitle,
  type Reading,
  type SourceFormat,
  type SourceRecord,
} from './source-record.ts';

const DELIMITERS = [',', ';', '\t', '|'];

/** A line by which some spreadsheets say which delimiter they use. */
const SEPARATOR_LINE = /^sep=.\n/i;

/** A row of a table, and the line on which it begins. */
type Row = { readonly cells: readonly string[]; readonly line: number };

const LONGEST_ROW = 1_000_000;

const ROW_FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark that is not closed before the end of the file',
  CSV_MAX_RECORD_SIZE: `a row of more than ${LONGEST_ROW} characters`,
};

const countBreaks = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);

const badRow = (file: string, line: number, found: string): Problem => ({
  severity: 'error',
  file,
  line,
  found,
  wanted:
    'a row with as many cells as the header, texts with delimiters or quotes in quotation marks',
  hint: 'Write the row anew, or save the table again as CSV; the rows before it are taken.',
});

/** Splits text, its line ends all `\n`, into rows. */
const readRows = (
  text: string,
  delimiter: string,
  file: string,
): { rows: readonly Row[]; problems: readonly Problem[] } => {
  const rows: Row[] = [];
  const problems: Problem[] = [];
  let nextLine = 1;
  parse(text, {
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    // each takes the library a hundred times as long as a full one
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    on_record: (cells: string[], { lines }) => {
      rows.push({ cells, line: lines - countBreaks(cells) });
      nextLine = lines + 1;
      return null;
    },
    on_skip: (error: CsvError | undefined) => {
      const found = ROW_FAULTS[error?.code ?? ''] ?? `a row that cannot be read`;
      problems.push(badRow(file, nextLine, found));
      return undefined;
    },
  });
  return { rows, problems };
};

/** Text with line ends of one kind, and what stands before the header blanked or gone; lines keep their numbers. */
const normalize = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(SEPARATOR_LINE, '\n');

const splitHeader = (line: string, delimiter: string): readonly string[] =>
  readRows(line, delimiter, '').rows[0]?.cells.map((cell) => cell.trim()) ?? [];

const HEADER_LENGTH = 20_000;

/** The delimiter by which the first line is a header, and makes most of it; undefined when it is none. */
const findDelimiter = (text: string): string | undefined => {
  const line = text.slice(0, HEADER_LENGTH).trimStart().split('\n', 1)[0] ?? '';
  const [best] = DELIMITERS.map((delimiter) => ({ delimiter, names: splitHeader(line, delimiter) }))
    .filter(({ names }) => areFieldNames(names))
    .toSorted((a, b) => b.names.length - a.names.length);
  return best?.delimiter;
};

// what keeps a spreadsheet from taking a cell for a formula
const FORMULA_GUARD = /^'(?=[=+\-@\t\r＝＋－＠])/;

const toValues = (header: readonly string[], cells: readonly string[]) =>
  new Map(
    header
      .map((name, at) => [foldName(name), (cells[at] ?? '').replace(FORMULA_GUARD, '')] as const)
      .reverse(),
  );

const isBlank = ({ cells }: Row): boolean => cells.every((cell) => cell.trim() === '');

const flawOf = (header: readonly string[], { cells }: Row): string | undefined => {
  const isTooLong = cells.slice(header.length).some((cell) => cell.trim() !== '');
  return isTooLong ? `${cells.length} cells under ${header.length} names` : undefined;
};

const describe = ({ cells }: Row): string =>
  `the row ${quote(cells.filter((cell) => cell.trim() !== '').join(', '))}`;

const noHeader = (file: string, header: readonly string[]): Problem => ({
  severity: 'error',
  file,
  line: 1,
  found: `a table whose first line names no title, ${quote(header.join(', '))}`,
  wanted: `a column named ${FIELD_NAMES.title.join(' or ')}`,
  hint: 'Give the columns names in the first line: title, abstract, authors, date, venue, doi, …',
});

const readTable = (rows: readonly Row[], file: string): Reading => {
  const [header, ...others] = rows.filter((row) => !isBlank(row));
  if (header === undefined) return { records: [], problems: [] };
  const names = header.cells.map((cell) => cell.trim());
  if (!names.some((name) => FIELD_NAMES.title.some((title) => title === foldName(name))))
    return { records: [], problems: [noHeader(file, names)] };
  const records: SourceRecord[] = [];
  const problems: Problem[] = [];
  for (const row of others) {
    const flaw = flawOf(names, row);
    const { record } = readNamedValues(toValues(names, row.cells), { file, line: row.line });
    if (flaw !== undefined) problems.push(badRow(file, row.line, flaw));
    else if (record === undefined) problems.push(withoutTitle(file, row.line, describe(row)));
    else records.push(record);
  }
  return { records, problems };
};

const readCsv = (text: string, file: string): Reading => {
  const plain = normalize(text);
  const { rows, problems } = readRows(plain, findDelimiter(plain) ?? ',', file);
  const table = readTable(rows, file);
  return { records: table.records, problems: [...problems, ...table.problems] };
};

/**
 * CSV: a table whose first line names its columns, as in `FIELD_NAMES`, with commas, semicolons, tabs or upright
 * bars between the cells: `papers.csv` of a site like this one, and what spreadsheets, reference managers and
 * indexes of literature write.
 */
export const csv: SourceFormat = {
  name: 'csv',
  label: 'CSV',
  recognizes: (text) => findDelimiter(normalize(text.slice(0, HEADER_LENGTH))) !== undefined,
  read: readCsv,
};
