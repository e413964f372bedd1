import { buildTestSite, TEST_SITE_NAMES } from './test-sites.ts';

/** Builds the sites under test, unless `npm test` has just done so. */
const setUp = async (): Promise<void> => {
  if (process.env['TEST_SITES_BUILT'] === '1') return;
  for (const name of TEST_SITE_NAMES) await buildTestSite(name);
};

// vitest and Playwright insist on a default export
export default setUp;
