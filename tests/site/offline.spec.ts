import {
  test as base,
  expect as expectSoon,
  type BrowserContext,
  type Page,
} from '@playwright/test';
import type { TestSite } from '../setup/test-sites.ts';
import { faultsInBothThemes, sidewaysOf } from './axe.ts';
import { paperPaths } from './kinds.ts';
import {
  NEW_MARK,
  withOfflineSite,
  withRenewed,
  type OfflineSite,
  type Renewed,
} from './offline-site.ts';

/** The network is taken away by ending the server, which no cache of the browser can make up for. */
const test = base.extend<{ name: TestSite; site: OfflineSite }, { renewed: Renewed }>({
  renewed: [async ({}, use) => withRenewed(use), { scope: 'worker' }],
  name: ['fixture', { option: true }],
  site: async ({ name, renewed }, use) => withOfflineSite(name, renewed, use),
  baseURL: async ({ site }, use) => use(site.url),
});

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ timeout: 120_000 });

/** Hundreds of files are written, and machines that test are busy. */
const expect = expectSoon.configure({ timeout: 30_000 });

const PAPER = './papers/a-census-of-sundials-on-harbour-walls/';
const OTHER_PAPER = './papers/notes-on-an-empty-shelf/';
const FOREIGN_CACHES = ['images', 'paperlight|%2Fsomewhere%2F|1234|whole', 'paperlight'];
/** A word that some titles have. */
const WORD = 'bees';

/** What is in the caches: names, each with the paths in it. */
const readCaches = (page: Page): Promise<Readonly<Record<string, readonly string[]>>> =>
  page.evaluate(async () => {
    const entries = (await caches.keys()).map(async (name) => {
      const requests = await (await caches.open(name)).keys();
      return [name, requests.map(({ url }) => new URL(url).pathname)] as const;
    });
    return Object.fromEntries(await Promise.all(entries));
  });

const keptPaths = async (page: Page): Promise<readonly string[]> =>
  Object.entries(await readCaches(page)).flatMap(([name, paths]) =>
    /\|(?:visited|whole|shell)$/.test(name) ? paths : [],
  );

/** Reads a page until it and what it loaded are kept. */
const visit = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await expect.poll(async () => keptPaths(page)).toContain(new URL(page.url()).pathname);
};

/** Opens a page a second time: the first one came before there was a worker. */
const visitUnderWorker = async (page: Page, path: string): Promise<void> => {
  await visit(page, path);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
    .toBe(true);
};

const keepButton = (page: Page) => page.getByRole('button', { name: /^Keep this site offline, / });
const notice = (page: Page) => page.locator('update-notice');
const said = (page: Page) => page.locator('offline-panel [data-part=said]');

/** Has the new version take over, which loads the page anew. */
const loadNew = async (page: Page): Promise<void> => {
  const loaded = page.waitForEvent('load');
  await notice(page).getByRole('button', { name: 'Load it' }).click();
  await loaded;
};

const keepAll = async (page: Page): Promise<void> => {
  await visitUnderWorker(page, './offline/');
  await keepButton(page).click();
  await expect(said(page)).toContainText('The whole site is kept');
};

/** The index that the quick search of a page asks for, when it has found something in it. */
const searchQuickly = async (page: Page, word = WORD): Promise<string> => {
  const entrance = page.waitForResponse(/search-data\/index\.json$/);
  await page.keyboard.press('/');
  await page.locator('dialog input[name=q]').fill(word);
  await expect(page.locator('quick-panel li a[href*="/papers/"]').first()).toBeVisible();
  return ((await (await entrance).json()) as { index: string }).index;
};

/** The index of the version that the server has. */
const indexOf = (site: OfflineSite): string =>
  (JSON.parse(site.read('search-data/index.json')) as { index: string }).index;

