import { AUTHORS_PATH, otherNames } from '../domain/author-index.ts';
import type { Person } from '../domain/authors.ts';
import { lastChange } from '../domain/changed.ts';
import { collectionPage, dataset, profilePage, webSite } from '../domain/json-ld-lists.ts';
import { breadcrumbList, type Thing } from '../domain/json-ld.ts';
import { countOf } from '../domain/labels.ts';
import { hasPage, type Named } from '../domain/named-index.ts';
import type { Paper } from '../domain/paper.ts';
import type { Part } from '../domain/partition.ts';
import { orcidUrl } from '../domain/publication.ts';
import { paperPath, topicPath } from '../domain/urls.ts';
import { addressOf, hrefOf } from './addresses.ts';
import { loadCatalog } from './catalog.ts';
import { licenceOf, loadExports } from './exports.ts';

/** A page of the site by its name and path. */
export type Stop = { readonly name: string; readonly path: string };

type ListPage = Stop & {
  readonly description: string;
  /** the pages between the home page and this one */
  readonly trail?: readonly Stop[];
  /** paths of what it lists */
  readonly items: readonly string[];
  readonly about?: Thing | undefined;
};

const toPlaces = (siteTitle: string, stops: readonly Stop[]) =>
  [{ name: siteTitle, path: '/' }, ...stops].map(({ name, path }) => ({
    name,
    address: hrefOf(path),
  }));

/**
 * What search engines are told of a page that lists others; nothing while the site has no address, for what it
 * lists is known by whole ones.
 */
export const describeList = async (page: ListPage): Promise<Thing | undefined> => {
  if (addressOf('/') === undefined) return undefined;
  const { name, path, description, trail = [], items, about } = page;
  const { site } = await loadCatalog();
  return collectionPage({
    name,
    description,
    address: hrefOf(path),
    language: site.language,
    trail: toPlaces(site.title, [...trail, { name, path }]),
    items: items.map(hrefOf),
    about,
  });
};

/** Paths of what a page of a list shows: papers, or the pages of its parts. */
export const pathsOfPart = (part: Part<Paper>, below: string): readonly string[] =>
  part.parts.length === 0
    ? part.items.map(({ id }) => paperPath(id))
    : part.parts.map(({ name }) => `${below}${name}/`);

type NamesPage = Omit<ListPage, 'items' | 'about'> & { readonly part: Part<Named> };

/** The same of a page of an index of names: it lists its parts, or the pages that its names have. */
export const describeNames = ({ part, ...page }: NamesPage): Promise<Thing | undefined> => {
  const [root = page] = page.trail ?? [];
  const items =
    part.parts.length > 0
      ? part.parts.map(({ name }) => `${root.path}by/${name}/`)
      : part.items.filter(hasPage).map(({ id }) => `${root.path}${id}/`);
  return describeList({ ...page, items });
};

/** The page of an author; nothing while the site has no address. */
export const describePerson = async (person: Person, path: string): Promise<Thing | undefined> => {
  if (addressOf('/') === undefined) return undefined;
  const { site } = await loadCatalog();
  const { name, orcid, page, papers } = person;
  const orcidAddress = orcid && orcidUrl(orcid);
  return profilePage({
    name,
    otherNames: otherNames(person),
    address: hrefOf(path),
    language: site.language,
    orcid: orcidAddress,
    sameAs: [orcidAddress, page].filter((address) => address !== undefined),
    trail: toPlaces(site.title, [
      { name: 'Authors', path: AUTHORS_PATH },
      { name, path },
    ]),
    papers: papers.map(({ id }) => hrefOf(paperPath(id))),
  });
};

/** Where a paper stands: below its primary topic, or among all papers when it has none. */
export const describePlace = async (paper: Paper): Promise<Thing | undefined> => {
  if (addressOf('/') === undefined) return undefined;
  const { site, topicById } = await loadCatalog();
  const [primary] = paper.topics ?? [];
  const topic = primary === undefined ? undefined : topicById.get(primary);
  const above =
    topic === undefined
      ? [{ name: 'Papers', path: '/papers/' }]
      : [
          { name: 'Topics', path: '/topics/' },
          { name: topic.name, path: topicPath(topic.id) },
        ];
  const stops = [...above, { name: paper.title, path: paperPath(paper.id) }];
  return breadcrumbList(toPlaces(site.title, stops));
};

/** The files to take away; nothing while the site has no address. */
export const describeData = async (): Promise<Thing | undefined> => {
  const address = addressOf('/data/');
  if (address === undefined) return undefined;
  const { site, papers, topics } = await loadCatalog();
  const { whole } = await loadExports();
  return dataset({
    name: `${site.title}: papers`,
    description: `Titles, abstracts and citations of ${countOf(papers.length, 'paper')}. ${site.description}`,
    address,
    language: site.language,
    licence: licenceOf(site),
    keywords: topics.map(({ name }) => name),
    changed: lastChange(papers),
    creator: { name: site.title, address: hrefOf('/') },
    files: whole,
  });
};

/** The site and its search; nothing while it has no address. */
export const describeSite = async (): Promise<Thing | undefined> => {
  const address = addressOf('/');
  if (address === undefined) return undefined;
  const { title, description, language } = (await loadCatalog()).site;
  return webSite({ name: title, description, address, language, search: hrefOf('/search/') });
};
