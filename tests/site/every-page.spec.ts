import { isRedirect, pagesOf } from '../site-checks/pages.ts';
import { faultsInBothThemes, sidewaysOf } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { PAGE_KINDS } from './kinds.ts';
import { visitInTabs } from './tabs.ts';

const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 800 };

for (const { name, site, path } of PAGE_KINDS)
  test.describe(`${name} (${site})`, () => {
    test.use({ site });

    for (const viewport of [NARROW, WIDE])
      test(`fits ${viewport.width} pixels, and axe finds no fault in it there`, async ({
        page,
      }) => {
        await page.setViewportSize(viewport);
        await page.goto(path);
        expect.soft(await sidewaysOf(page)).toEqual({ scrolled: 0, hidden: 0 });
        expect(await faultsInBothThemes(page)).toEqual([]);
      });
  });

for (const site of ['content', 'fixture', 'plain'] as const)
  test.describe(`all pages of ${site}`, () => {
    test.use({ site });

    test('open without a word on the console', async ({ context, complaints }) => {
      test.setTimeout(300_000);
      const paths = pagesOf(site).flatMap((page) => (isRedirect(page) ? [] : page.path));
      await visitInTabs(context, paths, async (tab, path) => {
        await tab.goto(`.${path}`);
        expect(complaints, path).toEqual([]);
      });
    });
  });
