import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const newBuilder = (page: Page): AxeBuilder =>
  new AxeBuilder({ page })
    // whatever is in order would be described, too, which takes longer than looking at it
    .options({ resultTypes: ['violations'] })
    // no page has frames of other sites, for which axe would carry what it found through a page of its own
    .setLegacyMode();

const faultsFoundBy = async (builder: AxeBuilder): Promise<readonly object[]> => {
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => ({ html, failureSummary })),
  }));
};

/** What axe finds wrong with a page as it is now. */
export const faultsOf = (page: Page): Promise<readonly object[]> =>
  faultsFoundBy(newBuilder(page).withTags(RULES));

/** The rules that look at colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong with a page in light colours, and in dark ones, in which only colours differ. */
export const faultsInBothThemes = async (page: Page): Promise<readonly object[]> => {
  await page.emulateMedia({ colorScheme: 'light' });
  const faults = await faultsOf(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...faults, ...(await faultsFoundBy(newBuilder(page).withRules(COLOUR_RULES)))];
};

/** How far a page reaches beyond its window, and how far it can be moved sideways. */
export const sidewaysOf = (page: Page): Promise<{ scrolled: number; hidden: number }> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    window.scrollTo(1000, 0);
    return { scrolled: window.scrollX, hidden: Math.max(0, scrollWidth - clientWidth) };
  });
