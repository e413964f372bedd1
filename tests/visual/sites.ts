import { join } from 'node:path';
import { buildSite } from '../../scripts/lib/build-site.ts';
import { PROJECT_DIR } from '../../scripts/lib/run-astro.ts';
import { serveSite } from '../../scripts/lib/serve.ts';
import { TEST_ORIGIN, TEST_SITES, testSiteDir, type TestSite } from '../setup/test-sites.ts';

/** What pictures are taken of: the sites under test, and one that has too much of everything. */
export type PicturedSite = TestSite | 'extremes';

const EXTREMES_DIR = join(PROJECT_DIR, 'node_modules/.cache/paperlight/sites/extremes');

/** Builds the site that no other test needs. */
export const buildExtremes = async (): Promise<void> => {
  const { problems, site } = await buildSite({
    contentDir: join(PROJECT_DIR, 'tests/fixtures/extremes'),
    outDir: EXTREMES_DIR,
    siteUrl: TEST_ORIGIN,
    basePath: '/',
  });
  if (site === undefined) throw new Error(problems.map(({ found }) => found).join('\n'));
};

const serve = (site: PicturedSite) =>
  site === 'extremes'
    ? serveSite({ dir: EXTREMES_DIR, base: '/' })
    : serveSite({ dir: testSiteDir(site), base: TEST_SITES[site].base });

/** Addresses of sites, each served from the first time that it is asked for. */
export const serveOnDemand = () => {
  const served = new Map<PicturedSite, ReturnType<typeof serve>>();
  const addressOf = async (site: PicturedSite): Promise<string> => {
    const started = served.get(site) ?? serve(site);
    served.set(site, started);
    return (await started).url;
  };
  const close = async (): Promise<void> => {
    for (const started of served.values()) await (await started).close();
  };
  return { addressOf, close };
};
