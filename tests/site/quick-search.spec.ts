import type { Page } from '@playwright/test';
import { faultsInBothThemes } from './axe.ts';
import { expect, test } from './fixtures.ts';

const TOPIC = './topics/llm-inference-serving/';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const boxOf = (page: Page) => dialogOf(page).getByRole('searchbox');
const groupOf = (page: Page, name: string) => dialogOf(page).getByRole('list', { name });
const rowsOf = (page: Page, name: string) => groupOf(page, name).getByRole('link');
const allOf = (page: Page) => dialogOf(page).getByRole('link', { name: /^All results/ });
const hintOf = (page: Page) => page.getByRole('navigation', { name: 'Site' }).locator('kbd');
const linkOf = (page: Page) =>
  page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Search' });

/** Opens the dialog and waits for what is found. */
const search = async (page: Page, words: string): Promise<void> => {
  // a key is heard once the page's script has run
  await page.waitForLoadState();
  await page.keyboard.press('/');
  await page.keyboard.type(words);
  await expect(rowsOf(page, 'Papers').first()).toBeVisible();
  await expect(rowsOf(page, 'Topics').or(rowsOf(page, 'Concepts')).first()).toBeVisible();
};

test.describe('the quick search opens', () => {
  test('by the link that leads to the search page, and loads nothing before', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(TOPIC, { waitUntil: 'networkidle' });
    expect(asked.filter((url) => /search-data|worker|[Qq]uick/.test(url))).toEqual([]);
    const loading = page.waitForRequest(/search-data/);
    await linkOf(page).click();
    await expect(boxOf(page)).toBeFocused();
    await loading;
  });

  for (const key of ['/', 'Control+k', 'Meta+k'])
    test(`by ${key}, and keeps what is typed at once`, async ({ page }) => {
      await page.goto(TOPIC);
      await page.keyboard.press(key);
      await page.keyboard.type('cache');
      await expect(boxOf(page)).toHaveValue('cache');
      await expect(rowsOf(page, 'Papers')).toHaveCount(5);
    });

  test('not by a click that asks for another tab', async ({ page }) => {
    await page.goto(TOPIC);
    // heard last: the click is left to the browser, which here must not follow it
    await page.evaluate(() => {
      window.addEventListener('click', (event) => {
        document.title = event.defaultPrevented ? 'taken' : 'left';
        event.preventDefault();
      });
    });
    await linkOf(page).click({ modifiers: ['Control'] });
    await expect(page).toHaveTitle('left');
    await expect(dialogOf(page)).toHaveCount(0);
    await linkOf(page).click();
    await expect(page).toHaveTitle('taken');
  });

  test('not while something is typed, but after a box was ticked', async ({ page }) => {
    await page.goto('./');
    const home = page.getByRole('main').getByRole('searchbox');
    await home.focus();
    await page.keyboard.type('and/or');
    await page.keyboard.press('Control+k');
    await expect(home).toHaveValue('and/or');

    await page.goto(TOPIC);
    await page.getByRole('combobox').first().focus();
    await page.keyboard.press('/');
    await page.evaluate(() => {
      for (const editable of [document.createElement('textarea'), document.createElement('p')]) {
        if (editable instanceof HTMLParagraphElement) editable.contentEditable = 'true';
        document.body.append(editable);
        editable.focus();
        const init = { key: '/', bubbles: true, cancelable: true };
        editable.dispatchEvent(new KeyboardEvent('keydown', init));
      }
    });
    await expect(dialogOf(page)).toHaveCount(0);

    await page.getByRole('main').getByRole('checkbox').first().check();
    await page.keyboard.press('/');
    await expect(boxOf(page)).toBeFocused();
  });

  test('not while a dialog is open or a character is composed', async ({ page }) => {
    await page.goto(TOPIC);
    await page.evaluate(() => {
      const init = { key: '/', isComposing: true, bubbles: true };
      document.body.dispatchEvent(new KeyboardEvent('keydown', init));
    });
    await expect(dialogOf(page)).toHaveCount(0);
    await page.evaluate(() => {
      const other = document.createElement('dialog');
      other.append(document.createElement('button'));
      document.body.append(other);
      other.showModal();
    });
    await page.keyboard.press('/');
    await expect(dialogOf(page)).toHaveCount(0);
  });

  test('nowhere on the search page, which has a box of its own', async ({ page }) => {
    for (const key of ['/', 'Control+k']) {
      await page.goto('./search/?q=cache');
      await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
      // who arrives with words has the focus in the box, where a slash is a slash
      await page.getByRole('main').getByRole('searchbox').blur();
      await page.keyboard.press(key);
      await page.keyboard.type('attention');
      await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue('attention');
    }
    await expect(page.locator('dialog')).toHaveCount(0);
  });
});

