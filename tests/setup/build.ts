import { buildTestSite, TEST_SITE_NAMES, testSiteDir } from './test-sites.ts';

// `npm test` builds the sites once for all that judge them
for (const name of TEST_SITE_NAMES) {
  await buildTestSite(name);
  console.log(`Built ${name} into ${testSiteDir(name)}`);
}
