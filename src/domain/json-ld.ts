import type { PaperContext } from './highwire.ts';
import type { CONTAINER_TYPES, Paper } from './paper.ts';
import { arxivUrl, doiUrl, licenceUrl } from './publication.ts';

type Json =
  string | number | boolean | readonly Json[] | { readonly [key: string]: Json | undefined };
/** Something as schema.org describes it. */
export type Thing = { readonly [key: string]: Json | undefined };

const CONTAINERS: Readonly<Record<(typeof CONTAINER_TYPES)[number], string>> = {
  journal: 'Periodical',
  conference: 'Book',
  workshop: 'Book',
  preprint: 'ArchiveComponent',
  book: 'Book',
  thesis: 'Organization',
  report: 'Organization',
};

const identifier = (propertyID: string, value: string | undefined): readonly Thing[] =>
  value === undefined ? [] : [{ '@type': 'PropertyValue', propertyID, value }];

const listOf = <T>(items: readonly T[]): readonly T[] | undefined =>
  items.length > 0 ? items : undefined;

const containerThing = ({ container }: Paper): Thing => {
  if (container === undefined) return {};
  const { type, name, volume, issue, pages, publisher } = container;
  const organization = { '@type': 'Organization', name: publisher ?? name };
  if (type === 'thesis' || type === 'report') return { publisher: organization };
  return {
    isPartOf: {
      '@type': type === undefined ? 'CreativeWork' : CONTAINERS[type],
      name,
      ...(type === 'journal' && { volumeNumber: volume, issueNumber: issue }),
    },
    pagination: pages,
    publisher: publisher === undefined ? undefined : organization,
  };
};

/** A paper as schema.org has it; what is not known is not there. */
export const scholarlyArticle = (paper: Paper, context: PaperContext): Thing => {
  const { title, authors = [], date, doi, arxiv, pdf, abstract, lang, license } = paper;
  const { topics, address, language } = context;
  return {
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    '@id': address,
    url: address,
    name: title,
    headline: title,
    author: listOf(
      authors.map(({ name, orcid }) => ({
        '@type': 'Person',
        '@id': orcid && `https://orcid.org/${orcid}`,
        name,
      })),
    ),
    datePublished: date,
    ...containerThing(paper),
    identifier: listOf([...identifier('DOI', doi), ...identifier('arXiv', arxiv)]),
    sameAs: listOf([...(doi ? [doiUrl(doi)] : []), ...(arxiv ? [arxivUrl(arxiv)] : [])]),
    abstract: abstract === '' ? undefined : abstract,
    keywords: listOf(topics),
    inLanguage: lang ?? language,
    license: license === undefined ? undefined : (licenceUrl(license) ?? license),
    encoding:
      pdf === undefined
        ? undefined
        : { '@type': 'MediaObject', encodingFormat: 'application/pdf', contentUrl: pdf },
  };
};

export type Place = { readonly name: string; readonly address: string };

/** Places from the home page down to this one, as schema.org has them. */
export const breadcrumbList = (places: readonly Place[]): Thing => ({
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: places.map(({ name, address }, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    name,
    item: address,
  })),
});

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** JSON for a script element: no text in it can end the element or begin a comment. */
export const toScriptJson = (thing: Thing): string =>
  JSON.stringify(thing).replace(/[<>&\u2028\u2029]/g, (sign) => ESCAPES[sign] ?? '');
