import { breadcrumbList, type Place, type Thing } from './json-ld.ts';

/** The most entries that a list names: what comes after them is told by their number, and by the page itself. */
export const MAX_ITEMS = 60;

export type ListedPage = {
  readonly name: string;
  readonly description: string;
  readonly address: string;
  readonly language: string;
  /** from the home page down to this one */
  readonly trail: readonly Place[];
  /** addresses of what it lists, in its order */
  readonly items: readonly string[];
  /** what the page explains besides */
  readonly about?: Thing | undefined;
};

/** A page that lists others, as schema.org has it. */
export const collectionPage = (page: ListedPage): Thing => {
  const { name, description, address, language, trail, items, about } = page;
  const { '@context': context, ...breadcrumb } = breadcrumbList(trail);
  return {
    '@context': context,
    '@type': 'CollectionPage',
    '@id': address,
    url: address,
    name,
    description,
    inLanguage: language,
    about,
    breadcrumb,
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: items.length,
      itemListElement: items.slice(0, MAX_ITEMS).map((url, at) => ({
        '@type': 'ListItem',
        position: at + 1,
        url,
      })),
    },
  };
};

export type PersonFacts = {
  readonly name: string;
  /** other names of the same person */
  readonly otherNames: readonly string[];
  /** address of the page */
  readonly address: string;
  readonly language: string;
  readonly orcid?: string | undefined;
  /** addresses of pages about the person elsewhere */
  readonly sameAs: readonly string[];
  readonly trail: readonly Place[];
  /** addresses of the papers */
  readonly papers: readonly string[];
};

/** The page of an author, as schema.org has it. */
export const profilePage = (facts: PersonFacts): Thing => {
  const { name, otherNames, address, language, orcid, sameAs, trail, papers } = facts;
  const { '@context': context, ...breadcrumb } = breadcrumbList(trail);
  return {
    '@context': context,
    '@type': 'ProfilePage',
    '@id': address,
    url: address,
    name,
    inLanguage: language,
    breadcrumb,
    mainEntity: {
      '@type': 'Person',
      '@id': orcid ?? `${address}#person`,
      name,
      alternateName: otherNames.length > 0 ? otherNames : undefined,
      url: address,
      sameAs: sameAs.length > 0 ? sameAs : undefined,
    },
    hasPart: papers.slice(0, MAX_ITEMS).map((url) => ({ '@type': 'ScholarlyArticle', url })),
  };
};

type DataFile = { readonly path: string; readonly type: string; readonly bytes: number };

export type DataFacts = {
  readonly name: string;
  readonly description: string;
  /** of the page that offers the files, which their paths are below */
  readonly address: string;
  readonly language: string;
  readonly licence: string;
  readonly keywords: readonly string[];
  readonly changed?: string | undefined;
  /** the site as the one who made them */
  readonly creator: Place;
  readonly files: readonly DataFile[];
};

/** The files to take away, as schema.org has them. */
export const dataset = (facts: DataFacts): Thing => ({
  '@context': 'https://schema.org',
  '@type': 'Dataset',
  '@id': facts.address,
  url: facts.address,
  name: facts.name,
  description: facts.description,
  inLanguage: facts.language,
  license: facts.licence,
  isAccessibleForFree: true,
  keywords: facts.keywords.length > 0 ? facts.keywords : undefined,
  dateModified: facts.changed,
  creator: { '@type': 'Organization', name: facts.creator.name, url: facts.creator.address },
  distribution: facts.files.map(({ path, type, bytes }) => ({
    '@type': 'DataDownload',
    name: path,
    contentUrl: `${facts.address}${path}`,
    contentSize: `${bytes} B`,
    encodingFormat: type,
  })),
});

export type SiteFacts = {
  readonly name: string;
  readonly description: string;
  readonly address: string;
  readonly language: string;
  /** address of the search page */
  readonly search: string;
};

/** The site and how to search it, as schema.org has them. */
export const webSite = ({ name, description, address, language, search }: SiteFacts): Thing => ({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  '@id': address,
  url: address,
  name,
  description,
  inLanguage: language,
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${search}?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  },
});
