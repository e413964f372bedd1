import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportRecord } from '../../src/domain/export-record.ts';
import { MAX_ITEMS } from '../../src/domain/json-ld-lists.ts';
import { TEST_ORIGIN, TEST_SITE_NAMES, TEST_SITES, testSiteDir } from '../setup/test-sites.ts';
import { isRedirect, pagesOf, type BuiltPage } from './pages.ts';

type Entry = {
  readonly '@type': string;
  readonly position: number;
  readonly item: string;
  readonly url: string;
};
type Thing = {
  readonly '@type': string;
  readonly url: string;
  readonly name: string;
  readonly itemListElement: readonly Entry[];
  readonly breadcrumb: { readonly itemListElement: readonly Entry[] };
  readonly mainEntity: {
    readonly '@type': string;
    readonly numberOfItems: number;
    readonly itemListElement: readonly Entry[];
  };
  readonly potentialAction: {
    readonly target: { readonly urlTemplate: string };
    readonly 'query-input': string;
  };
};

const thingsOf = ({ $ }: BuiltPage): readonly Thing[] =>
  $('head script[type="application/ld+json"]')
    .toArray()
    .map((element) => JSON.parse($(element).text()) as Thing);

const ofType = (page: BuiltPage, type: string): readonly Thing[] =>
  thingsOf(page).filter((thing) => thing['@type'] === type);

const LISTS = /^(?:topics|papers|concepts)\/(?:[^/]+\/(?:[^/]+\/)?)?index\.html$/;
const PAPER = /^papers\/(?!by\/)[^/]+\/index\.html$/;

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

describe.each(TEST_SITE_NAMES)('what search engines are told by the site %s', (name) => {
  const { base } = TEST_SITES[name];
  const root = `${TEST_ORIGIN}${base}`;
  const pages = pagesOf(name).filter((page) => !isRedirect(page));
  const addresses = new Set(pages.map(({ path }) => `${TEST_ORIGIN}${path}`));
  const lists = pages.filter(({ file }) => LISTS.test(file) && !PAPER.test(file));
  const records = JSON.parse(
    readFileSync(join(testSiteDir(name), 'data/papers.json'), 'utf8'),
  ) as readonly ExportRecord[];

  it('is what each list lists, from pages that are there', () => {
    expect(lists.length).toBeGreaterThan(name === 'plain' ? 2 : 10);
    for (const page of lists) {
      const [thing, ...more] = ofType(page, 'CollectionPage');
      const entries = thing?.mainEntity.itemListElement ?? [];
      expect([thing?.url, thing?.mainEntity['@type'], more], page.file).toEqual([
        `${TEST_ORIGIN}${page.path}`,
        'ItemList',
        [],
      ]);
      const urls = entries.map(({ url }) => url);
      expect(
        entries.map(({ position }) => position),
        page.file,
      ).toEqual(upTo(urls.length));
      expect(
        urls.filter((url) => !addresses.has(url)),
        page.file,
      ).toEqual([]);
      expect(new Set(urls).size, page.file).toBe(urls.length);
      const linked = new Set(
        page
          .$('main a')
          .toArray()
          .map(({ attribs }) => attribs['href']),
      );
      expect(
        urls.filter((url) => !linked.has(url.replace(TEST_ORIGIN, ''))),
        page.file,
      ).toEqual([]);
      expect(urls.length, page.file).toBe(
        Math.min(MAX_ITEMS, thing?.mainEntity.numberOfItems ?? -1),
      );
    }
  });

  it('are all papers of a topic on its pages', () => {
    for (const { file, $ } of lists.filter((page) => /^topics\/[^/]+\/index/.test(page.file))) {
      const [, topic = ''] = file.split('/');
      const own = records.filter(({ topics = [] }) =>
        topic === 'no-topic-yet' ? topics.length === 0 : topics.some((id) => id === topic),
      );
      if ($('.part-index').length > 0) continue;
      const [thing] = ofType(
        lists.find((page) => page.file === file)!,
        'CollectionPage',
      );
      expect(thing?.mainEntity.numberOfItems, file).toBe(own.length);
    }
  });

  it('are the way from the home page down to each list and each paper', () => {
    const papers = pages.filter(
      ({ file, $ }) => PAPER.test(file) && $('meta[name="robots"]').length === 0,
    );
    const trailOf = (page: BuiltPage) =>
      PAPER.test(page.file)
        ? ofType(page, 'BreadcrumbList')[0]
        : ofType(page, 'CollectionPage')[0]?.breadcrumb;
    for (const page of [...lists, ...papers]) {
      const entries = trailOf(page)?.itemListElement ?? [];
      const items = entries.map(({ item }) => item);
      expect(items.length, page.file).toBeGreaterThan(1);
      expect([items[0], items.at(-1)], page.file).toEqual([root, `${TEST_ORIGIN}${page.path}`]);
      expect(
        items.filter((item) => !addresses.has(item)),
        page.file,
      ).toEqual([]);
      expect(
        entries.map(({ position }) => position),
        page.file,
      ).toEqual(upTo(items.length));
    }
  });

  it('is, at home, how to search the site', () => {
    const home = pages.find(({ file }) => file === 'index.html')!;
    const [site] = ofType(home, 'WebSite');
    expect(site?.url).toBe(root);
    expect(site?.potentialAction['query-input']).toBe('required name=search_term_string');
    const form = home.$('main form[role="search"], main search form, main form').first();
    const searched = site?.potentialAction.target.urlTemplate.replace('{search_term_string}', 'x');
    const action = form.attr('action') ?? 'none';
    const input = form.find('input[type="search"]').attr('name') ?? 'none';
    expect(searched).toBe(`${TEST_ORIGIN}${action}?${input}=x`);
  });
});

