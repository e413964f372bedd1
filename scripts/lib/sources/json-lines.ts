import { dateSchema, webUrlSchema } from '../../../src/domain/fields.ts';
import { quote, type Problem } from '../../../src/domain/problem.ts';
import type { Reading, SourceFormat, SourceRecord } from './source-record.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** Text of a field: numbers count as text, everything else as nothing. */
const textOf = (value: unknown): string =>
  (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '').trim();

/** A list that is another one several times over, as some venues list authors, becomes that one. */
const withoutRepetition = (names: readonly string[]): readonly string[] => {
  const distinct = new Set(names).size;
  if (distinct === names.length || names.length % distinct !== 0) return names;
  const isRepeated = names.every((name, index) => name === names[index % distinct]);
  return isRepeated ? names.slice(0, distinct) : names;
};

/**
 * Splits a list of authors. Equal names stay, for two authors may share one, unless the whole list is repeated.
 * @example readAuthors('Ada Lovelace; Alan  Turing;') // ['Ada Lovelace', 'Alan Turing']
 */
export const readAuthors = (value: unknown): readonly string[] => {
  const parts = Array.isArray(value)
    ? value.map((author) => textOf(isObject(author) ? author['name'] : author))
    : textOf(value).split(';');
  const names = parts.map((name) => name.replace(/\s+/g, ' ').trim()).filter((name) => name !== '');
  return withoutRepetition(names);
};

type Place = { readonly file: string; readonly line: number };

/** A field that says something of no use: the paper is taken without it. */
const dropped = (place: Place, field: string, value: unknown, wanted: string): Problem => ({
  severity: 'warning',
  ...place,
  field,
  found: quote(value),
  wanted,
  hint: 'The paper is taken without it; fill the field in by hand.',
});

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

type Judged = { readonly value?: string; readonly problems: readonly Problem[] };

const judge = (
  json: Json,
  field: string,
  place: Place,
  wanted: string,
  accepts: (text: string) => boolean,
): Judged => {
  if (isEmpty(json[field])) return { problems: [] };
  const value = textOf(json[field]);
  if (value !== '' && accepts(value)) return { value, problems: [] };
  return { problems: [dropped(place, field, json[field], wanted)] };
};

const badLine = (place: Place, found: string): Reading => ({
  records: [],
  problems: [
    {
      severity: 'error',
      ...place,
      found,
      wanted: 'a JSON object with a title',
      hint: 'Mend the line where the file comes from and fetch it again; the other lines are taken.',
    },
  ],
});

const readLine = (text: string, place: Place): Reading => {
  const json = parse(text);
  if (json === undefined) return badLine(place, `a line that is not JSON, ${quote(text)}`);
  if (!isObject(json)) return badLine(place, quote(text));
  const title = textOf(json['title']);
  if (title === '') return badLine(place, `an object without title, ${quote(text)}`);
  const any = () => true;
  const abstract = judge(json, 'abstract', place, 'text', any);
  const venue = judge(json, 'venue', place, 'the name of a venue', any);
  const year = judge(
    json,
    'year',
    place,
    'a year such as 2024',
    (value) => dateSchema.safeParse(value).success,
  );
  const pdf = judge(
    json,
    'pdf',
    place,
    'an address that begins with http(s)://',
    (value) => webUrlSchema.safeParse(value).success,
  );
  const authors = readAuthors(json['authors']);
  const record: SourceRecord = {
    title,
    abstract: abstract.value ?? '',
    line: place.line,
    ...(authors.length === 0 ? {} : { authors: authors.map((name) => ({ name })) }),
    ...(year.value === undefined ? {} : { date: year.value }),
    ...(venue.value === undefined ? {} : { container: { name: venue.value } }),
    ...(pdf.value === undefined ? {} : { pdf: pdf.value }),
  };
  return {
    records: [record],
    problems: [abstract, venue, year, pdf].flatMap(({ problems }) => problems),
  };
};

const linesOf = (text: string): readonly string[] =>
  text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);

const readJsonLines = (text: string, file: string): Reading => {
  const readings = linesOf(text).flatMap((line, index) =>
    line.trim() === '' ? [] : [readLine(line.trim(), { file, line: index + 1 })],
  );
  return {
    records: readings.flatMap(({ records }) => records),
    problems: readings.flatMap(({ problems }) => problems),
  };
};

const LINES_TRIED = 20;

const isJsonLines = (text: string): boolean => {
  if (!/^\ufeff?\s*\{/.test(text)) return false;
  const lines = linesOf(text).filter((line) => line.trim() !== '');
  return lines.slice(0, LINES_TRIED).some((line) => {
    const json = parse(line);
    return isObject(json) && Object.hasOwn(json, 'title');
  });
};

/**
 * JSON Lines: one object a line, `{id, title, abstract, authors, venue, year, pdf}`, all but the title optional.
 * `authors` is text with semicolons between the names, or a list. The venue becomes the container's name, its
 * type is not guessed; other fields are left alone.
 */
export const jsonLines: SourceFormat = {
  name: 'json-lines',
  label: 'JSON Lines',
  recognizes: isJsonLines,
  read: readJsonLines,
};
