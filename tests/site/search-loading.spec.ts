import type { Page } from '@playwright/test';
import { readIndexFile } from '../../src/search/index-file.ts';
import { unpackRest } from '../../src/search/search-files.ts';
import { finish } from '../../src/search/steps.ts';
import { testSiteDir } from '../setup/test-sites.ts';
import { serveFaulty, type Faults, type FaultySite } from './faulty-site.ts';
import { expect, test as base } from './fixtures.ts';

const test = base.extend<{ faulty: FaultySite }>({
  faulty: async ({ allowed }, use) => {
    const faulty = await serveFaulty(testSiteDir('content'));
    // a server of its own, and failures on purpose
    allowed.push(/^foreign request: http:\/\/127\.0\.0\.1:/);
    allowed.push(/^status 404|^failed request|Failed to load resource/);
    await use(faulty);
    await faulty.close();
  },
});

const boxOf = (page: Page) =>
  page.getByRole('searchbox', { name: 'Words in titles and abstracts' });
const resultsOf = (page: Page) => page.getByRole('region', { name: 'Results' });
const hitsOf = (page: Page) => resultsOf(page).getByRole('heading', { level: 3 });
const passagesOf = (page: Page) => page.locator('.passage');
const titlesOnlyOn = (page: Page) => page.getByText('Titles only so far');

const openSearch = async (page: Page, { url }: FaultySite): Promise<void> => {
  await page.goto(`${url}search/`);
};

const search = async (page: Page, words: string): Promise<void> => {
  await boxOf(page).pressSequentially(words, { delay: 10 });
};

const isTexts = (path: string): boolean => path.includes('/search-data/texts');
const isIndex = (path: string): boolean => path.includes('/search-data/papers');

test.describe('while the abstracts are on their way', () => {
  test('titles are searched, and the page says so', async ({ page, faulty }) => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    faulty.suffer((path) => (isTexts(path) ? held : undefined));
    await openSearch(page, faulty);
    await search(page, 'quantization');
    await expect(hitsOf(page).first()).toContainText(/quantiz/i);
    await expect(titlesOnlyOn(page)).toBeVisible();
    await expect(page.getByRole('status')).toHaveText(/titles only so far/);
    const byTitles = await hitsOf(page).count();

    release();
    await expect(passagesOf(page).first()).toContainText(/quantiz/i);
    await expect(titlesOnlyOn(page)).toBeHidden();
    expect(await hitsOf(page).count()).toBeGreaterThan(byTitles);
    await expect(page.getByRole('status')).toHaveText(/found\.$/);
  });

  test('nothing found is not said to be the end', async ({ page, faulty }) => {
    faulty.suffer((path) => (isTexts(path) ? new Promise(() => undefined) : undefined));
    await openSearch(page, faulty);
    await search(page, 'xyzzy');
    await expect(resultsOf(page)).toContainText('No papers for “xyzzy” so far');
  });
});

