import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import type { ExportRecord } from '../../src/domain/export-record.ts';
import { TEST_ORIGIN, TEST_SITE_NAMES, TEST_SITES, testSiteDir } from '../setup/test-sites.ts';
import { pagesOf } from './pages.ts';
import { readAtom } from './read-atom.ts';

type JsonFeed = {
  readonly items: readonly {
    readonly id: string;
    readonly url: string;
    readonly title: string;
    readonly content_html: string;
    readonly date_published: string;
  }[];
};

const count = (days: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...Map.groupBy(days, (day) => day)].map(([day, group]) => [day, group.length]));

describe.each(TEST_SITE_NAMES)('the changes of the site %s', (name) => {
  const dir = testSiteDir(name);
  const { base } = TEST_SITES[name];
  const root = `${TEST_ORIGIN}${base}`;
  const read = (file: string) => readFileSync(join(dir, file), 'utf8');
  const records = JSON.parse(read('data/papers.json')) as readonly ExportRecord[];
  const pages = pagesOf(name).filter(({ file }) => file.startsWith('changes/'));
  const page = pages.find(({ file }) => file === 'changes/index.html');

  it('name each paper that tells its day under that day, and each notice', () => {
    const $ = load(page?.html ?? '');
    const linked = $('.change-day')
      .toArray()
      .flatMap((section) =>
        $(section)
          .find('li:not(.told) > a')
          .toArray()
          .map(
            (link) => `${$(section).find('time').first().attr('datetime')} ${$(link).attr('href')}`,
          ),
      );
    const expected = records.flatMap(({ added, url = '' }) =>
      added === undefined ? [] : [`${added} ${url.replace(TEST_ORIGIN, '')}`],
    );
    expect(linked.toSorted()).toEqual(expected.toSorted());
    const notes = records.flatMap(({ corrections = [] }) => corrections.map(({ note }) => note));
    const told = $('.told .note')
      .toArray()
      .map((note) => $(note).text());
    expect(told.length).toBe(notes.length);
    for (const note of notes)
      expect(
        told.some((text) => text.includes(note)),
        note,
      ).toBe(true);
  });

  it('are a feed of days in both formats, whose entries lead to their days', async () => {
    const { items } = await readAtom(read('changes/feed.xml'));
    const feed = JSON.parse(read('changes/feed.json')) as JsonFeed;
    expect(items.length).toBeGreaterThan(0);
    expect(
      feed.items.map(({ id, url, title, content_html }) => [id, url, title, content_html]),
    ).toEqual(items.map(({ guid, link, title, description }) => [guid, link, title, description]));
    const days = count(records.flatMap(({ added }) => added ?? []));
    for (const { id, url, title, date_published } of feed.items) {
      const day = date_published.slice(0, 10);
      expect(id).toBe(`${root}changes/#${day}`);
      const { pathname, hash } = new URL(url);
      const target = pages.find(({ path }) => path === pathname);
      expect(target?.$(`[id="${hash.slice(1)}"]`).length, url).toBe(1);
      const papers = days.get(day) ?? 0;
      if (papers > 0) expect(title).toContain(`: ${papers} paper${papers === 1 ? '' : 's'} added`);
    }
    expect(feed.items.map(({ date_published }) => date_published)).toEqual(
      feed.items
        .map(({ date_published }) => date_published)
        .toSorted()
        .toReversed(),
    );
  });

  it('are light pages', () => {
    expect(pages.length).toBeGreaterThan(0);
    for (const { html, file } of pages) {
      expect(html.length, file).toBeLessThan(60_000);
      expect(gzipSync(html).length, file).toBeLessThan(25_000);
    }
  });
});
