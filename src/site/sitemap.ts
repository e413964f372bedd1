import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import { sitePaths } from '../domain/site-paths.ts';
import { addressOf, hrefOf } from './addresses.ts';
import { loadAuthors } from './authors.ts';
import { loadCatalog } from './catalog.ts';
import { loadConcepts } from './concepts.ts';
import { loadDigests } from './digests.ts';
import { loadVenues } from './venues.ts';

/** The most that the protocol allows in a file. */
const MAX_URLS = 50_000;
const NAMESPACES = { news: false, xhtml: false, image: false, video: false };

type Url = { readonly url: string; readonly lastmod?: string | undefined };
type SitemapFile = { readonly name: string; readonly body: string };

const write = async (
  stream: SitemapStream | SitemapIndexStream,
  urls: readonly Url[],
): Promise<string> => {
  for (const url of urls) stream.write(url);
  stream.end();
  return `${(await streamToPromise(stream)).toString()}\n`;
};

const writeUrls = (urls: readonly Url[]): Promise<string> =>
  write(new SitemapStream({ lastmodDateOnly: true, xmlns: NAMESPACES }), urls);

/** One file, or, of a site with too many pages for one, an index of several. */
const writeFiles = async (urls: readonly Url[]): Promise<readonly SitemapFile[]> => {
  if (urls.length <= MAX_URLS) return [{ name: 'sitemap', body: await writeUrls(urls) }];
  const starts = Array.from(
    { length: Math.ceil(urls.length / MAX_URLS) },
    (_, at) => at * MAX_URLS,
  );
  const parts = await Promise.all(
    starts.map(async (start, at) => ({
      name: `sitemap-${at + 1}`,
      body: await writeUrls(urls.slice(start, start + MAX_URLS)),
    })),
  );
  const index = parts.map(({ name }) => ({ url: hrefOf(`/${name}.xml`) }));
  return [{ name: 'sitemap', body: await write(new SitemapIndexStream(), index) }, ...parts];
};

/** `sitemap.xml` and its parts; none while the site has no address. */
export const sitemapFiles = async (): Promise<readonly SitemapFile[]> => {
  if (addressOf('/') === undefined) return [];
  const paths = sitePaths(await loadCatalog(), {
    concepts: await loadConcepts(),
    digests: await loadDigests(),
    people: await loadAuthors(),
    venues: await loadVenues(),
  });
  return writeFiles(
    paths.map(({ path, changed }) => ({
      url: hrefOf(path),
      ...(changed !== undefined && { lastmod: changed }),
    })),
  );
};