test.describe('a page of an earlier build', () => {
  /** The files of a newer build: other names, and another title in front. */
  const renew = async (faulty: FaultySite): Promise<Faults> => {
    const entrance = (await faulty.read('search-data/index.json')) as { index: string };
    const index = (await faulty.read(entrance.index)) as {
      papers: { title: string[] };
      texts: string;
      names: string;
    };
    const title = ['Zymurgy of quantized networks', ...index.papers.title.slice(1)];
    const papers = { ...index.papers, title };
    const names = await faulty.read(`search-data/${index.names}`);
    const packed = await faulty.bytes(`search-data/${index.texts}`);
    const texts = finish(unpackRest(packed, readIndexFile(index).papers));
    const files = new Map<string, unknown>([
      ['index.json', { index: '/search-data/papers-new.json', names: '/search-data/n-new.json' }],
      ['papers-new.json', { ...index, papers, texts: 't-new.json', names: 'n-new.json' }],
      ['t-new.json', texts],
      ['n-new.json', names],
    ]);
    return (path) => {
      const [, name] = path.split('/search-data/');
      if (name === undefined) return undefined;
      return files.has(name) ? { json: files.get(name) } : 'gone';
    };
  };

  test('finds the papers of the newer one by itself', async ({ page, faulty }) => {
    await openSearch(page, faulty);
    faulty.suffer(await renew(faulty));
    await search(page, 'zymurgy');
    await expect(hitsOf(page)).toHaveText(['Zymurgy of quantized networks']);
    await expect(titlesOnlyOn(page)).toBeHidden();
    await expect(passagesOf(page).first()).not.toBeEmpty();
  });

  test('goes over to the newer one while it loads', async ({ page, faulty }) => {
    await openSearch(page, faulty);
    const newer = await renew(faulty);
    faulty.suffer((path) => (isIndex(path) && !path.includes('new') ? undefined : newer(path)));
    await search(page, 'zymurgy');
    await expect(hitsOf(page)).toHaveText(['Zymurgy of quantized networks']);
  });

  test('says that it is old when the program is gone, and a click renews it', async ({
    page,
    faulty,
  }) => {
    await openSearch(page, faulty);
    faulty.suffer((path) => (/search-(worker|service)/.test(path) ? 'gone' : undefined));
    await search(page, 'quantization');
    await expect(resultsOf(page)).toContainText('renewed since this page was opened');
    faulty.mend();
    await resultsOf(page).getByRole('button', { name: 'Reload the page' }).click();
    await expect(boxOf(page)).toHaveValue('quantization');
    await expect(hitsOf(page).first()).toBeVisible();
  });
});

test.describe('a file that breaks off', () => {
  test('is fetched once more by itself', async ({ page, faulty }) => {
    await openSearch(page, faulty);
    let broken = 0;
    faulty.suffer((path) => (isIndex(path) && broken++ === 0 ? 'half' : undefined));
    await search(page, 'quantization');
    await expect(hitsOf(page).first()).toBeVisible();
    expect(faulty.asked.filter(isIndex)).toHaveLength(2);
  });

  test('of titles again and again: it is said, and a click tries again', async ({
    page,
    faulty,
  }) => {
    await openSearch(page, faulty);
    faulty.suffer((path) => (isIndex(path) ? 'half' : undefined));
    await search(page, 'quantization');
    await expect(
      resultsOf(page).getByRole('heading', { name: 'Search could not be loaded' }),
    ).toBeVisible();
    faulty.mend();
    await resultsOf(page).getByRole('button', { name: 'Try again' }).click();
    await expect(hitsOf(page).first()).toBeVisible();
  });

  test('of abstracts: titles are searched, it is said, and a click loads the rest', async ({
    page,
    faulty,
  }) => {
    await openSearch(page, faulty);
    faulty.suffer((path) => (isTexts(path) ? 'half' : undefined));
    await search(page, 'quantization');
    const notice = resultsOf(page).getByText('Only titles are searched');
    await expect(notice).toBeVisible();
    await expect(hitsOf(page).first()).toBeVisible();
    await boxOf(page).fill('pruning');
    await expect(resultsOf(page)).toContainText('for “pruning”');
    await expect(notice).toBeVisible();

    faulty.mend();
    await resultsOf(page).getByRole('button', { name: 'Try again' }).click();
    await expect(passagesOf(page).first()).toContainText(/prun/i);
    await expect(notice).toBeHidden();
  });
});

test.describe('a worker that may not start', () => {
  const findsWithout = async (page: Page): Promise<void> => {
    await search(page, 'quantization');
    await expect(passagesOf(page).first()).toContainText(/quantiz/i);
    expect(page.workers()).toEqual([]);
  };

  test('is done without when its file is kept back', async ({ page, faulty }) => {
    await openSearch(page, faulty);
    faulty.suffer((path) => (path.includes('search-worker') ? 'gone' : undefined));
    await findsWithout(page);
  });

  test('is done without where the browser has none', async ({ page, faulty }) => {
    await page.addInitScript(() => Object.assign(globalThis, { Worker: undefined }));
    await openSearch(page, faulty);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await findsWithout(page);
    // a file that asks for others makes the reader wait for each in turn
    expect(asked.filter((path) => path.includes('search-service'))).toHaveLength(1);
    expect(asked.filter((path) => /plain-slug|index-file/.test(path))).toEqual([]);
    expect(asked.filter((path) => path.includes('/papers-'))).toHaveLength(1);
  });
});
