import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** Where a reader is on a page. */
type Place = { readonly scroll: number; readonly focus: string; readonly top: number };

const placeOf = (page: Page): Promise<Place> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    return {
      scroll: Math.round(scrollY),
      focus: focused?.getAttribute('href') ?? focused?.localName ?? 'none',
      top: Math.round(focused?.getBoundingClientRect().top ?? 0),
    };
  });

/** Halves of pixels round either way. */
const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1;

/** Brings the focus, as the keyboard does, to a link far down the page. */
const goDownTo = async (page: Page, links: string): Promise<void> => {
  const all = page.locator(links);
  await expect(all.first()).toBeVisible();
  const link = all.nth(Math.floor((await all.count()) * 0.7));
  await link.focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await link.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await expect(link).toBeFocused();
};

/** Opens what has the focus and comes back, by an entry of the history that the browser loads anew. */
const openAndReturn = async (page: Page): Promise<void> => {
  const address = page.url();
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(address);
  await expect(page.locator('main h1')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(address);
};

const keepPapers = async (page: Page): Promise<void> => {
  await page.goto('./papers/');
  await page.locator('.paper-item > a').evaluateAll((links) => {
    const items = links.slice(0, 14).map((link) => ({
      id: (link as HTMLAnchorElement).pathname.split('/').at(-2),
      title: link.textContent,
      added: '2026-11-23',
    }));
    const list = { paperlight: 'reading list', version: 1, items };
    localStorage.setItem('paperlight-list', JSON.stringify(list));
  });
};

const COMPARED = [
  'flexgen-high-throughput-generative-inference-of-large',
  'on-device-training-under-256kb-memory',
];

const PAGES = [
  ['home', './', 'main a[href*="/topics/"]'],
  ['topic', './topics/llm-inference-serving/', '.paper-item > a'],
  ['sorted topic', './topics/llm-inference-serving/?sort=title', '.paper-item > a'],
  ['A to Z', './papers/', '.paper-item > a'],
  ['concepts', './concepts/', 'main li a[href*="/concepts/"]'],
  ['paper', './papers/flexgen-high-throughput-generative-inference-of-large/', '.paper-item > a'],
  ['reading list', './list/', 'reading-list li .title'],
  ['comparison', `./compare/?p=${COMPARED.join('&p=')}`, 'compare-papers [data-part="columns"] a'],
  ['search', './search/?q=attention', 'main h3 a'],
  ['digest', './digest/2026-11-23/', 'main h2 a'],
] as const;

for (const [name, path, links] of PAGES)
  test(`Back finds the ${name} where it was left, and the focus on the link that was followed`, async ({
    page,
  }) => {
    if (name === 'reading list') await keepPapers(page);
    await page.goto(path);
    await goDownTo(page, links);
    const place = await placeOf(page);
    expect(place.focus).toContain('/');
    await openAndReturn(page);
    // passages of results that came late have more room than those that came in time
    const isThere = ({ scroll, top, focus }: Place): boolean =>
      focus === place.focus &&
      isNear(top, place.top) &&
      (name === 'search' || isNear(scroll, place.scroll));
    await expect.poll(async () => isThere(await placeOf(page)), JSON.stringify(place)).toBe(true);
    await expect(page.locator(':focus-visible')).toHaveCount(1);
  });

test('Back finds the map at the paper that was opened', async ({ page }) => {
  await page.goto('./map/');
  const cursor = page.locator('[data-part="stage"] a[aria-label]:visible').first();
  await expect(cursor).toHaveAttribute('href', /papers/);
  await cursor.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/paper=/);
  const place = await placeOf(page);
  await openAndReturn(page);
  await expect.poll(() => placeOf(page)).toEqual(place);
});

test('Back finds open what was open', async ({ page }) => {
  await page.goto('./map/');
  const topics = page.locator('details:has(> summary h3, > h3, .paper-item, a)');
  for (const at of [0, 1, 2]) await topics.nth(at).locator('summary').click();
  await topics.nth(2).locator('a[href*="/papers/"]').last().focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  const place = await placeOf(page);
  await openAndReturn(page);
  await expect.poll(() => placeOf(page)).toEqual(place);
  await expect(page.locator('main details[open]')).toHaveCount(3);
});

test('Back finds the reading list filtered as it was, and the papers to be compared ticked', async ({
  page,
}) => {
  await keepPapers(page);
  await page.goto('./list/');
  await page.getByLabel('Search inside').fill('a');
  const boxes = page.getByRole('checkbox', { name: /^Compare/ });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole('link', { name: 'Compare 2 papers' }).click();
  await expect(page.locator('compare-papers article')).toHaveCount(2);
  await page.goBack();
  await expect(page.getByLabel('Search inside')).toHaveValue('a');
  await expect(page.getByRole('checkbox', { name: /^Compare/, checked: true })).toHaveCount(2);
  await expect(page.getByRole('link', { name: 'Compare 2 papers' })).toBeVisible();
});

test('who comes back by pointer finds no ring, and goes on undisturbed', async ({ page }) => {
  await page.goto('./papers/');
  const link = page.locator('.paper-item > a').nth(60);
  await link.click();
  await expect(page).toHaveURL(/\/papers\/[^/]+\/$/);
  await page.goBack();
  await expect(link).toBeInViewport();
  await expect(page.locator(':focus-visible')).toHaveCount(0);
});
