import type { ExportRecord } from './export-record.ts';

type Column = readonly [name: string, cellOf: (record: ExportRecord) => string | undefined];

/** What stands between the members of a list in one cell. */
const BETWEEN = '; ';

const codeOf = ({ links = [] }: ExportRecord): string =>
  links
    .filter(({ kind }) => kind === 'code')
    .map(({ url }) => url)
    .join(BETWEEN);

const noticesOf = ({ corrections = [] }: ExportRecord): string =>
  corrections.map(({ date, kind, note }) => `${kind} ${date}: ${note}`).join(BETWEEN);

/** What a table says of a paper: one cell a field, lists joined. The JSON files have all the rest. */
const COLUMNS: readonly Column[] = [
  ['id', ({ id }) => id],
  ['title', ({ title }) => title],
  ['authors', ({ authors = [] }) => authors.map(({ name }) => name).join(BETWEEN)],
  ['date', ({ date }) => date],
  ['kind', ({ kind }) => kind],
  ['topics', ({ topics = [] }) => topics.join(BETWEEN)],
  ['container', ({ container }) => container?.name],
  ['container_type', ({ container }) => container?.type],
  ['volume', ({ container }) => container?.volume],
  ['issue', ({ container }) => container?.issue],
  ['pages', ({ container }) => container?.pages],
  ['publisher', ({ container }) => container?.publisher],
  ['doi', ({ doi }) => doi],
  ['arxiv', ({ arxiv }) => arxiv],
  ['pdf', ({ pdf }) => pdf],
  ['code', codeOf],
  ['lang', ({ lang }) => lang],
  ['license', ({ license }) => license],
  ['added', ({ added }) => added],
  ['notices', noticesOf],
  ['url', ({ url }) => url],
  ['abstract', ({ abstract }) => abstract],
];

export const CSV_HEADER: readonly string[] = COLUMNS.map(([name]) => name);

/** The cells of a record, in the order of the header; empty where nothing is known. */
export const toCsvCells = (record: ExportRecord): readonly string[] =>
  COLUMNS.map(([, cellOf]) => cellOf(record) ?? '');

/** By RFC 4180, a cell with a line break in quotes; one that a spreadsheet would take for a formula begins with an apostrophe. */
export const CSV_OPTIONS = {
  record_delimiter: '\r\n',
  quoted_match: /[\r\n]/,
  escape_formulas: true,
} as const;
