import { isObject } from '../../src/domain/is-object.ts';
import { paragraphsOf } from '../../src/domain/paragraphs.ts';
import { quote, type Problem } from '../../src/domain/problem.ts';
import type { SearchPayload } from '../../src/search/payload.ts';

/** A number as it is written: JavaScript would round a long one. */
class Digits {
  readonly digits: string;
  constructor(digits: string) {
    this.digits = digits;
  }
}

/** An id as its line has it: a string or a number. */
export type RecordId = string | Digits;

export type QueryRecord = { readonly id: RecordId; readonly text: string };
export type DocRecord = {
  readonly id: RecordId;
  readonly title: string;
  readonly abstract: string;
};

export type ReadRecords<T> = {
  readonly records: readonly T[];
  readonly problems: readonly Problem[];
};

type Json = Readonly<Record<string, unknown>>;

/** Keeps the numbers of a line as they are written; the source comes with Node 22 and later. */
const keepDigits = (_key: string, value: unknown, context?: { source?: string }): unknown =>
  typeof value === 'number' ? new Digits(context?.source ?? String(value)) : value;

const parseLine = (line: string): Json | undefined => {
  try {
    const value: unknown = JSON.parse(line, keepDigits);
    return isObject(value) && !(value instanceof Digits) ? value : undefined;
  } catch {
    return undefined;
  }
};

const readId = (value: unknown): RecordId | undefined =>
  typeof value === 'string' || value instanceof Digits ? value : undefined;

const readQuery = ({ id: rawId, text }: Json): QueryRecord | undefined => {
  const id = readId(rawId);
  return id !== undefined && typeof text === 'string' ? { id, text } : undefined;
};

const readDoc = ({ id: rawId, title, abstract = '' }: Json): DocRecord | undefined => {
  const id = readId(rawId);
  if (id === undefined || typeof title !== 'string') return undefined;
  // a paper without an abstract is a paper
  if (abstract === null) return { id, title, abstract: '' };
  return typeof abstract === 'string' ? { id, title, abstract } : undefined;
};

const readLines = <T>(
  text: string,
  file: string,
  wanted: string,
  read: (json: Json) => T | undefined,
): ReadRecords<T> => {
  const records: T[] = [];
  const problems: Problem[] = [];
  for (const [at, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const json = parseLine(line);
    const record = json && read(json);
    if (record !== undefined) records.push(record);
    else
      problems.push({
        severity: 'error',
        file,
        line: at + 1,
        found: quote(line),
        wanted,
        hint: 'Mend the line; all others are used.',
      });
  }
  return { records, problems };
};

/** Reads questions, one `{id, text}` a line. */
export const readQueryLines = (text: string, file: string): ReadRecords<QueryRecord> =>
  readLines(text, file, 'a JSON object with an id, a string or a number, and a text', readQuery);

export const textOfId = (id: RecordId): string => (typeof id === 'string' ? id : id.digits);

/** An id as JSON, as it came. */
export const idToJson = (id: RecordId): string =>
  typeof id === 'string' ? JSON.stringify(id) : id.digits;

/** Reads papers, one `{id, title, abstract}` a line; of several with one id the first is used. */
export const readDocLines = (text: string, file: string): ReadRecords<DocRecord> => {
  const seen = new Set<string>();
  return readLines(
    text,
    file,
    'a JSON object with an id that no line before it has, a title and an abstract',
    (json) => {
      const doc = readDoc(json);
      if (doc === undefined || seen.has(textOfId(doc.id))) return undefined;
      seen.add(textOfId(doc.id));
      return doc;
    },
  );
};

/** What a session is made of, for papers of which nothing else is known. */
export const docsToPayload = (docs: readonly DocRecord[]): Required<SearchPayload> => ({
  papers: docs.map(({ id, title }) => ({ id: textOfId(id), title })),
  texts: docs.map(({ abstract }) => paragraphsOf(abstract)),
});
