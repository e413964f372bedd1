import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { load, type CheerioAPI } from 'cheerio';
import FeedParser from 'feedparser';
import { describe, expect, it } from 'vitest';
import type { ExportRecord } from '../../src/domain/export-record.ts';
import { PROJECT_DIR } from '../../scripts/lib/run-astro.ts';
import { TEST_ORIGIN, TEST_SITE_NAMES, TEST_SITES, testSiteDir } from '../setup/test-sites.ts';
import { pagesOf, type BuiltPage } from './pages.ts';

const MOST = 20;
const SHARE = 5;
const WINDOW = 60;

const DAY_PAGE = /^digest\/(\d{4}-\d{2}-\d{2})\/index\.html$/;

const dayOf = ({ file }: BuiltPage): string => DAY_PAGE.exec(file)?.[1] ?? '';

/** Ids of the papers that a page links to. */
const idsIn = ($: CheerioAPI, selector: string): readonly string[] =>
  $(selector)
    .toArray()
    .flatMap((element) => /\/papers\/([^/]+)\/$/.exec($(element).attr('href') ?? '')?.[1] ?? []);

const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

describe.each(TEST_SITE_NAMES)('the digests of the site %s', (name) => {
  const { base } = TEST_SITES[name];
  const root = `${TEST_ORIGIN}${base}`;
  const read = (file: string) => readFileSync(join(testSiteDir(name), file), 'utf8');
  const records = JSON.parse(read('data/papers.json')) as readonly ExportRecord[];
  const pages = pagesOf(name);
  const days = pages.filter(({ file }) => DAY_PAGE.test(file));
  const byDay = Map.groupBy(records, ({ added = '' }) => added);
  const newest = [...byDay.keys()].toSorted().at(-1) ?? '';

  it('are those of each day with papers and of the last sixty days', () => {
    const first = [...byDay.keys()].filter((day) => day !== '').toSorted()[0] ?? '';
    const recent = Array.from({ length: WINDOW }, (_, at) => plusDays(newest, -at));
    const expected = new Set([...byDay.keys(), ...recent].filter((day) => day >= first));
    expect(days.map(dayOf)).toEqual([...expected].filter((day) => day !== '').toSorted());
  });

  it('show the papers of their day, twenty at most, and link to the others', () => {
    for (const page of days) {
      const added = (byDay.get(dayOf(page)) ?? []).map(({ id }) => id as string);
      if (added.length === 0) continue;
      const shown = idsIn(page.$, 'main h2 a');
      const linked = idsIn(page.$, 'main section a');
      expect(shown.length, page.file).toBe(Math.min(MOST, added.length));
      expect([...shown, ...linked].toSorted(), page.file).toEqual(added.toSorted());
      expect(page.$('meta[name="robots"]').length).toBe(0);
    }
  });

  it('bring five of those already there on days without, none twice before the others came', () => {
    const quiet = days.filter((page) => !byDay.has(dayOf(page)));
    // the first day on which each may come again
    const again = new Map<string, number>();
    for (const [at, page] of quiet.entries()) {
      const there = records.filter(({ added }) => added && added < dayOf(page));
      const shown = idsIn(page.$, 'main h2 a');
      expect(new Set(shown).size, page.file).toBe(Math.min(SHARE, there.length));
      for (const id of shown) {
        expect(there.map((one) => one.id as string)).toContain(id);
        expect(at, `${page.file} ${id}`).toBeGreaterThanOrEqual(again.get(id) ?? 0);
        again.set(id, at + Math.floor(there.length / SHARE));
      }
      expect(page.$('meta[name="robots"]').attr('content')).toBe('noindex');
    }
  });

  it('name each paper with its topic and what it says', () => {
    const recordById = new Map(records.map((record) => [record.id as string, record]));
    for (const { $, file } of days)
      $('main .digest-paper').each((_, item) => {
        const [id = ''] = idsIn($, `main h2 a`).slice($(item).index()).slice(0, 1);
        const { topics = [], abstract } = recordById.get(id) ?? {};
        const topicLinks = $(item).find(`a[href^="${base}topics/"]`).toArray();
        expect(topicLinks.length, `${file} ${id}`).toBe(Math.min(1, topics.length));
        expect($(item).find('.lead').text().trim() === '', `${file} ${id}`).toBe(!abstract);
      });
  });

  it('lead from each day to the one before and the one after', () => {
    for (const [at, { $, file }] of days.entries())
      for (const [rel, other] of [
        ['prev', days[at - 1]],
        ['next', days[at + 1]],
      ] as const)
        expect($(`main nav a[rel="${rel}"]`).attr('href'), file).toBe(other?.path);
  });

  it('are entries of a feed that feedparser reads, the newest first', async () => {
    const parser = new FeedParser({ normalize: true, addmeta: false, resume_saxerror: false });
    const items: FeedParser.Item[] = [];
    Readable.from([read('digest/feed.xml')]).pipe(parser);
    for await (const item of parser) items.push(item);
    const newestFirst = days.toReversed().slice(0, 30);
    expect(items.map(({ guid }) => guid)).toEqual(
      newestFirst.map(({ path }) => TEST_ORIGIN + path),
    );
    for (const [at, { description, pubdate, title }] of items.entries()) {
      const page = newestFirst[at]!;
      expect(pubdate?.toISOString()).toBe(`${dayOf(page)}T00:00:00.000Z`);
      expect(title).toContain(page.$('h1').text());
      const $ = load(description);
      expect(idsIn($, 'ol > li a')).toEqual(idsIn(page.$, 'main h2 a'));
      for (const link of $('a').toArray())
        expect($(link).attr('href')).toMatch(new RegExp(`^${root}`));
    }
  });

  it('say how to subscribe: by feed, and by mail where the site has an address for it', () => {
    const page = pages.find(({ file }) => file === 'digest/subscribe/index.html')!;
    expect(page.$(`main a[href="${root}digest/feed.xml"]`).length).toBe(1);
    const mails = page
      .$('main a[href^="mailto:"]')
      .toArray()
      .map((link) => page.$(link).attr('href'));
    expect(mails).toEqual(
      name === 'fixture'
        ? ['mailto:keeper@shelf.example?subject=Subscribe%3A%20The%20Test%20Shelf%20digest']
        : [],
    );
  });
});

