import type { Browser, CDPSession, Page } from '@playwright/test';
import { watchHeap, type HeapWatch } from './browser-heap.ts';
import { Keyboard, type Answered } from './browser-keyboard.ts';
import { installProbe, removeWorkers } from './browser-probe.ts';
import { startProfile, type Hot } from './browser-profile.ts';
import type { SlowSite, Transfer } from './browser-site.ts';
import { watchWork, type Work } from './browser-work.ts';

export type VisitPlan = {
  readonly site: SlowSite;
  /** paths of what the home page loads */
  readonly shared: ReadonlySet<string>;
  readonly url: string;
  /** what to click before the box shows, if anything */
  readonly open?: string | undefined;
  /** CSS selector of what changes whenever results do */
  readonly results: string;
  /** CSS selector of what says that something is still loading, if anything does */
  readonly loading?: string | undefined;
  readonly hasWorkers: boolean;
  /** tells where the time goes, which takes time itself */
  readonly isProfiled: boolean;
  /** typed at full speed as soon as the page is there */
  readonly cold: string;
  /** typed one after the other when everything is loaded */
  readonly warm: readonly string[];
  /** how many times slower than this machine the main thread runs */
  readonly slowdown: number;
};

/** What happened while something was typed. */
type Stage = {
  readonly answers: readonly Answered[];
  /** durations of the tasks over 50 ms */
  readonly longTasks: readonly number[];
  /** what the main thread worked, garbage and pauses between words included */
  readonly work: Work;
  readonly hot: readonly Hot[];
};

export type Visit = {
  readonly cold: Stage;
  readonly warm: Stage;
  readonly transfers: readonly Transfer[];
  readonly heapBytes: number;
  /** milliseconds from the page's load until nothing was loading any more; what was typed cold included */
  readonly readyMs: number;
};

const COLD_PATIENCE_MS = 60_000;
const READY_PATIENCE_MS = 300_000;
const WARM_PATIENCE_MS = 3000;
/** what clearing the box brought about is over by then */
const BETWEEN_QUERIES_MS = 400;
/** Without service workers, which load for later what a visit has no need of. */
const VISITOR = { locale: 'en-GB', timezoneId: 'UTC', serviceWorkers: 'block' } as const;
const BOX = 'input[type="search"]:visible';

type Visitor = {
  readonly page: Page;
  readonly session: CDPSession;
  readonly heap: HeapWatch;
  readonly keyboard: Keyboard;
};

/** A page of its own that is slow and watched, before it goes anywhere. */
const prepare = async (browser: Browser, plan: VisitPlan): Promise<Visitor> => {
  const context = await browser.newContext(VISITOR);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await page.addInitScript(installProbe, plan.results);
  if (!plan.hasWorkers) await page.addInitScript(removeWorkers);
  const heap = await watchHeap(session);
  await session.send('Emulation.setCPUThrottlingRate', { rate: plan.slowdown });
  return { page, session, heap, keyboard: new Keyboard(page, session) };
};

const openSearch = async ({ page }: Visitor, { url, open }: VisitPlan): Promise<void> => {
  await page.goto(url, { waitUntil: 'load', timeout: COLD_PATIENCE_MS });
  if (open !== undefined) await page.locator(open).first().click();
  await page.locator(BOX).first().focus();
};

const isGone = (selector: string): boolean =>
  [...document.querySelectorAll(selector)].every(
    (element) => !element.checkVisibility() || element.textContent.trim() === '',
  );

/** Types, waits until nothing is loading any more, and tells what happened meanwhile. */
const runStage = async (
  { page, session }: Visitor,
  { isProfiled, site }: VisitPlan,
  type: () => Promise<readonly Answered[]>,
): Promise<Stage> => {
  await page.evaluate(() => searchProbe.takeLongTasks());
  const endWork = await watchWork(session);
  const endProfile = isProfiled ? await startProfile(session) : () => [];
  const answers = await type();
  await site.quiet();
  const hot = await endProfile();
  const work = await endWork();
  return { answers, longTasks: await page.evaluate(() => searchProbe.takeLongTasks()), work, hot };
};

const typeWarm = async (
  { page, keyboard }: Visitor,
  queries: readonly string[],
): Promise<readonly Answered[]> => {
  const answers: Answered[] = [];
  for (const query of queries) {
    await page.locator(BOX).first().fill('');
    await page.waitForTimeout(BETWEEN_QUERIES_MS);
    answers.push(...(await keyboard.typeStepwise(query, WARM_PATIENCE_MS)));
  }
  return answers;
};

/** Visits a search page for the first time, types into it, and looks what that took. */
export const visitSearch = async (browser: Browser, plan: VisitPlan): Promise<Visit> => {
  const visitor = await prepare(browser, plan);
  const { page, heap, keyboard } = visitor;
  try {
    await plan.site.quiet();
    plan.site.takeTransfers();
    await openSearch(visitor, plan);
    const start = performance.now();
    const cold = await runStage(visitor, plan, async () => [
      await keyboard.typeAtSpeed(plan.cold, COLD_PATIENCE_MS),
    ]);
    if (plan.loading !== undefined)
      await page.waitForFunction(isGone, plan.loading, { timeout: READY_PATIENCE_MS });
    const readyMs = performance.now() - start;
    const loading = await page.evaluate(() => searchProbe.takeLongTasks());
    const warm = await runStage(visitor, plan, () => typeWarm(visitor, plan.warm));
    return {
      cold: { ...cold, longTasks: [...cold.longTasks, ...loading] },
      warm,
      readyMs,
      transfers: plan.site
        .takeTransfers()
        .map((transfer) => ({ ...transfer, isShared: plan.shared.has(transfer.path) })),
      heapBytes: await heap.bytes(),
    };
  } finally {
    await page.context().close();
  }
};

/** The paths of what the home page loads, for whoever presses keys there and never searches. */
export const visitHome = async (browser: Browser, site: SlowSite): Promise<ReadonlySet<string>> => {
  const page = await browser.newPage(VISITOR);
  try {
    await page.goto(site.url, { waitUntil: 'load', timeout: COLD_PATIENCE_MS });
    // some of what all pages have comes when they are touched
    await page.keyboard.press('Shift');
    await site.quiet();
    return new Set(site.takeTransfers().map(({ path }) => path));
  } finally {
    await page.close();
  }
};
