import { test as base, expect, type Page } from '@playwright/test';
import { FONT_STYLES } from './font.ts';
import { serveOnDemand, type PicturedSite } from './sites.ts';

/** A page of a site, and what it is called in the names of its pictures. */
export type Subject = { readonly name: string; readonly site: PicturedSite; readonly path: string };

type ColorScheme = 'light' | 'dark';

export type View = {
  readonly width: number;
  /** a picture for each, light alone when not given */
  readonly colorSchemes?: readonly ColorScheme[];
  readonly media?: 'screen' | 'print';
  readonly forcedColors?: 'active';
  readonly reducedMotion?: 'reduce';
  /** rules that a reader or a tool adds to those of the site */
  readonly styles?: string;
};

/** What is below is seldom another kind of thing, and git keeps every picture for good. */
const MAX_HEIGHT_PIXELS = { narrow: 1100, wide: 860 } as const;
const NARROW_PIXELS = 600;

const AT_WORK = 'main :is(paper-search, paper-map, compare-papers, offline-panel)';
const WORK = /Loading|still loading|Searching|Looking up/;
/** A page that waits for a service worker gives up after 15 seconds. */
const MOST_WORK_MS = 40_000;

type WorkerFixtures = { addressOf: (site: PicturedSite) => Promise<string> };

/** Playwright's `test` with the address of each site. */
export const test = base.extend<object, WorkerFixtures>({
  addressOf: [
    async ({}, use) => {
      const { addressOf, close } = serveOnDemand();
      await use(addressOf);
      await close();
    },
    { scope: 'worker' },
  ],
});

const fileNameOf = (name: string): string =>
  `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`;

const open = async (page: Page, address: string, view: View): Promise<void> => {
  const { width, media = 'screen', forcedColors = 'none' } = view;
  const { reducedMotion = 'no-preference', styles = '' } = view;
  await page.setViewportSize({ width, height: width < NARROW_PIXELS ? 740 : 900 });
  await page.emulateMedia({ media, forcedColors, reducedMotion });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.addStyleTag({ content: `${FONT_STYLES}\n${styles}` });
  // some elements are at work for a while after all is loaded; words of the collection may say the same
  const atWork = page.locator(AT_WORK).getByText(WORK).filter({ visible: true });
  await expect(atWork).toHaveCount(0, { timeout: MOST_WORK_MS });
  // passages that came late keep the room that was made for them, a pixel more or less than they need
  await page.evaluate(() => {
    for (const late of document.querySelectorAll('[data-late]')) late.removeAttribute('data-late');
    return document.fonts.ready.then(() => undefined);
  });
};

const clipOf = async (page: Page, width: number) => {
  const most = width < NARROW_PIXELS ? MAX_HEIGHT_PIXELS.narrow : MAX_HEIGHT_PIXELS.wide;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  return { x: 0, y: 0, width, height: Math.min(most, height) };
};

/** Opens a page as `view` says and compares it with its pictures. */
export const expectPicture = async (
  page: Page,
  address: string,
  name: string,
  view: View,
): Promise<void> => {
  const { width, colorSchemes = ['light'] } = view;
  await open(page, address, view);
  const clip = await clipOf(page, width);
  for (const colorScheme of colorSchemes) {
    await page.emulateMedia({ colorScheme });
    const file = fileNameOf([name, ...(colorSchemes.length > 1 ? [colorScheme] : [])].join(' '));
    await expect(page).toHaveScreenshot(file, { fullPage: true, clip });
  }
};