describe.each(TEST_SITE_NAMES)('the lists that reference managers read on the site %s', (name) => {
  const pages = pagesOf(name);
  const records = JSON.parse(
    readFileSync(join(testSiteDir(name), 'data/papers.json'), 'utf8'),
  ) as readonly ExportRecord[];
  const byTitle = Map.groupBy(records, ({ title }) => title);
  const spansOf = ({ $ }: BuiltPage) =>
    $('span.Z3988')
      .toArray()
      .map(({ attribs }) => new URLSearchParams(attribs['title']));

  it('are those of topics alone', () => {
    const files = pages.filter((page) => spansOf(page).length > 0).map(({ file }) => file);
    expect(files.filter((file) => !file.startsWith('topics/'))).toEqual([]);
    // only one of the sites does without topics
    expect(files.length > 3).toBe(name !== 'plain');
  });

  it('hold each paper of the list once, as the data files have it', () => {
    for (const page of pages.filter(({ file }) => file.startsWith('topics/'))) {
      const spans = spansOf(page);
      const listed = page.$('paper-list .paper-item').length;
      expect(spans.length, page.file).toBe(listed);
      for (const span of spans) {
        const title = ['rft.atitle', 'rft.btitle', 'rft.title'].flatMap(
          (key) => span.get(key) ?? [],
        );
        const found = byTitle.get(title.find((text) => byTitle.has(text)) ?? '') ?? [];
        const same = found.filter(
          ({ authors = [], date, doi }) =>
            authors.map((author) => author.name).join('|') === span.getAll('rft.au').join('|') &&
            (date ?? null) === span.get('rft.date') &&
            (doi === undefined || span.get('rft_id') === `info:doi/${doi}`),
        );
        expect(same.length, `${page.file}: ${span.toString()}`).toBeGreaterThan(0);
        expect(span.get('ctx_ver')).toBe('Z39.88-2004');
        expect(span.get('rft_val_fmt')).toMatch(
          /^info:ofi\/fmt:kev:mtx:(?:journal|book|dissertation)$/,
        );
      }
    }
  });
});
