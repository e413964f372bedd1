import type { Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { LIST_KEY } from '../../src/elements/list/key.ts';
import { expect, test } from './fixtures.ts';
import { PAGE_KINDS, paperPaths, type PageKind } from './kinds.ts';

/** HTML, CSS and script before a reader does anything, compressed as hosts do. */
const BUDGET_BYTES = 25_000;

const heaviestPaper = (site: PageKind['site']): PageKind => ({
  name: 'heaviest paper',
  site,
  path: paperPaths(site)[0] ?? 'none',
});

// what an address asks for, a search or a comparison, is something done; the map has all papers on it
const PAGES = [
  ...PAGE_KINDS.filter(({ path }) => !/[?#]|map/.test(path)),
  heaviestPaper('content'),
  heaviestPaper('fixture'),
];

type Weight = readonly [path: string, bytes: number];

const weigh = async (page: Page, address: string): Promise<readonly Weight[]> => {
  const weights: Promise<Weight>[] = [];
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    if (!/html|css|javascript/.test(type)) return;
    const { pathname } = new URL(response.url());
    weights.push(response.body().then((body) => [pathname, gzipSync(body).length]));
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  return Promise.all(weights);
};

const expectLight = (weights: readonly Weight[]): void => {
  const total = weights.reduce((sum, [, bytes]) => sum + bytes, 0);
  const table = weights.map((weight) => weight.join(' ')).join('\n');
  expect(weights.length).toBeGreaterThan(2);
  expect(total, table).toBeLessThanOrEqual(BUDGET_BYTES);
};

for (const { name, site, path } of PAGES)
  test(`${name} (${site}) is light`, async ({ page, addresses }) => {
    expectLight(await weigh(page, new URL(path, addresses[site]).href));
  });

test('a reading list with papers is light', async ({ page, baseURL }) => {
  const items = paperPaths('content').map((path) => ({ id: path.split('/')[2] }));
  await page.addInitScript(([key, text]) => localStorage.setItem(key, text), [
    LIST_KEY,
    JSON.stringify({ paperlight: 'reading list', version: 1, items }),
  ] as const);
  const weights = await weigh(page, new URL('./list/', baseURL).href);
  await expect(page.locator('reading-list li[data-key]')).toHaveCount(items.length);
  expectLight(weights);
});
