import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const PAPER = './papers/flowkv-a-disaggregated-inference-framework-with-low-latency/';

const mark = (page: Page, id = 'kv-cache') =>
  page.locator(`main a.concept[aria-describedby="concept-${id}"]`);
const note = (page: Page) => page.locator('concept-notes [data-part="note"]');

const isInWindow = async (page: Page): Promise<boolean> => {
  const { x, y, width, height } = (await note(page).boundingBox()) ?? {
    x: -1,
    y: 0,
    width: 0,
    height: 0,
  };
  const view = page.viewportSize() ?? { width: 0, height: 0 };
  return x >= 0 && y >= 0 && x + width <= view.width && y + height <= view.height;
};

test.describe('the definition of a marked concept', () => {
  test('shows under the pointer, can be hovered, stays, and goes by Escape', async ({ page }) => {
    await page.goto(PAPER);
    await expect(note(page)).toBeHidden();
    await mark(page).hover();
    await expect(note(page)).toBeVisible();
    await expect(note(page)).toContainText('A store of what a language model has already computed');
    expect(await isInWindow(page)).toBe(true);

    await note(page).getByRole('link').hover();
    await page.waitForTimeout(700);
    await expect(note(page)).toBeVisible();

    await page.keyboard.press('Escape');
    await expect(note(page)).toBeHidden();

    await mark(page, 'throughput').hover();
    await expect(note(page)).toContainText('Throughput');
    await page.getByRole('heading', { level: 1 }).hover();
    await expect(note(page)).toBeHidden();
  });

  test('shows on keyboard focus, goes by Escape, and leaves focus where it is', async ({
    page,
  }) => {
    await page.goto(PAPER);
    await mark(page, 'disaggregated-inference').focus();
    await page.keyboard.press('Tab');
    await expect(mark(page, 'prefill-and-decode')).toBeFocused();
    await expect(note(page)).toContainText('Prefill and decode');
    await page.keyboard.press('Tab');
    await expect(note(page)).toContainText('LLM inference');
    await page.keyboard.press('Escape');
    await expect(note(page)).toBeHidden();
    await expect(mark(page, 'llm-inference')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/concepts\/llm-inference\/$/);
  });

  test('goes when focus leaves its mark', async ({ page }) => {
    await page.goto(PAPER);
    await mark(page).focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect(note(page)).toContainText('KV cache');
    await page.getByRole('banner').getByRole('link', { name: 'About' }).focus();
    await expect(note(page)).toBeHidden();
  });

  test('describes its mark to those who hear the page', async ({ page }) => {
    await page.goto(PAPER);
    await expect(mark(page)).toHaveAccessibleName('KV cache');
    await expect(mark(page)).toHaveAccessibleDescription(/^A store of what a language model/);
  });

  test('shows the concept of every mark, and each mark once', async ({ page }) => {
    await page.goto(PAPER);
    const ids = await page
      .locator('main a.concept')
      .evaluateAll((marks) => marks.map((one) => one.getAttribute('aria-describedby')));
    expect(ids.length).toBeGreaterThan(4);
    expect(new Set(ids).size).toBe(ids.length);
    const listed = await page
      .locator('concept-notes dd')
      .evaluateAll((all) => all.map(({ id }) => id));
    expect(listed).toEqual(ids);
  });
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });

  test('the first tap shows the definition inside the window, its link and the second tap lead on', async ({
    page,
  }) => {
    await page.goto(PAPER);
    for (const id of ['prefill-and-decode', 'throughput', 'kv-cache']) {
      await mark(page, id).tap();
      await expect(note(page)).toBeVisible();
      expect(await isInWindow(page), id).toBe(true);
      await page.getByRole('heading', { level: 1 }).tap();
      await expect(note(page)).toBeHidden();
    }
    expect(page.url()).toContain('/papers/');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(overflow).toBe(320);

    await mark(page).tap();
    await note(page)
      .getByRole('link', { name: /more on this concept/i })
      .tap();
    await expect(page).toHaveURL(/\/concepts\/kv-cache\/$/);

    await page.goBack();
    await mark(page).tap();
    await expect(note(page)).toBeVisible();
    await mark(page).tap();
    await expect(page).toHaveURL(/\/concepts\/kv-cache\/$/);
  });
});

test.describe('without script', () => {
  test('marks lead to the concepts, and their definitions stand below the abstract', async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
    const page = await context.newPage();
    await page.goto(PAPER);
    await expect(note(page)).toBeHidden();
    const definition = page.locator('#concept-kv-cache');
    await expect(definition).toBeHidden();
    await page.getByText(/concepts explained/).click();
    await expect(definition).toBeVisible();
    await mark(page).click();
    await expect(page).toHaveURL(/\/concepts\/kv-cache\/$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('KV cache');
    await expect(page.locator('main')).toContainText('A store of what a language model');
    await context.close();
  });
});

test.describe('the pages of concepts', () => {
  test('lead from the index to a concept, its papers, its neighbours and the search', async ({
    page,
  }) => {
    await page.goto('./');
    await page.getByRole('link', { name: /^\d+ concepts$/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Concepts');
    const see = page.getByRole('listitem').filter({ hasText: /^\s*LLM, see/ });
    await see.getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Large language model');

    const notes = await page.locator('.paper-item').allInnerTexts();
    const isTitled = notes.map((text) => text.includes('named in the title'));
    expect(isTitled[0]).toBe(true);
    expect(isTitled.toSorted((a, b) => Number(b) - Number(a))).toEqual(isTitled);

    await page
      .getByRole('complementary')
      .getByRole('link', { name: 'Small language model' })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Small language model');
    await page.getByRole('link', { name: /search for small language model/i }).click();
    await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue('Small language model');
  });

  test('count the papers that mention a concept', async ({ page }) => {
    await page.goto('./concepts/');
    const line = page
      .getByRole('listitem')
      .filter({ hasText: /^\s*KV cache/ })
      .first();
    const count = Number(/\d+/.exec(await line.innerText())?.[0]);
    await line.getByRole('link').click();
    await expect(page.locator('.paper-item')).toHaveCount(count);
  });
});