test.describe('the shortcuts', () => {
  const CHOICE = { name: /^Keyboard shortcuts/ };

  test('are switched off in the dialog and on again on the About page', async ({ page }) => {
    await page.goto(TOPIC);
    await expect(hintOf(page)).toBeVisible();
    await linkOf(page).click();
    const inDialog = dialogOf(page).getByRole('checkbox', CHOICE);
    await expect(inDialog).toBeChecked();
    await inDialog.uncheck();
    await page.keyboard.press('Escape');
    await expect(hintOf(page)).toBeHidden();
    await page.keyboard.press('/');
    await page.keyboard.press('Control+k');
    await expect(dialogOf(page)).toHaveCount(0);

    await page.goto('./about/');
    await expect(hintOf(page)).toBeHidden();
    await page.keyboard.press('/');
    await expect(dialogOf(page)).toHaveCount(0);
    const onPage = page.getByRole('main').getByRole('checkbox', CHOICE);
    await expect(onPage).not.toBeChecked();
    await onPage.check();
    await expect(hintOf(page)).toBeVisible();

    await page.goBack();
    await expect(hintOf(page)).toBeVisible();
    await page.keyboard.press('/');
    await expect(dialogOf(page).getByRole('checkbox', CHOICE)).toBeChecked();
  });

  test('follow the choice made in another tab', async ({ page, context }) => {
    await page.goto(TOPIC);
    const other = await context.newPage();
    await other.goto(new URL('../../about/', page.url()).href);
    await other.getByRole('main').getByRole('checkbox', CHOICE).uncheck();
    await expect(hintOf(page)).toBeHidden();
  });

  test('can be switched off for a page where the storage is blocked', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    await page.goto(TOPIC);
    await page.keyboard.press('/');
    await dialogOf(page).getByRole('checkbox', CHOICE).uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await expect(dialogOf(page)).toHaveCount(0);
  });
});

test.describe('what is found', () => {
  test('are papers, topics and concepts, each a link', async ({ page }) => {
    await page.goto('./about/');
    await search(page, 'quantization');
    await expect(rowsOf(page, 'Papers')).toHaveCount(5);
    await expect(rowsOf(page, 'Papers').locator('mark').first()).toHaveText(/quanti/i);
    await expect(rowsOf(page, 'Concepts').first()).toHaveAttribute(
      'href',
      '/concepts/quantization/',
    );
    await boxOf(page).fill('compression');
    const topic = rowsOf(page, 'Topics').filter({ hasText: 'Model Compression' });
    await expect(topic).toHaveAttribute('href', '/topics/model-compression/');
    await topic.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Model Compression');
  });

  test('is told politely once the reader pauses', async ({ page }) => {
    await page.goto('./about/');
    await search(page, 'compression');
    await expect(dialogOf(page).getByRole('status')).toHaveText(/^\d+ papers found\. .*1 topic/);
  });

  test('goes when the words go', async ({ page }) => {
    await page.goto('./about/');
    await search(page, 'compression');
    await boxOf(page).fill('');
    await expect(dialogOf(page).getByRole('listitem')).toHaveCount(0);
    const more = dialogOf(page).getByRole('link', { name: 'Search with filters' });
    await expect(more).toHaveAttribute('href', '/search/');
  });

  test('may be nothing, which is said', async ({ page }) => {
    await page.goto('./about/');
    await page.keyboard.press('/');
    await page.keyboard.type('zzzzqqqq');
    await expect(dialogOf(page).getByText('No papers for “zzzzqqqq”.')).toBeVisible();
    await expect(dialogOf(page).getByRole('listitem')).toHaveCount(0);
    await expect(allOf(page)).toHaveAttribute('href', '/search/?q=zzzzqqqq');
  });

  test('is told from what is typed, whatever that is', async ({ page }) => {
    await page.goto('./about/');
    await page.keyboard.press('/');
    const hostile = '<img src=x onerror=alert(1)> "__proto__ (.*)+ 🙂';
    await boxOf(page).fill(hostile);
    await expect(allOf(page)).toHaveText(`All results for “${hostile}”`);
    await expect(dialogOf(page).locator('img')).toHaveCount(0);
  });
});

