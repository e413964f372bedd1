import type { LinkKind } from '../../../src/domain/paper.ts';
import type { JsonObject } from './json-values.ts';

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
export type Field = keyof typeof FIELD_NAMES;

/** Columns that hold an address, or several, of something that belongs to the paper. */
export const LINK_NAMES: Readonly<Record<string, LinkKind>> = {
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
