import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectSeen, tabTo } from './focus.ts';

/** Presses what has the focus, and sees that the focus is somewhere afterwards. */
const press = async (page: Page, key: string): Promise<void> => {
  await page.keyboard.press(key);
  await expectSeen(page);
};

const keepPapers = async (page: Page, count: number): Promise<void> => {
  await page.goto('./papers/');
  await page.locator('.paper-item > a').evaluateAll((links, most) => {
    const items = links.slice(0, most).map((link) => ({
      id: (link as HTMLAnchorElement).pathname.split('/').at(-2),
      title: link.textContent,
      added: '2026-11-23',
    }));
    const list = { paperlight: 'reading list', version: 1, items };
    localStorage.setItem('paperlight-list', JSON.stringify(list));
  }, count);
};

test('a paper on the reading list is moved, noted, read, removed and brought back', async ({
  page,
}) => {
  await keepPapers(page, 3);
  await page.goto('./list/');
  const titles = page.locator('reading-list li .title');
  const [first = ''] = await titles.allTextContents();
  await tabTo(page, 'reading-list [data-part="read"]');
  await press(page, 'Space');
  await expect(page.getByText('3 papers, 1 read')).toBeVisible();
  await tabTo(page, 'reading-list summary');
  await press(page, 'Enter');
  await tabTo(page, 'reading-list textarea');
  await page.keyboard.type('Once more');
  await tabTo(page, 'reading-list [data-act="down"]');
  await press(page, 'Enter');
  await expect(titles.nth(1)).toHaveText(first);
  await press(page, 'Space');
  await expect(titles.nth(2)).toHaveText(first);
  await tabTo(page, 'reading-list [data-act="remove"]');
  await press(page, 'Enter');
  await expect(titles).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await press(page, 'Enter');
  await expect(titles.nth(2)).toHaveText(first);
  await expect(titles.nth(2)).toBeFocused();
});

test('the last paper leaves the reading list, and the focus stays', async ({ page }) => {
  await keepPapers(page, 1);
  await page.goto('./list/');
  await tabTo(page, 'reading-list [data-act="remove"]');
  await press(page, 'Enter');
  await expect(page.getByText('Nothing here yet.')).toBeVisible();
  await expectSeen(page);
});

test('papers are ticked and compared, one is left out, another one added', async ({ page }) => {
  await keepPapers(page, 3);
  await page.goto('./list/');
  for (let paper = 0; paper < 2; paper += 1) {
    await tabTo(page, 'reading-list [data-part="compare"]:not(:checked)');
    await press(page, 'Space');
  }
  await tabTo(page, '[data-part="compare-link"]');
  await page.keyboard.press('Enter');
  const columns = page.locator('compare-papers article');
  await expect(columns).toHaveCount(2);
  await tabTo(page, 'compare-papers article [data-part="remove"]');
  await page.keyboard.press('Enter');
  await expect(columns).toHaveCount(1);
  // a heading without a ring says where the reader is
  await expect(page.locator('compare-papers [data-part="heading"]')).toBeFocused();
  await tabTo(page, 'compare-papers [data-part="choice"]');
  await press(page, 'ArrowDown');
  await tabTo(page, 'compare-papers [data-part="add"]');
  await page.keyboard.press('Enter');
  await expect(columns).toHaveCount(2);
  await expect(page.locator(':focus')).toHaveCount(1);
});

test('a paper is cited in another format and copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./papers/flexgen-high-throughput-generative-inference-of-large/');
  await tabTo(page, 'cite-paper summary');
  await press(page, 'Enter');
  await tabTo(page, 'cite-paper input');
  await press(page, 'ArrowDown');
  await expect(page.getByRole('radio', { name: 'RIS' })).toBeChecked();
  await tabTo(page, 'cite-paper [data-part="copy"]');
  await press(page, 'Enter');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^TY {2}- /);
});

test('a region of the map is chosen by keys, its papers are listed, and Escape gives it up', async ({
  page,
}) => {
  await page.goto('./map/');
  await expect(page.locator('[data-part="stage"]')).toHaveAttribute('role', 'application');
  await tabTo(page, '[data-part="stage"] a');
  for (const key of ['Shift+ArrowRight', 'Shift+ArrowDown']) await press(page, key);
  await expect(page).toHaveURL(/region=/);
  await expect(page.locator('[data-part="selected-list"] a').first()).toBeVisible();
  // the first one puts the card away
  await press(page, 'Escape');
  await press(page, 'Escape');
  await expect(page).not.toHaveURL(/region=/);
});

test('what the map found is shown, and put away', async ({ page }) => {
  await page.goto('./map/');
  await tabTo(page, 'main input[type="search"]');
  await page.keyboard.type('memory');
  await press(page, 'Enter');
  await expect(page.getByText(/papers match “memory”/)).toBeVisible();
  await tabTo(page, '[data-part="found-clear"]');
  await press(page, 'Enter');
  await expect(page).toHaveURL(/\/map\/$/);
});

test.describe('in a collection with dates', () => {
  test.use({ site: 'fixture' });

  test('a digest is read from day to day, and a paper of it kept', async ({ page }) => {
    await page.goto('./digest/');
    await tabTo(page, 'main a[href*="/digest/2026-"]');
    await page.keyboard.press('Enter');
    await expect(page.locator('main h1')).toHaveText(/^\s*Digest of/);
    await tabTo(page, 'add-to-list button');
    await press(page, 'Enter');
    await expect(page.locator('add-to-list button').first()).toHaveText('On reading list');
    await tabTo(page, '[aria-label="Other days"] a');
    const before = page.url();
    await page.keyboard.press('Enter');
    await expect(page).not.toHaveURL(before);
    await expect(page.locator('main h1')).toHaveText(/^\s*Digest of/);
  });

  test.describe('where pages are kept', () => {
    test.use({ serviceWorkers: 'allow' });

    test('the site is kept offline, removed, and keeping switched off and on', async ({ page }) => {
      test.slow();
      await page.goto('./offline/');
      await expect(page.locator('offline-panel [data-part="keep"]')).toBeVisible();
      await tabTo(page, 'offline-panel [data-part="keep"]');
      await press(page, 'Enter');
      await expect(page.getByText('The whole site is kept in this browser')).toBeVisible({
        timeout: 60_000,
      });
      await expectSeen(page);
      await expect(page.getByRole('button', { name: 'Remove what is kept' })).toBeFocused();
      await press(page, 'Enter');
      await expect(page.locator('offline-panel [data-part="keep"]')).toBeFocused();
      await tabTo(page, 'offline-panel [data-part="switch-off"]');
      await press(page, 'Enter');
      await expect(page.getByRole('button', { name: 'Switch it on' })).toBeFocused();
      // the page is opened anew, for a worker that was dismissed comes back with it
      await page.keyboard.press('Enter');
      await expect(page.locator('offline-panel [data-part="keep"]')).toBeVisible();
      await tabTo(page, 'offline-panel [data-part="keep"]');
    });
  });
});
