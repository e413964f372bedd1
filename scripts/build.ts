import { buildSite, describeBuild, readBuildOrder } from './lib/build-site.ts';
import { runCommand } from './lib/cli.ts';
import { printBriefly } from './lib/print-check.ts';

const usage = `
npm run build -- [--content DIR]

Checks the content and builds the site. Nothing is built from content with errors, and a build that fails
leaves the site built before as it was.

  --content DIR  the collection's folder (else CONTENT_DIR, else content)

Environment
  OUT_DIR        where the site goes (else dist); a folder that is not empty must be a site built before
  SITE_URL       where the site will stand, instead of the address in site.md
  BASE_PATH      its path on that host; x, /x and /x/ are the same
  DIGEST_UNTIL   the day of the last daily digest, YYYY-MM-DD (else that of the newest paper)
  CACHE_DIR      where drawn preview images are kept from build to build (else below node_modules)
`;

const main = async ({ contentDir }: { readonly contentDir: string }) => {
  const order = readBuildOrder(contentDir);
  const { problems, site } = await buildSite(order);
  if (site !== undefined) console.log(describeBuild(site.pages, order.outDir));
  return problems;
};

await runCommand({ usage, options: {} }, main, printBriefly);
