import { join } from 'node:path';
import { formatProblem } from '../../src/domain/problem.ts';
import { buildSite } from '../../scripts/lib/build-site.ts';
import { PROJECT_DIR } from '../../scripts/lib/run-astro.ts';

const content = join(PROJECT_DIR, 'content');

/** The sites on which tests look: our collection, one that uses every field, one without topics, and ours below a base path. */
export const TEST_SITES = {
  content: { contentDir: content, base: '/' },
  fixture: { contentDir: join(PROJECT_DIR, 'tests/fixtures/collection'), base: '/' },
  plain: { contentDir: join(PROJECT_DIR, 'tests/fixtures/plain'), base: '/' },
  based: { contentDir: content, base: '/x/' },
} as const;

export type TestSite = keyof typeof TEST_SITES;
export const TEST_SITE_NAMES = Object.keys(TEST_SITES) as readonly TestSite[];

/** Origin that the built pages give as their own. */
export const TEST_ORIGIN = 'https://site-under-test.example';

export const testSiteDir = (name: TestSite): string =>
  join(PROJECT_DIR, 'node_modules/.cache/paperlight/sites', name);

/** Builds one of them; throws when that fails. */
export const buildTestSite = async (name: TestSite): Promise<void> => {
  const { contentDir, base } = TEST_SITES[name];
  const outDir = testSiteDir(name);
  const order = { contentDir, outDir, siteUrl: TEST_ORIGIN, basePath: base };
  const { problems, site } = await buildSite(order);
  if (site === undefined)
    throw new Error(`The site ${name} was not built.\n${problems.map(formatProblem).join('\n')}`);
};