test.describe('by keyboard', () => {
  test('arrows, Home and End walk through the rows', async ({ page }) => {
    await page.goto('./about/');
    await search(page, 'quantization');
    await page.keyboard.press('ArrowDown');
    await expect(rowsOf(page, 'Papers').first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(rowsOf(page, 'Papers').nth(1)).toBeFocused();
    await page.keyboard.press('End');
    await expect(allOf(page)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(allOf(page)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(rowsOf(page, 'Concepts').last()).toBeFocused();
    await page.keyboard.press('Home');
    await expect(rowsOf(page, 'Papers').first()).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(boxOf(page)).toBeFocused();
  });

  test('what is typed on a row goes to the box', async ({ page }) => {
    await page.goto('./about/');
    await search(page, 'quantiz');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('ation');
    await expect(boxOf(page)).toHaveValue('quantization');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Backspace');
    await expect(boxOf(page)).toHaveValue('quantizatio');
  });

  test('Enter opens the row, and in the box all results', async ({ page }) => {
    await page.goto('./about/');
    await search(page, 'quantization');
    const title = await rowsOf(page, 'Papers').first().locator('span').innerText();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

    await search(page, 'quantization');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=quantization$/);
    await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue('quantization');
  });
});

test.describe('the dialog closes', () => {
  test('by Escape, and the focus is where it was', async ({ page }) => {
    await page.goto(TOPIC);
    const link = page.getByRole('main').getByRole('link').first();
    await link.focus();
    await search(page, 'quantization');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await expect(dialogOf(page)).toHaveCount(0);
    await expect(link).toBeFocused();

    await page.keyboard.press('/');
    await expect(boxOf(page)).toHaveValue('quantization');
    await page.keyboard.type('cache');
    await expect(boxOf(page)).toHaveValue('cache');
    await page.keyboard.press('Escape');
    await expect(link).toBeFocused();
  });

  test('by its button and by a click beside it, but not by a selection', async ({ page }) => {
    await page.goto(TOPIC);
    await search(page, 'quantization');
    await dialogOf(page).getByRole('button', { name: 'Close' }).click();
    await expect(dialogOf(page)).toHaveCount(0);

    await page.keyboard.press('/');
    const { x, y } = (await boxOf(page).boundingBox())!;
    await page.mouse.move(x + 100, y + 10);
    await page.mouse.down();
    await page.mouse.move(10, 10);
    await page.mouse.up();
    await expect(boxOf(page)).toBeVisible();
    await page.mouse.click(10, 10);
    await expect(dialogOf(page)).toHaveCount(0);
  });
});

test.describe('when loading fails', () => {
  test('the dialog says so, offers A to Z, and tries again', async ({ page, allowed }) => {
    allowed.push(/search-data|Failed to load resource/);
    await page.route('**/search-data/**', (route) => route.abort());
    await page.goto(TOPIC);
    await page.keyboard.press('/');
    await page.keyboard.type('quantization');
    const alarm = dialogOf(page).getByRole('alert');
    await expect(alarm).toContainText('Search did not load.');
    await expect(alarm.getByRole('link')).toHaveAttribute('href', '/papers/');

    await page.unroute('**/search-data/**');
    await alarm.getByRole('button', { name: 'Try again' }).click();
    await expect(rowsOf(page, 'Papers')).toHaveCount(5);
    await expect(alarm).toBeHidden();
    await expect(boxOf(page)).toBeFocused();
  });

  test('of its script, it says so, tries again, and Enter still searches', async ({
    page,
    allowed,
  }) => {
    allowed.push(/QuickPanel|Failed to load resource/);
    await page.route(/QuickPanel/, (route) => route.abort());
    await page.goto(TOPIC);
    await page.keyboard.press('/');
    await page.keyboard.type('quantization');
    const alarm = dialogOf(page).getByRole('alert');
    await expect(alarm).toBeVisible();
    await page.unroute(/QuickPanel/);
    await alarm.getByRole('button', { name: 'Try again' }).click();
    await expect(rowsOf(page, 'Papers')).toHaveCount(5);
    await expect(alarm).toBeHidden();

    await page.route(/QuickPanel/, (route) => route.abort());
    await page.reload();
    await page.keyboard.press('/');
    await page.keyboard.type('quantization');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=quantization$/);
  });

  test('for an index that a newer build replaced, the newer one is found', async ({
    page,
    allowed,
  }) => {
    allowed.push(/gone|Failed to load resource/);
    await page.route('**/search-data/index.json', (route) =>
      route.fulfill({ json: { index: '/search-data/gone.json', names: '/search-data/gone.json' } }),
    );
    await page.goto(TOPIC);
    await page.keyboard.press('/');
    await page.keyboard.type('quantization');
    const alarm = dialogOf(page).getByRole('alert');
    await expect(alarm).toBeVisible();
    await page.unroute('**/search-data/index.json');
    await alarm.getByRole('button', { name: 'Try again' }).click();
    await expect(rowsOf(page, 'Papers')).toHaveCount(5);
    await expect(rowsOf(page, 'Concepts').first()).toBeVisible();
  });
});

test('the box of the home page warms up the search, and stays a plain form', async ({ page }) => {
  await page.goto('./');
  const loading = page.waitForResponse(/search-data\/texts/);
  await page.getByRole('main').getByRole('searchbox').fill('quantization');
  await loading;
  await expect(dialogOf(page)).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=quantization$/);
});

