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
