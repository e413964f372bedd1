import type { Page } from '@playwright/test';
import { MAX_SEARCHES } from '../../src/domain/saved-searches.ts';
import { SEARCHES_KEY } from '../../src/elements/saved-searches/key.ts';
import { MOST_SAVED_TEXT } from '../../src/elements/saved-searches/words.ts';
import { faultsInBothThemes, sidewaysOf } from './axe.ts';
import { expect, test } from './fixtures.ts';

type Stored = { to: string; seen?: string; looked?: string; counted?: object };

const MARK_LENGTH = 7;

const savedLink = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const rowOf = (page: Page, name: string) =>
  page.locator('[data-part="saved-list"] > li').filter({ has: savedLink(page, name) });

/** Lets the browser forget papers that its searches found, as if these were new, and when it last looked. */
const forget = (page: Page, papers: number): Promise<void> =>
  page.evaluate(
    ([key, cut]) => {
      const stored = JSON.parse(localStorage.getItem(key) ?? '') as { searches: Stored[] };
      for (const search of stored.searches) {
        search.seen = search.seen?.slice(cut) ?? '';
        search.looked = '2020-11-12';
        delete search.counted;
      }
      localStorage.setItem(key, JSON.stringify(stored));
    },
    [SEARCHES_KEY, papers * MARK_LENGTH] as const,
  );

const save = async (page: Page, query: string): Promise<void> => {
  await page.goto(`./search/?${query}`);
  await page.getByRole('button', { name: 'Save this search' }).click();
  await expect(page.getByRole('button', { name: 'Search saved, remove it' })).toBeVisible();
  // it is kept what it finds by now
  await page.waitForFunction(
    (key) => !/"to":"[^"]*","name":"[^"]*"\}/.test(localStorage.getItem(key) ?? ''),
    SEARCHES_KEY,
  );
};

test('a saved search tells what is new, and a click opens it and marks it seen', async ({
  page,
}) => {
  await save(page, 'q=attention');
  await page.goto('./search/');
  await expect(rowOf(page, '“attention”')).toContainText('nothing new since today');

  await forget(page, 3);
  await page.reload();
  await expect(rowOf(page, '“attention”')).toContainText('3 new since 12 November 2020');
  await savedLink(page, '“attention”').click();
  await expect(page).toHaveURL(/\/search\/\?q=attention$/);
  const fresh = page.locator('[data-part="fresh"]');
  await expect(fresh).toContainText('3 new since 12 November 2020:');
  await expect(fresh.getByRole('link')).toHaveCount(3);
  const title = await fresh.getByRole('link').first().textContent();

  // a look is a moment's rest
  await page.waitForTimeout(1000);
  await page.goBack();
  await expect(rowOf(page, '“attention”')).toContainText('nothing new since today');
  await page.goForward();
  await expect(page.getByRole('heading', { name: /papers for “attention”/ })).toBeVisible();
  await expect(fresh).toBeHidden();
  expect(title).not.toBe('');
});

test('what is counted once is not counted again while the site is the same', async ({ page }) => {
  await save(page, 'q=attention');
  await page.goto('./search/');
  await expect(rowOf(page, '“attention”')).toContainText('nothing new since today');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.reload({ waitUntil: 'networkidle' });
  await expect(rowOf(page, '“attention”')).toContainText('nothing new since today');
  expect(asked.filter((path) => path.includes('search-data'))).toEqual([]);
});

test('nothing about saved searches is loaded for who has none', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('./search/?q=attention', { waitUntil: 'networkidle' });
  await expect(page.getByRole('button', { name: 'Save this search' })).toBeVisible();
  expect(asked.filter((path) => /\/panel\./.test(path))).toEqual([]);
});

