import { test as base, expect, type BrowserContext } from '@playwright/test';
import { serveSite } from '../../scripts/lib/serve.ts';
import { TEST_SITES, TEST_SITE_NAMES, testSiteDir, type TestSite } from '../setup/test-sites.ts';

type Addresses = Readonly<Record<TestSite, string>>;

type TestFixtures = {
  /** which site relative addresses mean: `test.use({ site: 'fixture' })` */
  site: TestSite;
  /** complaints that a test brings about on purpose: `allowed.push(/404/)` */
  allowed: RegExp[];
  /** what a reader or the host could complain about so far */
  complaints: string[];
};

type WorkerFixtures = { addresses: Addresses };

/** Collects whatever should not happen on any page: console messages, errors, foreign and failed requests. */
export const listen = async (
  context: BrowserContext,
  origins: readonly string[],
): Promise<string[]> => {
  const complaints: string[] = [];
  context.on('console', (message) => {
    // Playwright's own word on what playwright.config.ts asks for
    if (message.text().startsWith('Service Worker registration blocked')) return;
    complaints.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => {
    complaints.push(`error: ${error.error().message}`);
  });
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && !origins.includes(origin))
      complaints.push(`foreign request: ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'unknown';
    // a reader who goes on to the next page ends the requests of this one
    if (reason !== 'net::ERR_ABORTED')
      complaints.push(`failed request: ${request.url()} ${reason}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`status ${response.status()}: ${response.url()}`);
  });
  await context.exposeBinding('reportViolation', (_, text: string) => complaints.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const text = `policy violation: ${event.violatedDirective} by ${event.blockedURI}`;
      (window as unknown as { reportViolation: (text: string) => void }).reportViolation(text);
    });
  });
  return complaints;
};

const serveAll = async () => {
  const served = await Promise.all(
    TEST_SITE_NAMES.map(async (name) => {
      const { url, close } = await serveSite({
        dir: testSiteDir(name),
        base: TEST_SITES[name].base,
      });
      return { name, url, close };
    }),
  );
  const addresses = Object.fromEntries(served.map(({ name, url }) => [name, url])) as Addresses;
  return { addresses, close: () => Promise.all(served.map(({ close }) => close())) };
};

/**
 * Playwright's `test` on the built sites. It fails when a page prints anything, breaks the Content Security
 * Policy, asks another host or gets no answer. `page.goto('./papers/')` opens a page of the chosen site.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: ['content', { option: true }],
  addresses: [
    async ({}, use) => {
      const { addresses, close } = await serveAll();
      await use(addresses);
      await close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ addresses, site }, use) => {
    await use(addresses[site]);
  },
  allowed: async ({}, use) => {
    await use([]);
  },
  complaints: [
    async ({ context, addresses, allowed }, use) => {
      const origins = Object.values(addresses).map((address) => new URL(address).origin);
      const complaints = await listen(context, origins);
      await use(complaints);
      const unexpected = complaints.filter((text) => !allowed.some((known) => known.test(text)));
      expect(unexpected, 'nothing to complain about').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
