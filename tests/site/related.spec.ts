import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.use({ site: 'fixture' });

const PAPER = './papers/shelfwalker-a-trolley-that-finds-misplaced-books/';
const TITLE = 'ShelfWalker: A Trolley That Finds Misplaced Books';

const section = (page: Page) => page.getByRole('region', { name: 'Related papers' });
const titles = (page: Page) => section(page).locator('li > a').allInnerTexts();

test('a paper lists ten others, each with what both are about', async ({ page }) => {
  await page.goto(PAPER);
  const items = section(page).getByRole('listitem');
  await expect(items).toHaveCount(10);
  for (const item of await items.all()) await expect(item.getByText(/^Both: \S+/)).toBeVisible();
  expect(await titles(page)).not.toContain(TITLE);
  await expect(items.first()).toContainText(/both in Libraries & Reading/);
});

test('a related paper leads to its page, which leads back', async ({ page }) => {
  await page.goto(PAPER);
  const first = section(page).locator('li > a').first();
  const path = (await first.getAttribute('href')) ?? '';
  await first.click();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await expect(section(page).getByRole('link', { name: TITLE })).toBeVisible();
});

test('the order lives in the address', async ({ page }) => {
  await page.goto(PAPER);
  const byLikeness = await titles(page);
  const order = section(page).getByRole('combobox', { name: 'Sort by' });

  await order.selectOption({ label: 'newest first' });
  await expect(page).toHaveURL(/\?sort=new$/);
  const dates = await section(page)
    .locator('li')
    .evaluateAll((items) => items.map((item) => item.dataset['date'] ?? ''));
  expect(dates).toEqual(dates.toSorted().toReversed());

  await order.selectOption({ label: 'title' });
  await expect(page).toHaveURL(/\?sort=title$/);
  const byTitle = await titles(page);
  expect(byTitle.toSorted()).toEqual(byLikeness.toSorted());
  expect(byTitle).not.toEqual(byLikeness);

  await page.reload();
  expect(await titles(page)).toEqual(byTitle);
  await page.goBack();
  await page.goBack();
  expect(await titles(page)).toEqual(byLikeness);
});

test('an address that asks for filters shows all the same', async ({ page }) => {
  await page.goto(`${PAPER}?kind=survey&has=code&sort=__proto__`);
  await expect(section(page).getByRole('listitem')).toHaveCount(10);
  await expect(section(page).getByRole('status')).toHaveText('10 papers');
});

test('a notice of a withdrawal has no related papers, and is none', async ({ page }) => {
  await page.goto('./papers/bees-that-read/');
  await expect(section(page)).toHaveCount(0);
  await page.goto('./papers/a-grammar-for-the-waggle-dance-on-windy-days/');
  expect(await titles(page)).not.toContain('Bees That Read');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the list and its reasons are there, and no control that does nothing', async ({ page }) => {
    await page.goto(PAPER);
    await expect(section(page).getByRole('listitem')).toHaveCount(10);
    await expect(section(page).getByText(/^Both: /)).toHaveCount(10);
    await expect(section(page).getByRole('combobox')).toBeHidden();
  });
});

test('what sorts the list is loaded when it is first used, and keeps what was chosen meanwhile', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(PAPER);
  await page.waitForLoadState('networkidle');
  const before = asked.length;
  // slower than the reader
  await page.route(/\.js$/, async (route) => {
    await new Promise((done) => setTimeout(done, 500));
    await route.continue();
  });
  const order = section(page).getByRole('combobox', { name: 'Sort by' });
  await order.focus();
  await order.selectOption({ label: 'title' });
  await expect(page).toHaveURL(/\?sort=title$/);
  await expect(order).toHaveValue('title');
  expect(asked.length).toBeGreaterThan(before);
});