test.describe('pages that were read', () => {
  test('are there without a network, the first one too', async ({ page, site }) => {
    await visit(page, PAPER);
    await visit(page, './about/');
    await site.stop();
    for (const path of [PAPER, './about/']) {
      await page.goto(path);
      await expect(page.locator('h1')).not.toHaveText('Offline');
      // its styles and scripts, too
      const serif = await page.locator('h1').evaluate((h1) => getComputedStyle(h1).fontFamily);
      expect(serif).toContain('Charter');
      await expect(page.locator('theme-toggle')).toContainText('Colours: system');
    }
  });

  test('do without a network what nobody tried on them', async ({ page, site }) => {
    await visitUnderWorker(page, PAPER);
    await expect
      .poll(async () => (await keptPaths(page)).filter((path) => path.includes('/_astro/')).length)
      .toBeGreaterThan(40);
    await site.stop();
    await page.reload();
    await page
      .getByRole('button', { name: /^Add to reading list/ })
      .first()
      .click();
    await expect(page.getByRole('button', { name: /^On reading list/ }).first()).toBeVisible();
  });

  test('are the network’s as long as there is one', async ({ page, site }) => {
    await visitUnderWorker(page, './about/');
    await site.renew();
    await page.reload();
    await expect(page.locator('h1')).toContainText(NEW_MARK);
  });

  test('are found under addresses with words and without a last slash', async ({ page, site }) => {
    await visitUnderWorker(page, './about/');
    await site.stop();
    for (const path of ['./about/?a=b#c', './about']) {
      await page.goto(path);
      await expect(page.locator('h1')).toContainText('About');
    }
  });
});