/** The digest part of a site built from the fixture collection after a change. */
const buildChanged = async (
  change: (paper: string) => string,
  env: Readonly<Record<string, string>>,
  look: (dir: string) => Promise<void>,
): Promise<void> => {
  const dir = await mkdtemp(join(tmpdir(), 'digest-site-'));
  try {
    const shelf = join(dir, 'shelf');
    await cp(TEST_SITES.fixture.contentDir, shelf, { recursive: true });
    for (const file of globSync(join(shelf, 'papers/*.md')))
      await writeFile(file, change(await readFile(file, 'utf8')));
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(PROJECT_DIR, 'scripts/build.ts'), '--content', shelf],
      { env: { ...process.env, OUT_DIR: join(dir, 'out'), ...env }, encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([0, expect.anything()]);
    await look(join(dir, 'out'));
  } finally {
    await rm(dir, { recursive: true });
  }
};

describe('the digests of other collections', () => {
  it('are none, and the page says why, when no paper tells when it was added', async () => {
    const change = (paper: string) => paper.replace(/^added: .*\n/m, '');
    await buildChanged(change, {}, async (dir) => {
      expect(globSync('digest/**/*.*', { cwd: dir })).toEqual(['digest/index.html']);
      const $ = load(await readFile(join(dir, 'digest/index.html'), 'utf8'));
      expect($('main').text()).toContain('There is none yet');
    });
  });

  it('reach as far as DIGEST_UNTIL says; the days of a year that is over are indexed by themselves', async () => {
    const env = { DIGEST_UNTIL: '2027-01-15' };
    await buildChanged(
      (paper) => paper,
      env,
      async (dir) => {
        const has = (path: string) => existsSync(join(dir, 'digest', path, 'index.html'));
        expect(
          ['2026-10-01', '2026-10-02', '2026-11-17', '2027-01-15', '2027-01-16'].map(has),
        ).toEqual([true, false, true, true, false]);
        const year = load(await readFile(join(dir, 'digest/by/2026/index.html'), 'utf8'));
        expect(year('main section li a').first().attr('href')).toBe('/digest/2026-12-31/');
        expect(year('main section li a').last().attr('href')).toBe('/digest/2026-10-01/');
      },
    );
  });
});
