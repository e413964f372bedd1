import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const highlights = (page: Page) => page.getByRole('region', { name: 'Highlights' });

test.describe('highlights', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('./papers/flowkv-a-disaggregated-inference-framework-with-low-latency/');
  });

  test('say what the paper contributes, and its figures with what they measure', async ({
    page,
  }) => {
    const links = highlights(page).getByRole('link');
    await expect(links.first()).toHaveText(/^In this paper, we propose FlowKV, .*\.$/);
    await expect(highlights(page).getByRole('listitem')).toHaveText([
      /accelerates inference by 15\.2%-48\.9% on LongBench dataset/,
    ]);
    // a figure that the lead sentence tells is emphasized there and not told again
    await expect(highlights(page).locator('strong')).toContainText([/96%/, /15\.2%-48\.9%/]);
  });

  test('each lead to the sentence that says them, word by word', async ({ page }) => {
    const links = highlights(page).getByRole('link');
    for (const link of await links.all()) {
      const sentence = page.locator((await link.getAttribute('href')) ?? 'none');
      await expect(sentence).toContainText((await link.innerText()).trim());
    }
    await links.last().focus();
    await page.keyboard.press('Enter');
    const target = page.locator('.sentence:target');
    await expect(target).toBeInViewport();
    await expect(target).toContainText('15.2%-48.9%');
    await expect(target).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  });

  test('stand above the abstract', async ({ page }) => {
    const headings = page.getByRole('article').getByRole('heading', { level: 2 });
    await expect(headings.first()).toHaveText('Highlights');
    await expect(headings.nth(1)).toHaveText('Abstract');
  });
});

test.describe('in the invented collection', () => {
  test.use({ site: 'fixture' });

  test('highlights show mathematics as mathematics', async ({ page }) => {
    await page.goto('./papers/sorting-returned-books-in-on2-steps-and-why-nobody-minds/');
    const figure = highlights(page).getByRole('listitem');
    await expect(figure.locator('math')).toHaveCount(2);
    await expect(figure.locator('strong math')).toHaveCount(1);
    await expect(figure).toContainText('faster than by a committee');
    await expect(figure).not.toContainText('$');
  });

  test('nothing is shown where nothing qualifies', async ({ page }) => {
    for (const id of ['notes-on-an-empty-shelf', 'mitsubachi-to-toshokan-no-yane']) {
      const answer = await page.goto(`./papers/${id}/`);
      expect(answer?.status()).toBe(200);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(highlights(page)).toHaveCount(0);
    }
  });
});