test('a page never read leads to the list of those that are kept, and comes with the network', async ({
  page,
  site,
}) => {
  await visit(page, './about/');
  await visit(page, './topics/');
  await site.stop();
  await page.goto(PAPER);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Offline');
  await expect(page.getByText('this browser does not keep it')).toBeVisible();
  await expect(page.locator('offline-panel li')).toHaveText(['About', 'Topics']);
  await page.getByRole('link', { name: 'Topics' }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Topics');
  await page.goBack();
  await site.start();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Offline');
});

test.describe('the whole site', () => {
  test('is kept by a click, and searched, mapped and compared without a network', async ({
    page,
    site,
  }) => {
    await keepAll(page);
    await site.stop();
    await page.goto(OTHER_PAPER);
    await expect(page.locator('h1')).not.toHaveText('Offline');
    expect(await searchQuickly(page)).toBe(indexOf(site));
    await page.goto(`./search/?q=${WORD}`);
    await expect(page.locator('paper-search ol a[href*="/papers/"]').first()).toBeVisible();
    await page.goto('./map/');
    await expect(page.locator('paper-map')).toBeVisible();
    const ids = [PAPER, OTHER_PAPER].map((path) => `p=${path.split('/')[2] ?? ''}`);
    await page.goto(`./compare/?${ids.join('&')}`);
    await expect(
      page.locator('compare-papers .highlights, compare-papers h3').first(),
    ).toBeVisible();
  });

  test('says its size before, how far it is, and where the keyboard goes on', async ({ page }) => {
    await visitUnderWorker(page, './offline/');
    await expect(keepButton(page)).toHaveText(/, \d+(?:\.\d)? MB$/);
    await keepButton(page).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Stop' })).toBeFocused();
    await expect(page.getByRole('progressbar', { name: 'Download' })).toBeVisible();
    await expect(page.locator('[data-part=amount]')).toHaveText(/^\d+ of \d+ files, .* of .* MB$/);
    await expect(said(page)).toContainText('The whole site is kept');
    await expect(page.getByRole('button', { name: 'Remove what is kept' })).toBeFocused();
    await expect(page.getByRole('progressbar')).toBeHidden();
  });

  test('is removed with all that is ours and nothing else', async ({ page, site }) => {
    await visit(page, PAPER);
    await page.evaluate(async (names) => {
      for (const name of names) await (await caches.open(name)).put('/x', new Response('x'));
    }, FOREIGN_CACHES);
    await keepAll(page);
    await page.getByRole('button', { name: 'Remove what is kept' }).click();
    await expect(said(page)).toHaveText(/^No page is kept yet/);
    await expect(keepButton(page)).toBeFocused();
    expect(Object.keys(await readCaches(page))).toEqual(expect.arrayContaining(FOREIGN_CACHES));
    expect((await keptPaths(page)).filter((path) => path.includes('/papers/'))).toEqual([]);
    await site.stop();
    await page.goto(PAPER);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Offline');
  });

  test('switched off leaves neither worker nor files, until it is switched on', async ({
    page,
  }) => {
    await page.goto('./about/');
    await page.evaluate(async (names) => {
      for (const name of names) await (await caches.open(name)).put('/x', new Response('x'));
    }, FOREIGN_CACHES);
    await keepAll(page);
    await page.getByRole('button', { name: 'Switch it off' }).click();
    await expect(page.getByText('you have switched it off')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Switch it on' })).toBeFocused();
    const rest = async () => [
      Object.keys(await readCaches(page)).toSorted(),
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    ];
    expect(await rest()).toEqual([FOREIGN_CACHES.toSorted(), 0]);
    await page.goto('./about/', { waitUntil: 'networkidle' });
    expect(await rest()).toEqual([FOREIGN_CACHES.toSorted(), 0]);
    await page.goto('./offline/');
    await page.getByRole('button', { name: 'Switch it on' }).click();
    await expect(keepButton(page)).toBeVisible();
  });
});

test.describe('a download', () => {
  test('that is cut off says so, stays to be used, and goes on later', async ({ page, site }) => {
    await visitUnderWorker(page, './offline/');
    await keepButton(page).click();
    await expect(page.locator('[data-part=amount]')).not.toBeEmpty();
    await site.stop();
    await expect(said(page)).toContainText('The download stopped, for a file did not come.');
    await expect(said(page)).toContainText(/kept in part: \d+ of \d+ files/);
    const kept = await keptPaths(page);
    await page.reload();
    await expect(said(page)).toContainText(/kept in part/);
    await site.start();
    const asked: string[] = [];
    page.context().on('request', (request) => {
      // what the page itself asks for comes from what is kept
      if (request.serviceWorker() !== null) asked.push(new URL(request.url()).pathname);
    });
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(said(page)).toContainText('The whole site is kept');
    // what was there was not loaded again
    expect(asked.filter((path) => kept.includes(path))).toEqual([]);
    expect(asked.length).toBeGreaterThan(10);
  });

  test('is stopped by the reader, and what came is removed', async ({ page }) => {
    await visitUnderWorker(page, './offline/');
    await keepButton(page).click();
    await expect(page.locator('[data-part=amount]')).not.toBeEmpty();
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect(said(page)).toContainText('kept in part');
    await page.getByRole('button', { name: 'Remove what is kept' }).click();
    await expect(said(page)).toHaveText(/^No page is kept yet/);
    expect(Object.keys(await readCaches(page)).filter((name) => name.endsWith('whole'))).toEqual(
      [],
    );
  });

  test('without room for it says so and leaves nothing half kept', async ({ page, site }) => {
    await visit(page, PAPER);
    await visitUnderWorker(page, './offline/');
    const before = await keptPaths(page);
    await limitStorage(page, site, 400_000);
    await keepButton(page).click();
    await expect(said(page)).toContainText(/There is no room for .* MB in this browser/);
    expect(Object.keys(await readCaches(page)).filter((name) => name.endsWith('whole'))).toEqual(
      [],
    );
    await expect(keepButton(page)).toBeFocused();
    // pages that were read are still there
    expect(await keptPaths(page)).toEqual(expect.arrayContaining([...before]));
    await site.stop();
    await page.goto(PAPER);
    await expect(page.locator('h1')).not.toHaveText('Offline');
  });

  test('of a site that is renewed meanwhile stops and says so', async ({ page, site }) => {
    await visitUnderWorker(page, './offline/');
    await site.renew();
    await keepButton(page).click();
    await expect(said(page)).toContainText(
      'The site has a new version, so this one cannot be kept.',
    );
    await expect(notice(page)).toContainText('A new version is here.');
  });
});

/** Leaves so much room beyond what is taken. */
const limitStorage = async (page: Page, { url }: OfflineSite, room: number): Promise<void> => {
  const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(url);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + room });
};

/** Has the browser look for a new version, as it does by itself from time to time. */
const lookForNews = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });

