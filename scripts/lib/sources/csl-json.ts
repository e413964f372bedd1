import { isObject } from '../../../src/domain/is-object.ts';
import type { Author, Container, ContainerType } from '../../../src/domain/paper.ts';
import { quote, type Problem } from '../../../src/domain/problem.ts';
import { joinName } from './author-names.ts';
import { given } from './given.ts';
import { htmlToLine, htmlToText } from './html-text.ts';
import { arxivIn } from './identifiers.ts';
import { readJsonRecords, sampleJson, textIn, type JsonObject } from './json-values.ts';
import { sortAddress } from './sort-address.ts';
import { withdrawalOf } from './named-fields.ts';
import { joinDate } from './source-dates.ts';
import {
  withoutTitle,
  type Reading,
  type SourceFormat,
  type SourceRecord,
} from './source-record.ts';

/** Types of the Citation Style Language, and those that Crossref has in their stead. */
const TYPES = new Map<string, ContainerType | undefined>(
  Object.entries({
    article: undefined,
    'article-journal': 'journal',
    'article-magazine': 'journal',
    'article-newspaper': 'journal',
    'paper-conference': 'conference',
    speech: 'conference',
    chapter: 'book',
    book: 'book',
    thesis: 'thesis',
    report: 'report',
    manuscript: undefined,
    dataset: undefined,
    software: undefined,
    document: undefined,
    webpage: undefined,
    post: undefined,
    'post-weblog': undefined,
    'journal-article': 'journal',
    'proceedings-article': 'conference',
    'book-chapter': 'book',
    'posted-content': undefined,
    dissertation: 'thesis',
  }),
);

/** Text, or the first of several, without markup. */
const lineOf = (item: JsonObject, ...names: readonly string[]): string =>
  names
    .map((name) => item[name])
    .map((value) => htmlToLine(textIn(Array.isArray(value) ? value[0] : value)))
    .find((text) => text !== '') ?? '';

const toAuthor = (name: unknown): readonly Author[] => {
  if (!isObject(name)) return [];
  const part = (field: string) => htmlToLine(textIn(name[field]));
  const joined = joinName({
    given: part('given'),
    particle: `${part('dropping-particle')} ${part('non-dropping-particle')}`,
    family: part('family'),
    suffix: part('suffix'),
  });
  const whole = joined === '' ? part('literal') || part('name') : joined;
  const orcid = textIn(name['ORCID'] ?? name['orcid'] ?? name['_orcid']);
  return whole === '' ? [] : [{ name: whole, ...(orcid !== '' && { orcid }) }];
};

const authorsOf = ({ author }: JsonObject): readonly Author[] =>
  Array.isArray(author) ? author.flatMap(toAuthor) : [];

/** A date in parts, of which a range has two; or as somebody wrote it. A season says less than a month. */
const dateIn = (value: unknown): string => {
  if (!isObject(value)) return textIn(value);
  const parts = value['date-parts'];
  const [first] = Array.isArray(parts) ? (parts as readonly unknown[]) : [];
  const [year, month, day] = Array.isArray(first) ? first.map(textIn) : [];
  if (year === undefined || year === '') return textIn(value['raw']) || textIn(value['literal']);
  const number = (part: string | undefined) => Number(part ?? '') || undefined;
  return joinDate(year.padStart(4, '0'), number(month), number(day));
};

const dateOf = (item: JsonObject): string =>
  ['issued', 'published', 'published-print', 'published-online', 'posted']
    .map((name) => dateIn(item[name]))
    .find((date) => date !== '') ?? '';

/** A thesis and a report name who published them where others name what they appeared in; preprints as well. */
const placeOf = (item: JsonObject): Pick<Container, 'name' | 'type'> | undefined => {
  const kind = textIn(item['type']);
  const type = TYPES.get(kind);
  const title = lineOf(item, 'container-title', 'event-title', 'event', 'collection-title');
  const publisher = lineOf(item, 'publisher', 'institution', 'archive');
  if (type === 'thesis' || type === 'report' || type === 'book') {
    const name = type === 'book' ? title || publisher : publisher || title;
    return name === '' ? undefined : { type, name };
  }
  if (title !== '') {
    const isWorkshop = type === 'conference' && /workshop/i.test(title);
    return { name: title, ...given<Container>({ type: isWorkshop ? 'workshop' : type }) };
  }
  const isPreprint = /^(?:article|posted-content)$/.test(kind) && publisher !== '';
  return isPreprint && !/^arxiv\b/i.test(publisher)
    ? { type: 'preprint', name: publisher }
    : undefined;
};

const toContainer = (item: JsonObject): Container | undefined => {
  const place = placeOf(item);
  if (place === undefined) return undefined;
  const number = lineOf(item, 'issue') || lineOf(item, 'number');
  const publisher = lineOf(item, 'publisher');
  return {
    ...place,
    ...given<Container>({
      volume: lineOf(item, 'volume'),
      issue: arxivIn(number) === undefined ? number : '',
      pages: lineOf(item, 'page', 'page-first', 'article-number'),
      publisher: publisher === place.name ? '' : publisher,
    }),
  };
};

const toRecord = (item: JsonObject, line: number): SourceRecord => {
  const url = textIn(item['URL']);
  const page = url === '' ? {} : sortAddress(url);
  return {
    title: lineOf(item, 'title'),
    abstract: htmlToText(textIn(item['abstract'])),
    line,
    ...page,
    ...given<SourceRecord>({
      authors: authorsOf(item),
      container: toContainer(item),
      date: dateOf(item),
      doi: textIn(item['DOI']),
      arxiv: arxivIn(textIn(item['number'])) ?? page.arxiv,
      withdrawn: withdrawalOf(textIn(item['status'])),
    }),
  };
};

const readCslJson = (text: string, file: string): Reading => {
  const { records: items, problems } = readJsonRecords(text, file);
  const records = items.map(({ value, line }) => toRecord(value, line));
  const flaws = items.flatMap(({ value, line }, index): readonly Problem[] =>
    records[index]?.title === ''
      ? [withoutTitle(file, line, `the item ${quote(textIn(value['id']))}`)]
      : [],
  );
  return {
    records: records.filter(({ title }) => title !== ''),
    problems: [...problems, ...flaws],
  };
};

const hasNames = ({ author }: JsonObject): boolean =>
  Array.isArray(author) &&
  author.some((one) => isObject(one) && ('family' in one || 'literal' in one));

const isItem = (item: JsonObject): boolean =>
  TYPES.has(textIn(item['type'])) &&
  (hasNames(item) || isObject(item['issued']) || 'container-title' in item || 'DOI' in item);

/** CSL-JSON: items of the Citation Style Language, as reference managers write them, a list or a single one. */
export const cslJson: SourceFormat = {
  name: 'csl-json',
  label: 'CSL-JSON',
  recognizes: (text) => sampleJson(text).some(isItem),
  read: readCslJson,
};
