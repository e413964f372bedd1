import { isObject } from '../../../src/domain/is-object.ts';
import { quote, type Problem } from '../../../src/domain/problem.ts';
import { lineFinder } from './line-finder.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** An object that tells of one paper. */
export type JsonRecord = { readonly value: JsonObject; readonly line: number };

/** Text of a field: numbers count as text, everything else as nothing. */
export const textIn = (value: unknown): string =>
  (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '').trim();

/** Where a value stands; `isWhole` is false when the text ends within it. */
type Span = { readonly start: number; readonly end: number; readonly isWhole: boolean };

const SPACE = /[\s\ufeff,]*/y;
const SCALAR = /[^\s,:[\]{}"]+/y;

const skip = (text: string, pattern: RegExp, at: number): number => {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
};

/** Past the quote that closes a string; -1 when there is none. */
const skipString = (text: string, start: number): number => {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let before = at - 1;
    while (text[before] === '\\') before -= 1;
    if ((at - before) % 2 === 1) return at + 1;
  }
  return -1;
};

const OPENING = /[[\]{}"]/g;

/** Past a list or an object; -1 when it is not closed. No recursion: however deep, it is passed. */
const skipBrackets = (text: string, start: number): number => {
  let depth = 0;
  OPENING.lastIndex = start;
  for (let sign = OPENING.exec(text); sign !== null; sign = OPENING.exec(text)) {
    if (sign[0] === '"') {
      const end = skipString(text, sign.index);
      if (end < 0) return -1;
      OPENING.lastIndex = end;
    } else depth += sign[0] === '[' || sign[0] === '{' ? 1 : -1;
    if (depth <= 0) return OPENING.lastIndex;
  }
  return -1;
};

const spanAt = (text: string, start: number): Span | undefined => {
  const first = text[start];
  if (first === undefined || first === ']' || first === '}' || first === ':') return undefined;
  const end =
    first === '"'
      ? skipString(text, start)
      : first === '[' || first === '{'
        ? skipBrackets(text, start)
        : skip(text, SCALAR, start);
  return { start, end: end < 0 ? text.length : end, isWhole: end >= 0 };
};

// signs that end nothing where they stand: what follows them is read all the same
const STRAY = /[\s,:\]}]+/y;
const STRAY_IN_LIST = /[\s,:}]+/y;

/** A value, or signs that belong to none. */
const partAt = (text: string, at: number, stray: RegExp): Span | undefined => {
  const value = spanAt(text, at);
  if (value !== undefined) return value;
  const end = skip(text, stray, at);
  return end === at ? undefined : { start: at, end, isWhole: true };
};

/** The members of a list, from its bracket on; returns where it ends. */
function* partsOfList(text: string, { start }: Span): Generator<Span, number> {
  let at = skip(text, SPACE, start + 1);
  for (
    let part = partAt(text, at, STRAY_IN_LIST);
    part !== undefined;
    part = partAt(text, at, STRAY_IN_LIST)
  ) {
    yield part;
    at = skip(text, SPACE, part.end);
  }
  return at + 1;
}

/** Names and values of an object, as far as it has that form. */
function* membersOf(text: string, { start }: Span): Generator<readonly [name: string, Span]> {
  let at = skip(text, SPACE, start + 1);
  while (text[at] === '"') {
    const nameEnd = skipString(text, at);
    const colon = nameEnd < 0 ? -1 : skip(text, SPACE, nameEnd);
    if (colon < 0 || text[colon] !== ':') return;
    const value = spanAt(text, skip(text, SPACE, colon + 1));
    if (value === undefined) return;
    yield [text.slice(at + 1, nameEnd - 1), value];
    at = skip(text, SPACE, value.end);
  }
}

/** Names by which an object is a paper, whatever lists it has besides. */
const PAPER_NAMES = /^(?:title|display_name|content|paper|papertitle|paper_title)$/i;

const isListOfObjects = (text: string, { start }: Span): boolean =>
  text[start] === '[' && text[skip(text, SPACE, start + 1)] === '{';

/** The list within an object that is no paper itself: what services answer with. */
const listIn = (text: string, object: Span): Span | undefined => {
  let list: Span | undefined;
  for (const [name, value] of membersOf(text, object)) {
    if (PAPER_NAMES.test(name)) return undefined;
    if (list === undefined && isListOfObjects(text, value)) list = value;
  }
  return list;
};

/** Where the records of a text stand: members of its lists, of a list within an object, or objects in a row. */
function* recordSpans(text: string): Generator<Span> {
  let at = skip(text, SPACE, 0);
  for (let part = partAt(text, at, STRAY); part !== undefined; part = partAt(text, at, STRAY)) {
    const list =
      text[part.start] === '[' ? part : text[part.start] === '{' ? listIn(text, part) : undefined;
    if (list === undefined) yield part;
    // by brackets alone it may end earlier, when one of them is of the wrong kind
    const end = list === undefined ? part.end : yield* partsOfList(text, list);
    if (!part.isWhole) return;
    at = skip(text, SPACE, Math.max(end, part.end));
  }
}

const NOT_JSON = /"[^"\\]*(?:\\[^][^"\\]*)*"|NaN|-?Infinity/g;

/** Parses JSON, and what Python writes for numbers that are none. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    if (!/NaN|Infinity/.test(text)) return undefined;
  }
  try {
    return JSON.parse(text.replace(NOT_JSON, (part) => (part.startsWith('"') ? part : 'null')));
  } catch {
    return undefined;
  }
};

const HINT = 'Mend it where the file comes from and fetch it again; the other records are taken.';

const flaw = (file: string, line: number, found: string): Problem => ({
  severity: 'error',
  file,
  line,
  found,
  wanted: 'a JSON object with the fields of a paper',
  hint: HINT,
});

const faultOf = (source: string, { isWhole }: Span): string => {
  const beginning = quote(source.slice(0, 100).trim());
  return isWhole ? `what is no JSON object, ${beginning}` : `JSON that breaks off, ${beginning}`;
};

/**
 * Reads the objects of a JSON file, each with its line: a list of them, an object with one list of them inside
 * (or several such in a row, as pages of an answer), a single one, or one a line. What is no object or cannot be
 * parsed is one problem each.
 */
export const readJsonRecords = (
  text: string,
  file: string,
): { readonly records: readonly JsonRecord[]; readonly problems: readonly Problem[] } => {
  const lineOf = lineFinder(text);
  const records: JsonRecord[] = [];
  const problems: Problem[] = [];
  for (const span of recordSpans(text)) {
    const line = lineOf(span.start);
    const source = text.slice(span.start, span.end);
    const value = span.isWhole ? parseJson(source) : undefined;
    if (isObject(value)) records.push({ value, line });
    else problems.push(flaw(file, line, faultOf(source, span)));
  }
  return { records, problems };
};

const LOOKED_AT = 1_000_000;
const SAMPLED = 20;

/** The first objects of a JSON text, from which a format shows; none when it is no JSON. */
export const sampleJson = (text: string): readonly JsonObject[] => {
  if (!/^\ufeff?\s*[[{]/.test(text)) return [];
  const objects: JsonObject[] = [];
  for (const span of recordSpans(text.slice(0, LOOKED_AT))) {
    const value = span.isWhole ? parseJson(text.slice(span.start, span.end)) : undefined;
    if (isObject(value)) objects.push(value);
    if (objects.length >= SAMPLED) break;
  }
  return objects;
};
