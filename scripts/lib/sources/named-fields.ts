import { isObject } from '../../../src/domain/is-object.ts';
import {
  LINK_KINDS,
  type Container,
  type ContainerType,
  type Link,
} from '../../../src/domain/paper.ts';
import { quote, type Problem } from '../../../src/domain/problem.ts';
import { readAuthors } from './author-names.ts';
import {
  FIELD_NAMES,
  LINK_NAMES,
  toNamedValues,
  type Field,
  type NamedValues,
} from './field-names.ts';
import { given } from './given.ts';
import { textIn } from './json-values.ts';
import { sortAddress, type Addressed } from './sort-address.ts';
import { toDate } from './source-dates.ts';
import { droppedField, type SourceRecord } from './source-record.ts';

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

const valueOf = (values: NamedValues, field: Field): unknown =>
  FIELD_NAMES[field].map((name) => values.get(name)).find((value) => !isEmpty(value));

const textOf = (values: NamedValues, field: Field): string => textIn(valueOf(values, field));

const TYPES: readonly (readonly [pattern: RegExp, type: ContainerType])[] = [
  [/thesis|dissertation/i, 'thesis'],
  [/preprint|posted/i, 'preprint'],
  [/workshop/i, 'workshop'],
  [/conference|proceeding/i, 'conference'],
  [/journal|^article$/i, 'journal'],
  [/report/i, 'report'],
  [/book|chapter/i, 'book'],
];

const typeOf = (text: string): Container['type'] =>
  TYPES.find(([pattern]) => pattern.test(text))?.[1];

const pagesOf = (values: NamedValues): string => {
  const span = [textOf(values, 'firstPage'), textOf(values, 'lastPage')];
  return textOf(values, 'pages') || span.filter((page) => page !== '').join('-');
};

/** Where a paper appeared: its name and numbers in columns of their own, or an object that has them all. */
const toContainer = (values: NamedValues): Container | undefined => {
  const value = valueOf(values, 'container');
  const own = isObject(value)
    ? toNamedValues({ ...value, container: value['name'], containertype: value['type'] })
    : values;
  const name = textOf(own, 'container');
  if (name === '') return undefined;
  const numbers = {
    type: typeOf(textOf(own, 'type')),
    volume: textOf(own, 'volume'),
    issue: textOf(own, 'issue'),
    pages: pagesOf(own),
    publisher: textOf(own, 'publisher'),
  };
  return { name, ...given<Container>(numbers) };
};

/** The addresses of a text; whether they are sound is judged later. */
const addressesIn = (value: unknown): readonly string[] =>
  textIn(value)
    .split(/[;\s|]+/)
    .filter((address) => address !== '');

const listedLinks = (values: NamedValues): readonly Link[] => {
  const listed = values.get('links');
  if (!Array.isArray(listed)) return [];
  return listed.filter(isObject).flatMap(({ kind, url }) => {
    const known = LINK_KINDS.find((one) => one === kind) ?? 'other';
    return textIn(url) === '' ? [] : [{ kind: known, url: textIn(url) }];
  });
};

/** The links in columns that say what they lead to. */
export const namedLinks = (values: NamedValues): readonly Link[] =>
  Object.entries(LINK_NAMES).flatMap(([name, kind]) =>
    addressesIn(values.get(name)).map((url) => ({ kind, url })),
  );

/** A site's own page of a paper: an export names it, but it belongs to that site. */
const isOwnPage = (url: string, id: string): boolean =>
  id !== '' && url.replace(/\/$/, '').endsWith(`/papers/${id}`);

const pageOf = (values: NamedValues): Addressed => {
  const [url] = addressesIn(valueOf(values, 'url'));
  return url === undefined || isOwnPage(url, textIn(values.get('id'))) ? {} : sortAddress(url);
};

const STATES: readonly (readonly [pattern: RegExp, state: string])[] = [
  [/desk.?reject/i, 'desk-rejected'],
  [/reject/i, 'rejected'],
  [/withdr/i, 'withdrawn'],
  [/retract/i, 'retracted'],
];

/** Why a paper with such a status is not taken; undefined when it is. */
export const withdrawalOf = (status: string): string | undefined =>
  STATES.find(([pattern]) => pattern.test(status))?.[1];

/** The most precise date that can be read; else what stands there, which is then reported. */
const dateOf = (values: NamedValues): string => {
  const dates = [textOf(values, 'date'), textOf(values, 'year').replace(/\.0$/, '')];
  return (
    dates.find((date) => /^\d{4}(?:-|$)/.test(toDate(date))) ??
    dates.find((date) => date !== '') ??
    ''
  );
};

type Place = { readonly file: string; readonly line: number };

const TEXTS: readonly Field[] = ['abstract', 'date', 'year', 'doi', 'arxiv', 'pdf'];

/** Fields that hold something other than text. */
const misfits = (values: NamedValues, place: Place): readonly Problem[] =>
  TEXTS.flatMap((field) => {
    const value = valueOf(values, field);
    if (value === undefined || textIn(value) !== '') return [];
    const found = Array.isArray(value) ? `a list of ${value.length}` : quote(typeof value);
    return [droppedField(place, field, found, 'text')];
  });

/** A record from values whose names are in the table above; undefined when they have no title. */
export const readNamedValues = (
  values: NamedValues,
  place: Place,
): { readonly record: SourceRecord | undefined; readonly problems: readonly Problem[] } => {
  const title = textOf(values, 'title');
  if (title === '') return { record: undefined, problems: [] };
  const page = pageOf(values);
  const own = {
    doi: textOf(values, 'doi'),
    arxiv: textOf(values, 'arxiv'),
    pdf: textOf(values, 'pdf'),
  };
  const record: SourceRecord = {
    title,
    abstract: textOf(values, 'abstract'),
    line: place.line,
    ...page,
    ...given<SourceRecord>({
      ...own,
      authors: readAuthors(valueOf(values, 'authors')),
      container: toContainer(values),
      date: dateOf(values),
      links: [...listedLinks(values), ...namedLinks(values), ...(page.links ?? [])],
      withdrawn: withdrawalOf(textOf(values, 'status')),
    }),
  };
  return { record, problems: misfits(values, place) };
};
