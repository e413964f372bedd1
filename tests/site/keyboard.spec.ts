import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectSeen, tabTo } from './focus.ts';

const TITLE = 'main h1';
const PAPER = 'main :is(li, h3) a[href*="/papers/"]';

const topOf = (page: Page): Promise<number> =>
  page.evaluate(() => Math.round(document.activeElement?.getBoundingClientRect().top ?? 0));

/** Where in the window the focus is once the page stands still. */
const settledTopOf = async (page: Page): Promise<number> => {
  let before = NaN;
  await expect
    .poll(async () => {
      const last = before;
      before = await topOf(page);
      return before === last;
    })
    .toBe(true);
  return before;
};

/** Opens what has the focus, and comes back to where the page was. */
const openAndReturn = async (page: Page): Promise<void> => {
  const { href, address } = await page.evaluate(() => ({
    href: document.activeElement?.getAttribute('href') ?? 'none',
    address: location.href,
  }));
  const top = await settledTopOf(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${href}$`));
  await expect(page.locator(TITLE)).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect(page.locator(':focus')).toHaveAttribute('href', href);
  await expect.poll(() => topOf(page)).toBe(top);
};

test('home leads to the right paper in two actions: search for it, open it', async ({ page }) => {
  await page.goto('./');
  await tabTo(page, 'main input[type="search"]');
  await page.keyboard.type('flexgen');
  await page.keyboard.press('Enter');
  await expect(page.locator(PAPER).first()).toBeVisible();
  await expectSeen(page);
  await page.keyboard.press('ArrowDown');
  await expectSeen(page);
  await page.keyboard.press('Enter');
  await expect(page.locator(TITLE)).toHaveText(/^\s*FlexGen/);
});

test('a topic is sorted and filtered, and Back finds it so', async ({ page }) => {
  await page.goto('./topics/llm-inference-serving/');
  await tabTo(page, 'main fieldset input');
  await page.keyboard.press('Space');
  await expectSeen(page);
  await tabTo(page, 'main select');
  await page.keyboard.press('ArrowDown');
  await expectSeen(page);
  await expect(page).toHaveURL(/kind=.*sort=title/);
  await tabTo(page, PAPER);
  await openAndReturn(page);
  await expect(page.locator('main fieldset input:checked')).toHaveCount(1);
  await expect(page.locator('main select')).toHaveValue('title');
});

test('a search is narrowed by a filter, and Back finds it with the focus on the paper', async ({
  page,
}) => {
  await page.goto('./search/?q=model');
  await expect(page.locator(PAPER).first()).toBeVisible();
  await tabTo(page, 'main fieldset input');
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/\?has=.*q=model$/);
  await expectSeen(page);
  await page.getByRole('searchbox').focus();
  for (let down = 0; down < 4; down += 1) await page.keyboard.press('ArrowDown');
  await expectSeen(page);
  const title = await page.locator(':focus').innerText();
  await openAndReturn(page);
  await expect(page.locator(':focus')).toHaveText(title);
  await expectSeen(page);
});

test('the map is walked from point to point', async ({ page }) => {
  await page.goto('./map/');
  await expect(page.locator('[data-part="stage"]')).toHaveAttribute('role', 'application');
  await tabTo(page, '[data-part="stage"] a');
  const first = await page.locator(':focus').getAttribute('href');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(':focus')).not.toHaveAttribute('href', first ?? 'none');
  await page.keyboard.press('Enter');
  await expect(page.locator(TITLE)).toBeVisible();
});

test.describe('in a collection that knows its authors', () => {
  test.use({ site: 'fixture' });

  test('an author leads to a co-author and back', async ({ page }) => {
    await page.goto('./authors/odalys-brennwick/');
    await tabTo(page, 'main a[href*="/authors/"]:not([href$="/authors/"])');
    await openAndReturn(page);
  });
});

test('a related paper comes on the list, and the list is exported', async ({ page }) => {
  await page.goto('./papers/');
  await page.locator('main li a[href*="/papers/"]').first().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/papers\/[^/]+\/$/);
  await tabTo(
    page,
    '#related ~ * add-to-list button, [aria-labelledby="related"] add-to-list button',
  );
  await page.keyboard.press('Enter');
  await expectSeen(page);
  await page.goto('./list/');
  await tabTo(page, 'reading-list li a');
  await openAndReturn(page);
  await tabTo(page, 'list-take-along [data-part="save"]');
  const coming = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  await coming;
  await expectSeen(page);
});
