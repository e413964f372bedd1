import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { lineSchema, paperIdSchema } from '../domain/fields.ts';
import { versionSchema } from '../domain/paper.ts';
import type { PaperKey } from '../domain/paper-key.ts';
import { quote, type Problem } from '../domain/problem.ts';
import { issuesToProblems } from '../domain/schema-problems.ts';
import { normalizeText } from '../domain/text.ts';
import { failureCode } from './text-files.ts';

/** The fields that sources give; all others are the curator's alone. */
export const IMPORTED_FIELDS = [
  'title',
  'abstract',
  'authors',
  'date',
  'container',
  'doi',
  'arxiv',
  'pdf',
  'links',
  'also',
] as const;
export type ImportedField = (typeof IMPORTED_FIELDS)[number];

const hashSchema = z.string().regex(/^[0-9a-f]{16}$/, 'Expected a hash of 16 hexadecimal digits.');

const keySchema = z.string().regex(/^[a-z]+:./su, 'Expected doi:…, arxiv:…, title:… or such.');
const fieldsSchema = z.partialRecord(z.enum(IMPORTED_FIELDS), hashSchema);

const otherRecordSchema = z.strictObject({
  key: keySchema.describe('By what its source knows it.'),
  source: lineSchema.describe('The file in `sources/` that has it.'),
  fields: fieldsSchema.describe('Hash of each field as that source last said it.'),
  version: versionSchema
    .optional()
    .describe('What it adds to `also`; missing when it tells of the version that the entry shows.'),
});
/** A record that is not the one which an entry follows, but one of the same work. */
export type OtherRecord = z.infer<typeof otherRecordSchema>;

const ledgerLineSchema = z.strictObject({
  id: paperIdSchema.describe('The id under which the paper was first published here.'),
  source: lineSchema.describe('The file in `sources/` from which the paper comes.'),
  key: keySchema.describe(
    'By what sources know the paper: DOI, arXiv id, an id of their own or the folded original title.',
  ),
  fields: fieldsSchema.describe(
    'Hash of each field as sources last said it; of one in conflict, as they said it before.',
  ),
  others: z
    .array(otherRecordSchema)
    .optional()
    .describe('Other records of the same work that the entry owes something to.'),
  removed: z.boolean().describe('Whether its entry is gone: it does not come back.'),
});
export type LedgerLine = z.infer<typeof ledgerLineSchema>;

/** The ledger's place in a content folder. */
export const LEDGER_FILE = 'ledger.jsonl';

const bySortedKeys = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/**
 * The hash by which the ledger remembers a field; undefined for a field that is not there. White space and the
 * order of names inside a value make no difference.
 */
export const hashField = (value: unknown): string | undefined => {
  if (value === undefined || value === '') return undefined;
  const plain = typeof value === 'string' ? normalizeText(value) : value;
  const json = JSON.stringify(plain, bySortedKeys);
  return createHash('sha256').update(json).digest('hex').slice(0, 16);
};

type Place = { readonly file: string; readonly line: number };

const HINT =
  'Take the line back from the history of the collection; ingest writes this file itself.';

const damaged = (place: Place, found: string, wanted: string): Problem => ({
  severity: 'error',
  ...place,
  found,
  wanted,
  hint: HINT,
});

const parseLine = (text: string, place: Place): LedgerLine | readonly Problem[] => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [damaged(place, `a line that is not JSON, ${quote(text)}`, 'a JSON object')];
  }
  const { data, error } = ledgerLineSchema.safeParse(value);
  if (data !== undefined) return data;
  const { file, line } = place;
  return issuesToProblems(error.issues, {
    value,
    schema: ledgerLineSchema,
    file,
    lineOf: () => line,
  });
};

export type Ledger = {
  readonly lines: readonly LedgerLine[];
  /** with an error nothing may be written that builds on the ledger */
  readonly problems: readonly Problem[];
};

/** Reads the ledger's text. */
export const readLedger = (text: string, file: string): Ledger => {
  const lines: LedgerLine[] = [];
  const problems: Problem[] = [];
  const ids = new Set<string>();
  const keys = new Set<PaperKey>();
  text.split('\n').forEach((row, index) => {
    if (row.trim() === '') return;
    const place = { file, line: index + 1 };
    const parsed = parseLine(row, place);
    if (!('id' in parsed)) return void problems.push(...parsed);
    if (ids.has(parsed.id))
      problems.push(damaged(place, `the id ${quote(parsed.id)} again`, 'every id once'));
    if (keys.has(parsed.key))
      problems.push(damaged(place, `the key ${quote(parsed.key)} again`, 'every key once'));
    ids.add(parsed.id);
    keys.add(parsed.key);
    lines.push(parsed);
  });
  return { lines, problems };
};

/** Reads the ledger of a content folder; it is empty before the first ingest. `shownAs` names the folder. */
export const loadLedger = async (contentDir: string, shownAs: string): Promise<Ledger> => {
  const file = `${shownAs}/${LEDGER_FILE}`;
  try {
    return readLedger(await readFile(join(contentDir, LEDGER_FILE), 'utf8'), file);
  } catch (cause) {
    const code = failureCode(cause);
    if (code === 'ENOENT') return { lines: [], problems: [] };
    const found = `a file that cannot be read (${code})`;
    const hint = 'Check what it is and who may read it.';
    return {
      lines: [],
      problems: [{ severity: 'error', file, found, wanted: 'a readable file', hint }],
    };
  }
};

const inOrder = (fields: LedgerLine['fields']): LedgerLine['fields'] =>
  Object.fromEntries(
    IMPORTED_FIELDS.flatMap((field) =>
      fields[field] === undefined ? [] : [[field, fields[field]]],
    ),
  );

const formatOther = ({ key, source, fields, version }: OtherRecord): object => ({
  key,
  source,
  fields: inOrder(fields),
  ...(version && { version }),
});

const formatLine = ({ id, source, key, fields, others = [], removed }: LedgerLine): string => {
  const more = others.length === 0 ? {} : { others: others.map(formatOther) };
  return `${JSON.stringify({ id, source, key, fields: inOrder(fields), ...more, removed })}\n`;
};

/** Writes the ledger: one line a paper, by id, fields in their order; the same lines give the same bytes. */
export const formatLedger = (lines: readonly LedgerLine[]): string =>
  lines
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(formatLine)
    .join('');
