import { countOf } from '../../src/domain/labels.ts';
import { keysOf, type PaperKey } from '../../src/domain/paper-key.ts';
import type { PaperFields } from '../../src/domain/paper.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { repairText } from '../../src/domain/repair.ts';
import { cleanText, normalizeText } from '../../src/domain/text.ts';
import type { ImportedField } from '../../src/entries/ledger.ts';
import { judgeFields, toFields, type Place } from './incoming-fields.ts';
import { droppedField, type Reading, type SourceRecord } from './sources/source-record.ts';

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

/** No abstract is this long, but whole papers are that somebody took for one. */
const LONGEST_ABSTRACT = 20_000;

const readAbstract = (
  raw: string,
  place: Place,
): { text: string; problems: readonly Problem[] } => {
  if (raw.length <= LONGEST_ABSTRACT) return toText(raw, 'abstract', place);
  const found = `${raw.length} characters`;
  const wanted = `an abstract of at most ${LONGEST_ABSTRACT}`;
  return { text: '', problems: [droppedField(place, 'abstract', found, wanted)] };
};

/** A paper is known by what it is; of a name that means nothing elsewhere nothing is remembered. */
const keysOfRecord = (
  { title, sourceId }: SourceRecord,
  { doi, arxiv }: PaperFields,
): readonly PaperKey[] => [
  ...keysOf({ title, doi, arxiv }),
  ...(sourceId === undefined ? [] : [sourceId]),
];

/** Makes a record of a source into a paper that may enter, or says why it may not. */
export const toIncoming = (
  record: SourceRecord,
  source: string,
  file: string,
): { incoming?: IncomingPaper; problems: readonly Problem[] } => {
  const place = { file, line: record.line };
  const title = toText(record.title, 'title', place);
  const abstract = readAbstract(record.abstract, place);
  const value = toFields(record, title.text.replace(/\s+/g, ' '), abstract.text);
  const judged = judgeFields(value, place);
  const problems = [...title.problems, ...abstract.problems, ...judged.problems];
  if (judged.fields === undefined) return { problems };
  const keys = keysOfRecord(record, judged.fields);
  const fields = { ...judged.fields, abstract: abstract.text };
  return { incoming: { fields, keys, source, line: record.line }, problems };
};

/** @example countReasons(['rejected', 'withdrawn', 'rejected']) // 'rejected (2), withdrawn (1)' */
const countReasons = (reasons: readonly string[]): string =>
  [...Map.groupBy(reasons, (reason) => reason)]
    .map(([reason, { length }]) => `${reason} (${length})`)
    .toSorted()
    .join(', ');

/** One warning for all records of a file that are no papers to be taken. */
const notTaken = (records: readonly SourceRecord[], file: string): readonly Problem[] => {
  const [first] = records;
  if (first === undefined) return [];
  const reasons = countReasons(records.flatMap(({ withdrawn = [] }) => withdrawn));
  const found = `${countOf(records.length, 'record')} that the source calls ${reasons}`;
  const hint = 'They were not taken. To have one all the same, write its entry by hand.';
  return [
    { severity: 'warning', file, line: first.line, found, wanted: 'papers that appeared', hint },
  ];
};

/** A file that told nothing at all is worth a word: its papers may be somewhere that nobody looked. */
const nothingTold = ({ records, problems }: Reading, file: string): readonly Problem[] =>
  records.length + problems.length > 0
    ? []
    : [
        {
          severity: 'warning',
          file,
          found: 'no papers',
          wanted: 'some',
          hint: 'Look whether the file is whole, and whether it is of the format that it looks like.',
        },
      ];

/** Takes all records of one file, but none that was rejected or withdrawn. */
export const readIncoming = (
  reading: Reading,
  source: string,
  file: string,
): { papers: readonly IncomingPaper[]; problems: readonly Problem[] } => {
  const papers: IncomingPaper[] = [];
  const gone = reading.records.filter(({ withdrawn }) => withdrawn !== undefined);
  const problems: Problem[] = [
    ...reading.problems,
    ...nothingTold(reading, file),
    ...notTaken(gone, file),
  ];
  for (const record of reading.records) {
    if (record.withdrawn !== undefined) continue;
    const { incoming, problems: flaws } = toIncoming(record, source, file);
    // a record may have more flaws than a call takes arguments
    for (const flaw of flaws) problems.push(flaw);
    if (incoming !== undefined) papers.push(incoming);
  }
  return { papers, problems };
};
