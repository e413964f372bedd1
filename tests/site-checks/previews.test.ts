import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { TEST_ORIGIN, TEST_SITE_NAMES, TEST_SITES, testSiteDir } from '../setup/test-sites.ts';
import { filesOf, isRedirect, pagesOf, type BuiltPage } from './pages.ts';

const MAX_BYTES = 40_000;

const contentOf = ({ $ }: BuiltPage, name: string): string | undefined =>
  $(`head meta[property="${name}"], head meta[name="${name}"]`).attr('content');

const isPaper = ({ file }: BuiltPage): boolean => /^papers\/[^/]+\/index\.html$/.test(file);
const isNotice = ({ $ }: BuiltPage): boolean => $('meta[name="robots"]').length > 0;

describe.each(TEST_SITE_NAMES)('the previews of the site %s', (name) => {
  const root = `${TEST_ORIGIN}${TEST_SITES[name].base}`;
  const pages = pagesOf(name);
  const papers = pages.filter(isPaper);
  const shared = pages.filter((page) => !isRedirect(page) && !(isPaper(page) && isNotice(page)));
  const cards = filesOf(name).filter((file) => file.startsWith('cards/'));
  const fileOf = (page: BuiltPage) => contentOf(page, 'og:image')?.replace(root, '') ?? 'none';

  it('say on every page what it is and where, with a picture that is there', () => {
    for (const page of shared) {
      const told = ['og:title', 'og:description', 'og:site_name', 'og:image:alt'];
      expect(
        told.filter((property) => !contentOf(page, property)),
        page.file,
      ).toEqual([]);
      expect(contentOf(page, 'og:url'), page.file).toBe(`${TEST_ORIGIN}${page.path}`);
      expect(contentOf(page, 'twitter:card'), page.file).toBe('summary_large_image');
      expect(existsSync(join(testSiteDir(name), fileOf(page))), page.file).toBe(true);
    }
  });

  it('are not offered of notices and of addresses that lead elsewhere', () => {
    const others = pages.filter((page) => !shared.includes(page));
    expect(others.flatMap((page) => contentOf(page, 'og:image') ?? [])).toEqual([]);
    expect(others.map(({ file }) => file.replace(/\/index\.html$/, '.png'))).toSatisfy(
      (files: readonly string[]) => files.every((file) => !cards.includes(`cards/${file}`)),
    );
  });

  it('call papers articles and show their own card, or that of their topic', () => {
    for (const page of papers.filter((one) => shared.includes(one))) {
      const own = `cards/${page.file.replace('/index.html', '.png')}`;
      const expected = cards.includes(own) ? own : /^cards\/(?:topics\/[^/]+|site)\.png$/;
      expect(contentOf(page, 'og:type'), page.file).toBe('article');
      expect(fileOf(page), page.file).toMatch(expected);
    }
    const own = cards.filter((file) => file.startsWith('cards/papers/'));
    expect(own.length).toBeGreaterThan(0.9 * papers.length - 10);
  });

  it('show the card of a topic on its pages, and that of the site elsewhere', () => {
    for (const page of shared.filter((one) => !isPaper(one))) {
      const [, topic] = /^topics\/([^/]+)\//.exec(page.file) ?? [];
      const hasCard = topic !== undefined && topic !== 'no-topic-yet';
      expect(fileOf(page), page.file).toBe(
        hasCard ? `cards/topics/${topic}.png` : 'cards/site.png',
      );
    }
  });

  it('are pictures of the size that they claim, none too large, each shown somewhere', async () => {
    const [home] = pages.filter(({ file }) => file === 'index.html');
    const claimed = ['width', 'height'].map((side) =>
      Number(contentOf(home as BuiltPage, `og:image:${side}`)),
    );
    expect(claimed).toEqual([1200, 630]);
    const isShown = new Set(shared.map(fileOf));
    for (const file of cards) {
      const bytes = readFileSync(join(testSiteDir(name), file));
      const { format, width, height } = await sharp(bytes).metadata();
      expect([format, width, height], file).toEqual(['png', ...claimed]);
      expect(bytes.length, file).toBeLessThanOrEqual(MAX_BYTES);
      expect(isShown.has(file), file).toBe(true);
    }
  });

  it('leave room in the output: at most four files a paper', () => {
    const own = filesOf(name).filter((file) =>
      /^(?:papers|cards\/papers)\/(?!by\/|index)/.test(file),
    );
    expect(own.length).toBeLessThanOrEqual(4 * papers.length);
  });
});

describe('letters that the typeface of the cards lacks', () => {
  it('give a paper the card of its topic', () => {
    const pages = pagesOf('fixture').filter((page) => /ساعات|蜜蜂/.test(page.$('h1').text()));
    const cards = pages.map((page) => contentOf(page, 'og:image') ?? 'none');
    expect(cards.length).toBe(2);
    for (const card of cards) expect(card).toMatch(/\/cards\/topics\/[^/]+\.png$/);
  });
});
