import { kindOfPlace } from '../../../src/domain/abstract-links.ts';
import { LINK_KINDS, type Container, type Link, type LinkKind } from '../../../src/domain/paper.ts';
import { quote, type Problem } from '../../../src/domain/problem.ts';
import { readAuthors } from './author-names.ts';
import { given } from './given.ts';
import { arxivIn, toDoi } from './identifiers.ts';
import { isObject, textIn, type JsonObject } from './json-values.ts';
import { toDate } from './source-dates.ts';
import { droppedField, type SourceRecord } from './source-record.ts';

/**
 * What tables and JSON objects call the fields of a paper, folded (`foldName`): the first that says something
 * holds. What is called otherwise is left alone.
 */
export const FIELD_NAMES = {
  title: ['title', 'papertitle', 'documenttitle', 'articletitle', 'primarytitle'],
  abstract: ['abstract', 'summary', 'abstractnote', 'abstracttext', 'paperabstract'],
  authors: ['authors', 'authorfullnames', 'author', 'authornames', 'authorlist', 'creators'],
  date: ['date', 'publicationdate', 'publisheddate', 'datepublished', 'published', 'publishedat'],
  year: ['year', 'publicationyear', 'pubyear', 'yearpublished'],
  container: [
    ...['container', 'containertitle', 'venue', 'journal', 'journaltitle', 'journalname'],
    ...['conference', 'conferencename', 'booktitle', 'proceedingstitle', 'sourcetitle'],
    ...['publicationtitle', 'publicationname', 'publishedin', 'secondarytitle'],
  ],
  type: ['containertype', 'venuetype', 'itemtype', 'documenttype', 'publicationtype'],
  volume: ['volume'],
  issue: ['issue', 'number', 'issuenumber'],
  pages: ['pages', 'page', 'pagerange'],
  firstPage: ['firstpage', 'pagestart', 'startpage'],
  lastPage: ['lastpage', 'pageend', 'endpage'],
  publisher: ['publisher'],
  doi: ['doi', 'doilink', 'doiurl'],
  arxiv: ['arxiv', 'arxivid', 'eprint', 'arxivurl', 'arxivlink'],
  pdf: ['pdf', 'pdfurl', 'pdflink', 'openaccesspdf'],
  url: ['url', 'link', 'site', 'paperurl', 'paperlink', 'openreview'],
  status: ['status', 'decision'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type Field = keyof typeof FIELD_NAMES;

/** Columns that hold an address, or several, of something that belongs to the paper. */
const LINK_NAMES: Readonly<Record<string, LinkKind>> = {
  code: 'code',
  codeurl: 'code',
  codelink: 'code',
  github: 'code',
  githuburl: 'code',
  repository: 'code',
  repo: 'code',
  project: 'project',
  projectpage: 'project',
  projecturl: 'project',
  website: 'project',
  homepage: 'project',
  dataset: 'data',
  dataseturl: 'data',
  model: 'model',
  demo: 'demo',
  video: 'video',
  slides: 'slides',
  poster: 'poster',
};

/** @example foldName('Source title'), foldName('arxiv_id') // 'sourcetitle', 'arxivid' */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The values of one record by their folded names. */
export type NamedValues = ReadonlyMap<string, unknown>;

export const toNamedValues = (object: JsonObject): NamedValues =>
  new Map(
    Object.entries(object)
      .map(([name, value]) => [foldName(name), value] as const)
      .reverse(),
  );

/** Whether names of columns are those of papers: a title, and something else that is known. */
export const areFieldNames = (names: readonly string[]): boolean => {
  const folded = new Set(names.map(foldName));
  const isThere = (field: Field) => FIELD_NAMES[field].some((name) => folded.has(name));
  const others = Object.keys(FIELD_NAMES).filter((field) => field !== 'title') as Field[];
  return isThere('title') && others.some(isThere);
};

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

const valueOf = (values: NamedValues, field: Field): unknown =>
  FIELD_NAMES[field].map((name) => values.get(name)).find((value) => !isEmpty(value));

const textOf = (values: NamedValues, field: Field): string => textIn(valueOf(values, field));

const TYPES: readonly (readonly [pattern: RegExp, type: NonNullable<Container['type']>])[] = [
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

const isPdf = (url: string): boolean =>
  /\.pdf(?:[?#]|$)|^https?:\/\/openreview\.net\/pdf/i.test(url);

/** A site's own page of a paper: an export names it, but it belongs to that site. */
const isOwnPage = (url: string, id: string): boolean =>
  id !== '' && url.replace(/\/$/, '').endsWith(`/papers/${id}`);

/** What an address of which nothing is said leads to. */
export const sortAddress = (url: string): Pick<SourceRecord, 'doi' | 'arxiv' | 'pdf' | 'links'> => {
  const doi = toDoi(url);
  if (/^10\./.test(doi)) return { doi };
  const arxiv = arxivIn(url);
  if (arxiv !== undefined) return { arxiv };
  if (isPdf(url)) return { pdf: url };
  return { links: [{ kind: kindOfPlace(url) ?? 'other', url }] };
};

const pageOf = (values: NamedValues): Pick<SourceRecord, 'doi' | 'arxiv' | 'pdf' | 'links'> => {
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
