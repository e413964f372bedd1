import type { BrowserContext, Page } from '@playwright/test';

/** While one tab waits, another one works; more of them only take turns. */
const TABS = 4;

/** Visits addresses in a few tabs side by side, each in the first one that is free. */
export const visitInTabs = async <T>(
  context: BrowserContext,
  addresses: Iterable<T>,
  visit: (tab: Page, address: T) => Promise<void>,
): Promise<void> => {
  const rest = [...addresses].values();
  const tabs = await Promise.all(Array.from({ length: TABS }, () => context.newPage()));
  await Promise.all(
    tabs.map(async (tab) => {
      for (const address of rest) await visit(tab, address);
    }),
  );
};
