import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { PAGE_KINDS } from './kinds.ts';
import { visitInTabs } from './tabs.ts';

/** A move of what the reader looks at, which nothing that the reader did explains. */
type Shift = { readonly value: number; readonly what: readonly string[] };

type ShiftEntry = PerformanceEntry & {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
};

const noteShifts = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as ShiftEntry[])
        if (!hadRecentInput)
          shifts.push({
            value,
            what: sources.map(({ node }) =>
              (node instanceof Element ? node.outerHTML : (node?.textContent ?? '')).slice(0, 100),
            ),
          });
    }).observe({ type: 'layout-shift', buffered: true });
  });
};

/** What has moved so far; two frames are waited for, since moves are told after they are painted. */
const shiftsOf = (page: Page): Promise<readonly Shift[]> =>
  page.evaluate(
    () =>
      new Promise<readonly Shift[]>((resolve) => {
        const { shifts } = window as unknown as { shifts: readonly Shift[] };
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(shifts))));
      }),
  );

/** Scripts, data and fonts come late, each a little: what they bring finds its place kept. */
const slowDown = async (context: BrowserContext): Promise<void> => {
  await context.route(/\.(?:js|json|txt|woff2)(?:$|\?)|-data\//, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, DELAY_MS));
    // the page may be gone
    await route.continue().catch(() => undefined);
  });
};

const DELAY_MS = 150;
const WIDTHS = [360, 1280] as const;
const SITES = ['content', 'fixture', 'plain'] as const;

for (const site of SITES)
  for (const width of WIDTHS)
    test.describe(`${site} at ${width} pixels`, () => {
      test.use({ site, viewport: { width, height: 800 } });

      test('nothing moves while pages load', async ({ context }) => {
        await noteShifts(context);
        await slowDown(context);
        const kinds = PAGE_KINDS.filter((one) => one.site === site);
        await visitInTabs(context, kinds, async (tab, { name, path }) => {
          // a fragment alone would not open the page anew
          await tab.goto('about:blank');
          await tab.goto(path, { waitUntil: 'networkidle' });
          expect.soft(await shiftsOf(tab), name).toEqual([]);
        });
      });
    });
