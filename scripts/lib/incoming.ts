import { abstractLinks } from '../../src/domain/abstract-links.ts';
import { keysOf, type PaperKey } from '../../src/domain/paper-key.ts';
import { paperSchema, type PaperFields } from '../../src/domain/paper.ts';
import { quote, type Problem } from '../../src/domain/problem.ts';
import { repairText } from '../../src/domain/repair.ts';
import { issuesToProblems } from '../../src/domain/schema-problems.ts';
import { cleanText, normalizeText } from '../../src/domain/text.ts';
import type { ImportedField } from '../../src/entries/ledger.ts';
import type { Reading, SourceRecord } from './sources/source-record.ts';

/** The fields of an entry that sources give, the abstract among them. */
export type ImportedFields = Pick<PaperFields, Exclude<ImportedField, 'abstract'>> & {
  readonly abstract: string;
};

/** A paper as it would stand here, repaired and judged, and by what it is known. */
export type IncomingPaper = {
  readonly fields: ImportedFields;
  /** from the title as received, so that a better repair never makes it another paper */
  readonly keys: readonly PaperKey[];
  /** name of the file in `sources/` */
  readonly source: string;
  readonly line: number;
};

type Place = { readonly file: string; readonly line: number };

/** Repairs and cleans one text, and says what could not stay in it. */
const toText = (
  raw: string,
  field: string,
  place: Place,
): { text: string; problems: Problem[] } => {
  const { text, removed } = cleanText(repairText(raw));
  const problems = removed.map(({ what, count }): Problem => ({
    severity: 'warning',
    ...place,
    field,
    found: `${what}, ${count} times`,
    wanted: 'text without it',
    hint: 'It was left out; look whether the rest reads well.',
  }));
  return { text: normalizeText(text), problems };
};

/** Names of people and venues, without what could not stay in them; a name that held nothing else is dropped. */
const cleanNames = <T extends { readonly name: string }>(named: readonly T[]): readonly T[] =>
  named
    .map((one) => ({ ...one, name: normalizeText(repairText(cleanText(one.name).text)) }))
    .filter(({ name }) => name !== '');

/** The fields of an entry as a record gives them; the schema has not yet judged them. */
const toFields = (record: SourceRecord, title: string, abstract: string): object => {
  const { date, doi, arxiv, pdf } = record;
  const names = cleanNames(record.authors ?? []);
  const [venue] = cleanNames(record.container === undefined ? [] : [record.container]);
  const links = abstractLinks(abstract);
  return {
    title,
    ...{ date, doi, arxiv, pdf },
    ...(names.length === 0 ? {} : { authors: names }),
    ...(venue === undefined ? {} : { container: venue }),
    ...(links.length === 0 ? {} : { links }),
  };
};

/** Makes a record of a source into a paper that may enter, or says why it may not. */
export const toIncoming = (
  record: SourceRecord,
  source: string,
  file: string,
): { incoming?: IncomingPaper; problems: readonly Problem[] } => {
  const { line } = record;
  const title = toText(record.title, 'title', { file, line });
  const abstract = toText(record.abstract, 'abstract', { file, line });
  const value = toFields(record, title.text.replace(/\s+/g, ' '), abstract.text);
  const problems = [...title.problems, ...abstract.problems];
  const { data, error } = paperSchema.safeParse(value);
  if (data === undefined) {
    const judged = { value, schema: paperSchema, file, lineOf: () => line };
    return { problems: [...problems, ...issuesToProblems(error.issues, judged)] };
  }
  const fields = { ...data, abstract: abstract.text };
  return { incoming: { fields, keys: keysOf(record), source, line }, problems };
};

const repeated = (title: string, place: Place, firstLine: number): Problem => ({
  severity: 'error',
  ...place,
  found: `the title ${quote(title)} again`,
  wanted: `every paper once; the first is on line ${firstLine}`,
  hint: 'The first is taken. Differences of case, spaces and punctuation make no other title.',
});

/** Takes all records of one file, each paper once. */
export const readIncoming = (
  reading: Reading,
  source: string,
  file: string,
): { papers: readonly IncomingPaper[]; problems: readonly Problem[] } => {
  const papers: IncomingPaper[] = [];
  const problems: Problem[] = [...reading.problems];
  const firstLines = new Map<PaperKey, number>();
  for (const record of reading.records) {
    const { incoming, problems: flaws } = toIncoming(record, source, file);
    problems.push(...flaws);
    if (incoming === undefined) continue;
    const known = incoming.keys.find((key) => firstLines.has(key));
    if (known !== undefined) {
      const firstLine = firstLines.get(known) ?? 0;
      problems.push(repeated(record.title, { file, line: record.line }, firstLine));
      continue;
    }
    for (const key of incoming.keys) firstLines.set(key, record.line);
    papers.push(incoming);
  }
  return { papers, problems };
};
