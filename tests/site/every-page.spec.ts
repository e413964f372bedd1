import AxeBuilder from '@axe-core/playwright';
import { isRedirect, pagesOf } from '../site-checks/pages.ts';
import { expect, test } from './fixtures.ts';
import { PAGE_KINDS } from './kinds.ts';

const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 800 };
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const faultsOf = async (builder: AxeBuilder): Promise<readonly object[]> => {
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => ({ html, failureSummary })),
  }));
};

for (const { name, site, path } of PAGE_KINDS)
  test.describe(`${name} (${site})`, () => {
    test.use({ site });

    test('does not scroll sideways at 320 pixels', async ({ page }) => {
      await page.setViewportSize(NARROW);
      await page.goto(path);
      const overflow = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        window.scrollTo(1000, 0);
        return { scrolled: window.scrollX, hidden: Math.max(0, scrollWidth - clientWidth) };
      });
      expect(overflow).toEqual({ scrolled: 0, hidden: 0 });
    });

    for (const viewport of [NARROW, WIDE])
      test(`has no fault that axe finds: ${viewport.width}`, async ({ page }) => {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(path);
        expect(await faultsOf(new AxeBuilder({ page }).withTags(RULES))).toEqual([]);
        // of a page in other colours only these can be wrong
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await faultsOf(new AxeBuilder({ page }).withRules('color-contrast'))).toEqual([]);
      });
  });

for (const site of ['content', 'fixture', 'plain'] as const)
  test.describe(`all pages of ${site}`, () => {
    test.use({ site });

    test('open without a word on the console', async ({ page, complaints }) => {
      test.setTimeout(300_000);
      for (const { path } of pagesOf(site).filter((one) => !isRedirect(one))) {
        await page.goto(`.${path}`);
        expect(complaints, path).toEqual([]);
      }
    });
  });
