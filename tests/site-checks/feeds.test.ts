import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import type { ExportRecord } from '../../src/domain/export-record.ts';
import { MAX_ENTRIES } from '../../src/domain/feed-entries.ts';
import { TEST_ORIGIN, TEST_SITE_NAMES, TEST_SITES, testSiteDir } from '../setup/test-sites.ts';
import { filesOf, pagesOf } from './pages.ts';
import { readAtom } from './read-atom.ts';

type JsonItem = {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly content_html: string;
  readonly date_published: string;
  readonly date_modified: string;
  readonly authors?: readonly { readonly name: string }[];
  readonly tags?: readonly string[];
};
type JsonFeed = {
  readonly version: string;
  readonly title: string;
  readonly home_page_url: string;
  readonly feed_url: string;
  readonly items: readonly JsonItem[];
};

/** What the types call a text is nothing where an entry has none. */
const contentOf = ({ description }: { readonly description: string | null }): string =>
  description ?? '';

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
const textOfHtml = (html: string): string => plain(load(html).root().text());

describe.each(TEST_SITE_NAMES)('the feeds of the site %s', (name) => {
  const dir = testSiteDir(name);
  const root = `${TEST_ORIGIN}${TEST_SITES[name].base}`;
  const read = (file: string) => readFileSync(join(dir, file), 'utf8');
  const readJson = (file: string) => JSON.parse(read(file.replace('.xml', '.json'))) as JsonFeed;
  const records = JSON.parse(read('data/papers.json')) as readonly ExportRecord[];
  // those of days, of changes and digests, have checks of their own
  const feeds = filesOf(name).filter((file) => /^(?:topics\/.*)?feed\.xml$/.test(file));
  const pages = pagesOf(name);

  it('are those of the site and of each topic, in both formats', () => {
    const topics = pages
      .filter(({ file }) => /^topics\/(?!no-topic-yet\/)[^/]+\/index\.html$/.test(file))
      .map(({ file }) => file.replace('index.html', 'feed.xml'));
    expect(feeds).toEqual(['feed.xml', ...topics]);
    const json = filesOf(name).filter((file) => /^(?:topics\/.*)?feed\.json$/.test(file));
    expect(json).toEqual(feeds.map((file) => file.replace('.xml', '.json')));
  });

  it.each(feeds)('%s is XML, and feedparser reads the newest papers in it', async (file) => {
    const xml = read(file);
    XmlDocument.fromString(xml).dispose();
    const { meta, items } = await readAtom(xml);
    const [, topic] = /^topics\/([^/]+)/.exec(file) ?? [];
    const own = records.filter(
      ({ added, topics }) =>
        added !== undefined && (topic === undefined || topics?.some((id) => id === topic)),
    );
    const newest = own
      .map(({ added = '' }) => added)
      .toSorted()
      .toReversed();
    expect(meta?.['#type']).toBe('atom');
    expect([meta?.link, meta?.xmlurl]).toEqual([
      `${root}${file.replace('feed.xml', '')}`,
      `${root}${file}`,
    ]);
    expect(items.map(({ pubdate }) => pubdate?.toISOString().slice(0, 10))).toEqual(
      newest.slice(0, MAX_ENTRIES),
    );
    const recordByUrl = new Map(own.map((record) => [record.url, record]));
    for (const item of items) {
      const { guid, link, title, categories } = item;
      const record = recordByUrl.get(guid);
      expect(link).toBe(guid);
      expect(textOfHtml(title)).toBe(plain(record?.title ?? 'none'));
      expect(textOfHtml(contentOf(item))).toBe(plain(record?.abstract ?? 'none'));
      expect(categories.length).toBe(record?.topics?.length ?? 0);
    }
  });

  it.each(feeds)('%s and its JSON Feed say the same', async (file) => {
    const { items } = await readAtom(read(file));
    const feed = readJson(file);
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    expect(feed.feed_url).toBe(`${root}${file.replace('.xml', '.json')}`);
    expect(feed.home_page_url).toBe(`${root}${file.replace('feed.xml', '')}`);
    expect(
      feed.items.map(({ id, date_published, date_modified, content_html }) => [
        id,
        new Date(date_published),
        new Date(date_modified),
        content_html,
      ]),
    ).toEqual(items.map((item) => [item.guid, item.pubdate, item.date, contentOf(item)]));
    expect(new Set(feed.items.map(({ id }) => id)).size).toBe(feed.items.length);
  });

  it('name every author in order', () => {
    const recordByUrl = new Map(records.map((record) => [record.url, record]));
    const { items } = readJson('feed.json');
    expect(items.length).toBeGreaterThan(name === 'plain' ? 6 : 30);
    const $ = load(read('feed.xml'), { xml: true });
    $('entry').each((at, entry) => {
      const item = items[at];
      const names = recordByUrl.get(item?.id)?.authors?.map((author) => author.name) ?? [];
      expect(item?.authors?.map((author) => author.name) ?? []).toEqual(names);
      expect(
        $(entry)
          .find('author > name')
          .toArray()
          .map((element) => $(element).text()),
      ).toEqual(names);
    });
  });

  it('are found from every page, those of a topic from its page, and listed on theirs', () => {
    const { base } = TEST_SITES[name];
    for (const { $, file } of pages)
      for (const ending of ['xml', 'json'])
        expect($(`head link[rel="alternate"][href="${base}feed.${ending}"]`).length, file).toBe(1);
    const list = pages.find(({ file }) => file === 'feeds/index.html');
    for (const file of feeds) {
      const page = pages.find((one) => one.file === file.replace('feed.xml', 'index.html'));
      const link = page?.$(`head link[type="application/atom+xml"][href="${base}${file}"]`);
      expect(link?.attr('title'), file).toBe(readJson(file).title);
      expect(list?.$(`main a[href="${base}${file}"]`).length, file).toBe(1);
    }
  });
});