test.describe('below a base path', () => {
  test.use({ site: 'based' });

  test('all rows stay there', async ({ page }) => {
    await page.goto('./about/');
    await search(page, 'model compression');
    await expect(allOf(page)).toHaveAttribute('href', '/x/search/?q=model+compression');
    const links = await dialogOf(page).getByRole('link').all();
    for (const link of links) await expect(link).toHaveAttribute('href', /^\/x\//);
    await rowsOf(page, 'Topics').first().click();
    await expect(page).toHaveURL(/\/x\/topics\/model-compression\/$/);
  });
});

test('a reader without script follows the link', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(new URL(TOPIC, baseURL).href);
  await expect(hintOf(page)).toBeHidden();
  await linkOf(page).click();
  await expect(page).toHaveURL(/\/search\/$/);
  await context.close();
});

for (const width of [320, 1280])
  test(`the open dialog fits ${width} pixels, and axe finds no fault in it there`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 640 });
    await page.goto(TOPIC);
    await search(page, 'model compression');
    const { width: across, height } = (await dialogOf(page).boundingBox())!;
    if (width === 320) expect([across, height]).toEqual([320, 640]);
    const overflow = await dialogOf(page).evaluate(
      ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
    );
    expect(overflow).toBe(0);
    await expect(dialogOf(page).getByRole('checkbox')).toBeInViewport();
    expect(await faultsInBothThemes(page)).toEqual([]);
  });
