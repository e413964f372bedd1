import { getCollection } from 'astro:content';
import { buildCatalog, type Catalog } from '../domain/catalog.ts';

const NO_SITE = 'There are no settings: site.md is missing or has problems, see above.';

const dataOf = <T>(entries: readonly { readonly data: T }[]): readonly T[] =>
  entries.map(({ data }) => data);

const readCatalog = async (): Promise<Catalog> => {
  const [site] = dataOf(await getCollection('site'));
  if (site === undefined) throw new Error(NO_SITE);
  const papers = dataOf(await getCollection('papers'));
  const topics = dataOf(await getCollection('topics'));
  const concepts = dataOf(await getCollection('concepts'));
  const [known] = dataOf(await getCollection('authors'));
  return buildCatalog({ site, papers, topics, concepts, knownAuthors: known?.people });
};

let built: Promise<Catalog> | undefined;

/** The collection as pages see it: read once a build, and anew for each page of a preview. */
export const loadCatalog = (): Promise<Catalog> =>
  import.meta.env.DEV ? readCatalog() : (built ??= readCatalog());