test('a search is renamed, and removed, and comes back', async ({ page }) => {
  await save(page, 'kind=survey&q=models');
  await page.goto('./search/');
  const described = '“models”, Kind: Survey';
  await page.getByRole('button', { name: `Rename ${described}` }).click();
  const field = page.getByRole('textbox', { name: 'Name' });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(described);
  await page.keyboard.press('Escape');
  await expect(savedLink(page, described)).toBeFocused();

  await page.getByRole('button', { name: `Rename ${described}` }).click();
  await field.fill('<b>Surveys</b> of mine');
  await page.keyboard.press('Enter');
  const named = '<b>Surveys</b> of mine';
  await expect(savedLink(page, named)).toBeFocused();
  await expect(savedLink(page, named)).toHaveAttribute('href', /\?kind=survey&q=models$/);

  await page.getByRole('button', { name: `Remove ${named}` }).click();
  await expect(savedLink(page, named)).toHaveCount(0);
  await expect(page.getByText(`Removed ${named}.`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(savedLink(page, named)).toBeFocused();
});

test('the button gives a search up, and saves it again as it was', async ({ page }) => {
  await save(page, 'q=attention');
  await forget(page, 2);
  await page.reload();
  await expect(page.locator('[data-part="fresh"]')).toContainText('2 new since 12 November 2020');
  await page.getByRole('button', { name: 'Search saved, remove it' }).click();
  await expect(page.getByRole('button', { name: 'Save this search' })).toBeVisible();
  expect(await page.evaluate((key) => localStorage.getItem(key), SEARCHES_KEY)).toContain(
    '"searches":[]',
  );
  await page.getByRole('button', { name: 'Save this search' }).click();
  await expect(page.getByRole('button', { name: 'Search saved, remove it' })).toBeVisible();
});

test('a search that finds nothing may be saved to be told of the first paper', async ({ page }) => {
  await save(page, 'q=title%3Azebra');
  await page.goto('./search/');
  await expect(rowOf(page, '“title:zebra”')).toContainText('nothing new since today');
});

test('pages side by side show the same searches', async ({ page, context }) => {
  await save(page, 'q=attention');
  await page.goto('./search/');
  const other = await context.newPage();
  await save(other, 'q=pruning');
  await expect(savedLink(page, '“pruning”')).toBeVisible();
  await page.getByRole('button', { name: 'Remove “attention”' }).click();
  await other.goto('./search/');
  await expect(savedLink(other, '“pruning”')).toBeVisible();
  await expect(savedLink(other, '“attention”')).toHaveCount(0);
});

test('what anybody wrote into the storage is shown as far as it can be', async ({ page }) => {
  const searches = [
    { to: '?q=attention&page=9&evil=1', name: '<img src=x onerror=alert(1)>', seen: 'x' },
    { to: 'javascript:alert(1)', name: 'nothing to search for' },
    null,
    7,
  ];
  const text = JSON.stringify({ paperlight: 'saved searches', version: 1, searches });
  await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [
    SEARCHES_KEY,
    text,
  ] as const);
  await page.goto('./search/');
  const link = savedLink(page, '<img src=x onerror=alert(1)>');
  await expect(link).toHaveAttribute('href', /\/search\/\?q=attention$/);
  await expect(page.locator('[data-part="saved-list"] > li')).toHaveCount(1);
});

test('the list is there without a connection, and says what could not be looked for', async ({
  page,
  context,
  allowed,
}) => {
  allowed.push(/ERR_INTERNET_DISCONNECTED/, /Failed to load resource/, /failed request/);
  await save(page, 'q=attention');
  await page.goto('./search/');
  await expect(rowOf(page, '“attention”')).toContainText('nothing new');
  await forget(page, 3);
  // the page is there, what it would load next is not
  await context.route(/search-data/, (route) => route.abort('internetdisconnected'));
  await page.reload();
  await expect(rowOf(page, '“attention”')).toContainText('last looked at on 12 November 2020');
  await expect(page.getByText('New papers could not be looked for.')).toBeVisible();
  await context.unroute(/search-data/);
  await page.getByRole('button', { name: 'Look for new papers' }).click();
  await expect(rowOf(page, '“attention”')).toContainText('3 new since 12 November 2020');
  await expect(page.getByText('New papers could not be looked for.')).toHaveCount(0);
});

test('of very many searches no more are saved, and the page says so', async ({ page }) => {
  const searches = Array.from({ length: MAX_SEARCHES }, (_, at) => ({ to: `q=${at}`, name: '' }));
  await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [
    SEARCHES_KEY,
    JSON.stringify({ paperlight: 'saved searches', version: 1, searches }),
  ] as const);
  await page.goto('./search/?q=attention');
  await page.getByRole('button', { name: 'Save this search' }).click();
  await expect(page.getByText(MOST_SAVED_TEXT)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save this search' })).toBeVisible();
});

test('a browser that keeps nothing says so', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('No room.', 'QuotaExceededError');
    };
  });
  await page.goto('./search/?q=attention');
  await page.getByRole('button', { name: 'Save this search' }).click();
  await expect(page.getByRole('button', { name: 'Search saved, remove it' })).toBeVisible();
  await expect(page.getByText(/This browser has no room left/)).toBeVisible();
});

for (const width of [320, 1280])
  test(`the list fits ${width} pixels, and axe finds no fault in it there`, async ({ page }) => {
    await save(page, 'kind=survey&q=models');
    await save(page, 'q=attention');
    await forget(page, 3);
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['./search/', './search/?q=attention']) {
      await page.goto(path);
      await expect(
        page
          .getByText(/3 new since/)
          .filter({ visible: true })
          .first(),
      ).toBeVisible();
      expect.soft(await sidewaysOf(page)).toEqual({ scrolled: 0, hidden: 0 });
      expect(await faultsInBothThemes(page)).toEqual([]);
    }
  });

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('there is nothing to save with', async ({ page }) => {
    await page.goto('./search/');
    await expect(page.getByRole('button', { name: /Save|Look/ })).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Saved searches' })).toHaveCount(0);
  });
});