const isWaiting = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.waiting !== null && registration?.installing === null;
  });

const isComing = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return (registration?.installing ?? null) !== null;
  });

const openSecond = async (context: BrowserContext, path: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(path);
  return page;
};

test.describe('a new version', () => {
  test('announces itself, waits for the reader, and brings what was kept along', async ({
    page,
    site,
  }) => {
    await keepAll(page);
    await page.goto('./about/');
    const before = indexOf(site);
    await site.renew();
    expect(indexOf(site)).not.toBe(before);
    await lookForNews(page);
    await expect(notice(page).getByRole('status')).toHaveText('A new version is here.');
    // until then all is of the version before
    expect(await searchQuickly(page)).toBe(before);
    await page.keyboard.press('Escape');
    await loadNew(page);
    await expect(page.locator('h1')).toContainText(NEW_MARK);
    await site.stop();
    await page.goto(PAPER);
    await expect(page.locator('h1')).toContainText(NEW_MARK);
    expect(await searchQuickly(page)).toBe(indexOf(site));
    // nothing of the version before is left
    await page.goto('./about/');
    const versions = Object.keys(await readCaches(page)).map((name) => name.split('|')[2]);
    expect(new Set(versions.filter((version) => version !== '')).size).toBe(1);
  });

  test('can be put off', async ({ page, site }) => {
    await visitUnderWorker(page, './about/');
    await site.renew();
    await lookForNews(page);
    await notice(page).getByRole('button', { name: 'Later' }).click();
    await expect(notice(page)).toHaveCount(0);
    await page.reload();
    await expect(notice(page)).toBeVisible();
  });

  test('takes over by itself when no page of the site is open', async ({ page, site, context }) => {
    await keepAll(page);
    await site.renew();
    await lookForNews(page);
    await expect.poll(() => isWaiting(page)).toBe(true);
    await page.close();
    await site.stop();
    const later = await openSecond(context, new URL('./about/', site.url).href);
    await expect(later.locator('h1')).toContainText(NEW_MARK);
    await expect(notice(later)).toHaveCount(0);
  });

  test('leaves a tab of the version before its own index', async ({ page, site, context }) => {
    await keepAll(page);
    await page.goto('./about/');
    const before = indexOf(site);
    await site.renew();
    expect(indexOf(site)).not.toBe(before);
    const second = await openSecond(context, new URL('./topics/', site.url).href);
    await expect(second.locator('h1')).toContainText(NEW_MARK);
    await loadNew(second);
    expect(await searchQuickly(second)).toBe(indexOf(site));
    // the first tab is told, and searches what it shows
    await expect(notice(page)).toBeVisible();
    expect(await searchQuickly(page)).toBe(before);
    await page.keyboard.press('Escape');
    await loadNew(page);
    await expect(page.locator('h1')).toContainText(NEW_MARK);
    expect(await searchQuickly(page)).toBe(indexOf(site));
  });

  test('of which a page came is not searched in the index before it', async ({ page, site }) => {
    await keepAll(page);
    await site.renew();
    await page.goto('./about/');
    await expect(page.locator('h1')).toContainText(NEW_MARK);
    await site.stop();
    await page.keyboard.press('/');
    await page.locator('dialog input[name=q]').fill(WORD);
    await expect(
      page.locator('dialog [data-part=failed], dialog [data-part=retry]').first(),
    ).toBeVisible();
    await expect(page.locator('quick-panel li a[href*="/papers/"]')).toHaveCount(0);
  });

  test('that does not arrive whole does not take over', async ({ page, site }) => {
    await keepAll(page);
    const before = indexOf(site);
    await site.renew();
    expect(indexOf(site)).not.toBe(before);
    const path = `${PAPER.slice('./'.length)}index.html`;
    const whole = site.read(path);
    site.write(path, whole.slice(0, 500));
    await lookForNews(page);
    await expect.poll(() => isComing(page)).toBe(false);
    expect(await isWaiting(page)).toBe(false);
    await site.stop();
    await page.goto(PAPER);
    await expect(page.locator('h1')).not.toContainText(NEW_MARK);
    expect(await searchQuickly(page)).toBe(before);
    await page.keyboard.press('Escape');
    // the next attempt goes on where this one ended
    await site.start();
    site.write(path, whole);
    await lookForNews(page);
    await expect(notice(page)).toBeVisible();
    await loadNew(page);
    await expect(page.locator('h1')).toContainText(NEW_MARK);
  });

  test('without room beside what is kept says so', async ({ page, site }) => {
    await keepAll(page);
    await limitStorage(page, site, 200_000);
    await site.renew();
    await lookForNews(page).catch(() => undefined);
    await expect
      .poll(async () =>
        Object.values(await readCaches(page))
          .flat()
          .some((path) => path.endsWith('/coming')),
      )
      .toBe(false);
    // the browser tries again when a page is opened
    const release = site.hold('offline-data/');
    await page.goto('./offline/');
    await expect.poll(() => isComing(page)).toBe(true);
    await page.reload();
    await expect(page.getByText('no room for it beside what is kept')).toBeVisible();
    expect(await isComing(page)).toBe(true);
    release();
    await site.stop();
    await page.goto(OTHER_PAPER);
    await expect(page.locator('h1')).not.toContainText(NEW_MARK);
  });
});

