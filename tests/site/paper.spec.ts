import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { paperPaths } from './kinds.ts';

const sentences = (page: Page) => page.locator('main .sentence');

test.describe('a sentence', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
  const path = paperPaths('content')[0] ?? 'none';

  test('has a link to copy, which marks it on arrival', async ({ page }) => {
    await page.goto(path);
    const third = sentences(page).nth(2);
    const anchor = (await third.getAttribute('id')) ?? '';
    expect(anchor).toMatch(/^s3-[0-9a-f]{4}$/);

    await third.hover();
    const button = page.getByRole('button', { name: /copy link to sentence 3/i });
    await expect(button).toHaveCSS('opacity', '1');
    const place = await third.boundingBox();
    await button.click();
    await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeAttached();
    expect(await third.boundingBox()).toEqual(place);
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(new URL(`#${anchor}`, page.url()).href);

    await page.goto('./about/');
    await page.goto(link);
    await expect(page.locator(':target')).toHaveId(anchor);
    await expect(third).toBeInViewport();
    const colours = await sentences(page).evaluateAll((all) =>
      all.slice(0, 3).map((one) => getComputedStyle(one).backgroundColor),
    );
    expect(colours[2]).not.toBe(colours[0]);
  });

  test('can be reached and copied by keyboard', async ({ page }) => {
    await page.goto(path);
    await page.getByRole('button', { name: /copy link to (?:a )?sentence/i }).focus();
    await page.keyboard.press('ArrowDown');
    // both at once, for the page scrolls to the button
    const distance = () =>
      sentences(page)
        .nth(1)
        .evaluate((sentence) => {
          const { y = NaN } = document.activeElement?.getBoundingClientRect() ?? {};
          return Math.abs(sentence.getBoundingClientRect().bottom - y);
        });
    await expect.poll(distance).toBeLessThan(60);
    await page.keyboard.press('Enter');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).hash).toBe(`#${(await sentences(page).nth(1).getAttribute('id')) ?? ''}`);
  });

  test('is found by its words when its number changed', async ({ page }) => {
    await page.goto(path);
    const id = (await sentences(page).nth(1).getAttribute('id')) ?? '';
    await page.goto('./about/');
    await page.goto(`${path}#${id.replace('s2-', 's9-')}`);
    await expect(page.locator(':target')).toHaveId(id);
    await expect(page.getByRole('status').filter({ hasText: 'changed' })).toBeVisible();
  });

  test('that changed is said to have changed', async ({ page }) => {
    await page.goto(path);
    const id = (await sentences(page).first().getAttribute('id')) ?? '';
    const other = id.endsWith('0000') ? 's1-0001' : 's1-0000';
    await page.goto('./about/');
    await page.goto(`${path}#${other}`);
    await expect(page.locator(':target')).toHaveId(id);
    await expect(page.getByRole('status').filter({ hasText: 'has changed' })).toBeVisible();

    await page.goto('./about/');
    await page.goto(`${path}#s999-0000`);
    await expect(page.getByRole('status').filter({ hasText: 'is gone' })).toBeVisible();
  });

  test('that is linked to is marked without script as well', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
    const page = await context.newPage();
    await page.goto(path);
    const id = (await sentences(page).nth(2).getAttribute('id')) ?? '';
    await page.goto('./about/');
    await page.goto(`${path}#${id}`);
    await expect(sentences(page).nth(2)).toBeInViewport();
    await context.close();
  });
});
