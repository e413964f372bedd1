import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { load } from 'cheerio';
import { filesBelow } from '../site-checks/pages.ts';
import { TEST_ORIGIN } from '../setup/test-sites.ts';
import { listen } from './fixtures.ts';
import { serveHostileSite } from './hostile-site.ts';
import { visitInTabs } from './tabs.ts';

type Site = Awaited<ReturnType<typeof serveHostileSite>>;

const test = base.extend<object, { site: Site }>({
  site: [
    async ({}, use) => {
      const site = await serveHostileSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

// one worker, one site
test.describe.configure({ mode: 'serial', timeout: 300_000 });

/** What a page is asked for that is hostile itself. */
const QUERIES = [
  '<script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  '<img src=x onerror=alert(1)>',
  'title:"constructor" OR __proto__',
  'author:__proto__',
  'javascript:alert(1)',
  '\u202egnp.exe',
];

const queried = (path: string): readonly string[] =>
  QUERIES.map((query) => `${path}?q=${encodeURIComponent(query)}`);

const pathsOf = (site: Site): readonly string[] =>
  filesBelow(site.outDir)
    .filter((file) => file.endsWith('index.html'))
    // pages that send on, which would be while the next one is opened
    .filter(
      (file) => !readFileSync(join(site.outDir, file), 'utf8').includes('http-equiv="refresh"'),
    )
    .map((file) => file.replace(/index\.html$/, '').replaceAll('%', '%25'));

const ODD_ADDRESSES = [
  'search/?topic=constructor&author=__proto__&venue=%3Cscript%3E&year=2024&sort=__proto__&page=-1',
  'list/#p=constructor,__proto__,%3Cscript%3E',
  'list/#p=by,index,con-2',
  'compare/?p=constructor&p=by',
  'compare/?p=constructor&p=%3Cscript%3E&p=__proto__',
  'map/?q=%3Cscript%3E&view=NaN,1,2&region=1,2&paper=constructor',
  'topics/constructor/?q=%3Cimg%20src=x%20onerror=alert(1)%3E&kind=constructor',
];

/** All that a page answers with has come. */
const settle = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
};

test('what is hostile runs nothing, asks nobody and breaks no rule', async ({ context, site }) => {
  const complaints = await listen(context, [new URL(site.url).origin]);
  context.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const paths = [...pathsOf(site), ...queried('search/'), ...queried('map/'), ...ODD_ADDRESSES];
  expect(paths.length).toBeGreaterThan(100);
  await visitInTabs(context, paths, async (tab, path) => {
    await tab.goto(`${site.url}${path}`);
    if (/[?#]/.test(path)) await settle(tab);
    expect(complaints, path).toEqual([]);
  });
});

test('a hostile query is shown as the text that it is', async ({ page, site }) => {
  for (const query of QUERIES.slice(0, 3)) {
    await page.goto(`${site.url}search/?q=${encodeURIComponent(query)}`);
    await expect(page.getByRole('searchbox').last()).toHaveValue(query);
    await expect(page.locator('main li a').first()).toBeVisible();
    expect(await page.locator('svg[onload], img[onerror], main script:not([src])').count()).toBe(0);
  }
});

const ALLOWED = /^(?:https?|mailto):$/;

test('no page has markup of others, and none leads elsewhere than to the web and to mail', ({
  site,
}) => {
  const odd: string[] = [];
  for (const file of filesBelow(site.outDir).filter((name) => name.endsWith('.html'))) {
    const $ = load(readFileSync(join(site.outDir, file), 'utf8'));
    const foreign = 'iframe, object, embed, base, img[onerror], form[action*="//"], img[src*="//"]';
    if ($(foreign).length > 0) odd.push(`${file}: an element of others`);
    if ($('script:not([src]):not([type="application/ld+json"])').length > 0)
      odd.push(`${file}: a script`);
    for (const { attribs } of $('body *').toArray())
      if (Object.keys(attribs).some((name) => /^on/i.test(name))) odd.push(`${file}: a handler`);
    for (const { attribs } of $('a[href]').toArray()) {
      const { protocol, origin } = new URL(attribs['href'] ?? '', TEST_ORIGIN);
      const isOut = origin !== TEST_ORIGIN && protocol !== 'mailto:';
      const isGuarded = (attribs['rel'] ?? '').split(' ').includes('noopener');
      if (!ALLOWED.test(protocol) || (isOut && !isGuarded)) odd.push(`${file}: ${attribs['href']}`);
    }
  }
  expect(odd).toEqual([]);
});