test('a site that is gone takes along what was kept of it', async ({ page, site }) => {
  await keepAll(page);
  site.write('about/index.html', undefined);
  site.write('service-worker.js', undefined);
  await page.goto('./about/');
  await expect.poll(async () => Object.keys(await readCaches(page))).toEqual([]);
  expect(
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
  ).toBe(0);
});

test.describe('below a base path', () => {
  test.use({ name: 'based' });

  test('keeps and answers for its own part of the host only', async ({ page, site }) => {
    await keepAll(page);
    const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
    expect(scope).toBe(site.url);
    expect((await keptPaths(page)).filter((path) => !path.startsWith('/x/'))).toEqual([]);
    await site.stop();
    await page.goto(paperPaths('based')[0] ?? 'none');
    await expect(page.locator('h1')).not.toHaveText('Offline');
    expect(await searchQuickly(page, 'memory')).toBe(indexOf(site));
    await expect(page.goto('/y/')).rejects.toThrow('ERR_CONNECTION_REFUSED');
  });
});

test('two sites on one host keep out of each other’s way', async ({ page, site }) => {
  await keepAll(page);
  const own = await keptPaths(page);
  // the site above answers for the first page, and the site below takes over from it
  await page.goto(site.neighbour);
  await expect
    .poll(() =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    )
    .toBe(2);
  await expect.poll(() => keptPaths(page)).toContain(new URL(site.neighbour).pathname);
  await page.goto(`${site.neighbour}offline/`);
  await page.getByRole('button', { name: 'Switch it off' }).click();
  await expect(page.getByText('you have switched it off')).toBeVisible();
  expect([...(await keptPaths(page))].toSorted()).toEqual([...own].toSorted());
  await site.stop();
  await page.goto(PAPER);
  await expect(page.locator('h1')).not.toHaveText('Offline');
});

test('starts under the policy of every page without a word on the console', async ({
  page,
  context,
}) => {
  const words: string[] = [];
  context.on('console', (message) => words.push(message.text()));
  context.on('weberror', (error) => words.push(error.error().message));
  for (const path of ['./', PAPER, './search/', './map/', './list/', './offline/']) {
    await page.goto(path);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForLoadState('networkidle');
  }
  expect(words).toEqual([]);
});

test('what readers see of it fits 320 pixels, and axe finds no fault in it there', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const judge = async (): Promise<void> => {
    expect.soft(await sidewaysOf(page)).toEqual({ scrolled: 0, hidden: 0 });
    expect(await faultsInBothThemes(page)).toEqual([]);
  };
  await visit(page, PAPER);
  await visitUnderWorker(page, './offline/');
  await expect(keepButton(page)).toBeVisible();
  await judge();
  await site.renew();
  await lookForNews(page);
  await expect(notice(page)).toBeVisible();
  await judge();
  await site.stop();
  await page.goto('./nowhere/');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await judge();
});
