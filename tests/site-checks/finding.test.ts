import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument, XmlElement, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import type { ExportRecord } from '../../src/domain/export-record.ts';
import { PROJECT_DIR } from '../../scripts/lib/run-astro.ts';
import { TEST_ORIGIN, TEST_SITE_NAMES, TEST_SITES, testSiteDir } from '../setup/test-sites.ts';
import { isRedirect, pagesOf } from './pages.ts';

const SITEMAP = { sm: 'http://www.sitemaps.org/schemas/sitemap/0.9' };
const SITEMAP_SCHEMA = join(PROJECT_DIR, 'node_modules/sitemap/schema/sitemap.xsd');
const OPEN_SEARCH = { os: 'http://a9.com/-/spec/opensearch/1.1/' };

describe.each(TEST_SITE_NAMES)('finding the site %s', (name) => {
  const { base } = TEST_SITES[name];
  const root = `${TEST_ORIGIN}${base}`;
  const pages = pagesOf(name);
  const read = (file: string) => readFileSync(join(testSiteDir(name), file), 'utf8');

  it('is offered to the address bar within the limits of OpenSearch', () => {
    using document = XmlDocument.fromString(read('opensearch.xml'));
    const find = (path: string) => document.find(path, OPEN_SEARCH).map((node) => node.content);
    const lengthOf = (element: string) =>
      find(`/os:OpenSearchDescription/os:${element}`).map((text) => [...text].length);
    expect(lengthOf('ShortName')).toEqual([expect.toSatisfy((n: number) => n > 0 && n <= 16)]);
    expect(lengthOf('LongName')).toEqual([expect.toSatisfy((n: number) => n > 0 && n <= 48)]);
    expect(lengthOf('Description')).toEqual([expect.toSatisfy((n: number) => n > 0 && n <= 1024)]);
    expect(find('//os:InputEncoding')).toEqual(['UTF-8']);
    const urls = document
      .find('//os:Url', OPEN_SEARCH)
      .filter((node) => node instanceof XmlElement);
    expect(urls.map((url) => [url.attr('rel')?.value, url.attr('template')?.value])).toEqual([
      [undefined, `${root}search/?q={searchTerms}`],
      ['self', `${root}opensearch.xml`],
    ]);
  });

  it('is told of on every page', () => {
    for (const { $, file } of pages) {
      const link = $('head link[rel="search"][type="application/opensearchdescription+xml"]');
      expect([link.attr('href'), Boolean(link.attr('title'))], file).toEqual([
        `${base}opensearch.xml`,
        true,
      ]);
    }
  });

  it('is mapped by the schema of sitemaps: every page that search engines may keep', () => {
    using document = XmlDocument.fromString(read('sitemap.xml'));
    using schema = XmlDocument.fromString(readFileSync(SITEMAP_SCHEMA, 'utf8'));
    using validator = XsdValidator.fromDoc(schema);
    validator.validate(document);
    const kept = pages
      .filter((page) => page.file !== '404.html' && !isRedirect(page))
      .filter(({ $ }) => $('meta[name="robots"]').length === 0)
      .map(({ path }) => `${TEST_ORIGIN}${path}`);
    const addresses = document.find('//sm:loc', SITEMAP).map((node) => node.content);
    expect(addresses.toSorted()).toEqual(kept.toSorted());
  });

  it('is mapped with the days on which papers changed', () => {
    using document = XmlDocument.fromString(read('sitemap.xml'));
    const records = JSON.parse(read('data/papers.json')) as readonly ExportRecord[];
    for (const { url = '', added = '', corrections = [] } of records) {
      const days = [added, ...corrections.map(({ date }) => date)];
      const path = `//sm:url[sm:loc = "${url}"]/sm:lastmod`;
      const told = document.find(path, SITEMAP).map((node) => node.content);
      expect(told.join(), url).toBe(days.toSorted().at(-1));
    }
  });

  it('tells robots where the map is when it is asked, which is at the root of a host only', () => {
    expect(existsSync(join(testSiteDir(name), 'robots.txt'))).toBe(base === '/');
    if (base !== '/') return;
    expect(read('robots.txt')).toBe(`User-agent: *\nDisallow:\n\nSitemap: ${root}sitemap.xml\n`);
  });

  it('leads search engines past what is only for one reader', () => {
    for (const file of ['search', 'list', 'compare'].map((part) => `${part}/index.html`)) {
      const page = pages.find((one) => one.file === file);
      expect(page?.$('meta[name="robots"]').attr('content'), file).toMatch(/^noindex\b/);
    }
  });
});
