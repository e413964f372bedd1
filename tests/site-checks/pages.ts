import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { TEST_SITES, testSiteDir, type TestSite } from '../setup/test-sites.ts';

/** A page of a built site, parsed as browsers parse it. */
export type BuiltPage = {
  /** path below the site's folder */
  readonly file: string;
  /** path on its host, base included */
  readonly path: string;
  readonly html: string;
  readonly $: CheerioAPI;
};

/** All files below a folder, sorted. */
export const filesBelow = (dir: string): readonly string[] =>
  globSync('**/*', { cwd: dir, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();

/** All files of a built site. */
export const filesOf = (name: TestSite): readonly string[] => filesBelow(testSiteDir(name));

const toPath = (file: string, base: string): string =>
  `${base}${file.replace(/(^|\/)index\.html$/, '$1')}`;

const cache = new Map<TestSite, readonly BuiltPage[]>();

/** All pages of a built site. */
export const pagesOf = (name: TestSite): readonly BuiltPage[] => {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const pages = filesOf(name)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(testSiteDir(name), file), 'utf8');
      return { file, path: toPath(file, TEST_SITES[name].base), html, $: load(html) };
    });
  cache.set(name, pages);
  return pages;
};

/** Pages that only send readers on: addresses that papers once had. */
export const isRedirect = ({ $ }: BuiltPage): boolean => $('meta[http-equiv="refresh"]').length > 0;
