import { isObject } from '../../../src/domain/is-object.ts';
import type { Author, Container, ContainerType } from '../../../src/domain/paper.ts';
import { given } from './given.ts';
import { htmlToLine, htmlToText } from './html-text.ts';
import { arxivIn } from './identifiers.ts';
import { readInverted } from './inverted-abstract.ts';
import { jsonFormat } from './json-format.ts';
import { textIn, type JsonObject } from './json-values.ts';
import type { SourceRecord } from './source-record.ts';

const objectIn = (value: unknown): JsonObject => (isObject(value) ? value : {});

const objectsIn = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** The first text of several that says something. */
const firstText = (...values: readonly unknown[]): string =>
  values.map(textIn).find((text) => text !== '') ?? '';

const toAuthors = (work: JsonObject): readonly Author[] =>
  objectsIn(work['authorships']).flatMap((authorship) => {
    const author = objectIn(authorship['author']);
    const name = firstText(author['display_name'], authorship['raw_author_name']);
    const orcid = textIn(author['orcid']);
    return name === '' ? [] : [{ name, ...(orcid !== '' && { orcid }) }];
  });

/** All places where a work is to be had, the one of its publisher first. */
const locationsOf = (work: JsonObject): readonly JsonObject[] => [
  objectIn(work['primary_location']),
  objectIn(work['best_oa_location']),
  ...objectsIn(work['locations']),
];

const doiOf = (work: JsonObject): string => firstText(work['doi'], objectIn(work['ids'])['doi']);

const arxivOf = (work: JsonObject): string | undefined =>
  [
    doiOf(work),
    ...locationsOf(work).flatMap((place) => [place['landing_page_url'], place['pdf_url']]),
  ]
    .map((address) => arxivIn(textIn(address)))
    .find((arxiv) => arxiv !== undefined);

const pdfOf = (work: JsonObject): string =>
  firstText(
    objectIn(work['best_oa_location'])['pdf_url'],
    ...locationsOf(work).map((place) => place['pdf_url']),
  );

const WORK_TYPES = new Map<string, ContainerType>(
  Object.entries({
    dissertation: 'thesis',
    report: 'report',
    preprint: 'preprint',
  }),
);
const SOURCE_TYPES = new Map<string, ContainerType>(
  Object.entries({
    journal: 'journal',
    conference: 'conference',
    'book series': 'book',
    'ebook platform': 'book',
    repository: 'preprint',
  }),
);

/** Proceedings often come in a series of books, or in a journal. */
const isInProceedings = (work: JsonObject, place: JsonObject): boolean =>
  [work['type_crossref'], place['raw_type']].some((type) => /proceedings/.test(textIn(type)));

const typeOf = (work: JsonObject, place: JsonObject): ContainerType | undefined =>
  WORK_TYPES.get(textIn(work['type'])) ??
  (isInProceedings(work, place)
    ? 'conference'
    : SOURCE_TYPES.get(textIn(objectIn(place['source'])['type'])));

const pagesOf = (biblio: JsonObject): string => {
  const [first, last] = [textIn(biblio['first_page']), textIn(biblio['last_page'])];
  return first === '' || last === '' || first === last
    ? firstText(first, last)
    : `${first}-${last}`;
};

const toContainer = (work: JsonObject): Container | undefined => {
  const place = objectIn(work['primary_location']);
  const source = objectIn(place['source']);
  const name = htmlToLine(firstText(source['display_name'], place['raw_source_name']));
  const type = typeOf(work, place);
  // the arXiv id says where it is
  if (name === '' || (type === 'preprint' && arxivOf(work) !== undefined)) return undefined;
  const biblio = objectIn(work['biblio']);
  return {
    name,
    ...given<Container>({
      type,
      volume: textIn(biblio['volume']),
      issue: textIn(biblio['issue']),
      pages: pagesOf(biblio),
      publisher: type === 'preprint' ? '' : textIn(source['host_organization_name']),
    }),
  };
};

const whyGone = (work: JsonObject): string | undefined => {
  if (work['is_retracted'] === true) return 'retracted';
  return work['is_paratext'] === true ? 'paratext' : undefined;
};

const WORK_ID = /^(?:https?:\/\/(?:api\.)?openalex\.org\/(?:works\/)?)?(W\d+)$/;

const toRecord = (work: JsonObject, line: number): SourceRecord => {
  const arxiv = arxivOf(work);
  const doi = doiOf(work);
  const id = WORK_ID.exec(textIn(work['id']))?.[1];
  return {
    title: htmlToLine(firstText(work['display_name'], work['title'])),
    abstract: htmlToText(readInverted(work['abstract_inverted_index'])),
    line,
    ...given<SourceRecord>({
      authors: toAuthors(work),
      date: firstText(work['publication_date'], work['publication_year']),
      container: toContainer(work),
      // arXiv's own DOI says no more than its id
      doi: arxivIn(doi) === undefined ? doi : '',
      arxiv,
      pdf: pdfOf(work),
      sourceId: id && `openalex:${id}`,
      withdrawn: whyGone(work),
    }),
  };
};

/**
 * Works as the API of OpenAlex gives them: `{meta, results}`, several such answers in a row, a list, one work, or
 * one a line. The abstract is rebuilt from the positions of its words. Works that are retracted, and covers and
 * tables of contents (`is_paratext`), are not taken. Topics, citations and the language have no field here.
 */
export const openAlex = jsonFormat({
  name: 'openalex',
  label: 'works of OpenAlex',
  isRecord: (value) =>
    WORK_ID.test(textIn(value['id'])) ||
    Array.isArray(value['authorships']) ||
    isObject(value['abstract_inverted_index']),
  toRecord,
});
