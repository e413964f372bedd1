import { readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Collection } from '../../src/domain/catalog.ts';
import type { Paper } from '../../src/domain/paper.ts';
import { hasErrors, type Problem } from '../../src/domain/problem.ts';
import { keepAnalyses } from '../../src/entries/analysis-cache.ts';
import { writeCheckedPapers } from '../../src/entries/checked-papers.ts';
import { prepareAnalysisFolder } from './analysis-folder.ts';
import { bundleWorker } from './bundle-worker.ts';
import { drawCollection, placeCards, type DrawnCard } from './card-files.ts';
import { checkContent } from './check-content.ts';
import { resolvePath, shownPath } from './cli.ts';
import { makeTwins, placeTwins } from './markdown-twins.ts';
import {
  assertOutDir,
  markAsOurs,
  moveIntoPlace,
  removeAbandoned,
  removeTree,
  stagingDirOf,
} from './out-dir.ts';
import { readDay } from './read-day.ts';
import { processesFor, readProcesses, renderPages, type Processes } from './render-pages.ts';
import { CACHE_DIR, cacheDirOf, PROJECT_DIR } from './run-astro.ts';
import { readSiteAddress, type SiteAddress } from './site-address.ts';
import { writeOffline } from './write-offline.ts';

export type BuildOrder = {
  /** absolute */
  readonly contentDir: string;
  /** absolute */
  readonly outDir: string;
  /** as SITE_URL and BASE_PATH say them */
  readonly siteUrl?: string | undefined;
  readonly basePath?: string | undefined;
  /** the day of the last digest; else that of the newest paper */
  readonly digestUntil?: string | undefined;
  /** where drawn cards and what was found out of papers are kept from build to build, absolute; else below `node_modules` */
  readonly cacheDir?: string | undefined;
  /** how many processes make pages; else as many as are worth it */
  readonly processes?: Processes | undefined;
};

export type BuiltSite = { readonly pages: number; readonly address: SiteAddress };

/** `site` is missing when problems stood in the way; the output folder is then as it was. */
export type BuildOutcome = { readonly problems: readonly Problem[]; readonly site?: BuiltSite };

/** What OUT_DIR, SITE_URL, BASE_PATH, DIGEST_UNTIL, CACHE_DIR and BUILD_PROCESSES ask for. */
export const readBuildOrder = (contentDir: string, env = process.env): BuildOrder => ({
  contentDir,
  outDir: env['OUT_DIR'] ? resolvePath(env['OUT_DIR']) : join(PROJECT_DIR, 'dist'),
  siteUrl: env['SITE_URL'],
  basePath: env['BASE_PATH'],
  digestUntil: env['DIGEST_UNTIL'] ? readDay(env['DIGEST_UNTIL'], 'DIGEST_UNTIL') : undefined,
  cacheDir: env['CACHE_DIR'] ? resolvePath(env['CACHE_DIR']) : CACHE_DIR,
  processes: env['BUILD_PROCESSES'] ? readProcesses(env['BUILD_PROCESSES']) : undefined,
});

/** `Built 174 pages into dist`, the folder as the caller would type it. */
export const describeBuild = (pages: number, outDir: string): string =>
  `Built ${pages} pages into ${shownPath(outDir)}`;

const ASTRO_FAILED: Problem = {
  severity: 'error',
  file: 'astro.config.ts',
  found: 'a build that Astro gave up',
  wanted: 'a built site',
  hint: 'Astro said why in the lines above; the site built before is as it was.',
};

// all at once: file by file, as promises, tens of thousands take ten times as long
const countPages = (dir: string): number =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'))
    .length;

/** The previews of a site, drawn while Astro makes its pages; none without an address, for they are named in full. */
const drawCardsBeside = async (
  collection: Collection | undefined,
  { origin }: SiteAddress,
  cacheDir: string,
): Promise<readonly DrawnCard[]> =>
  collection === undefined || origin === undefined ? [] : drawCollection(collection, cacheDir);

/** Empties Astro's cache but for the papers, which it need not read once more; resolves to where they are. */
const prepareCache = async (cacheDir: string, papers: readonly Paper[] = []): Promise<string> => {
  // Astro's store of entries is keyed by the content configuration alone and would outlive changed code
  removeTree(cacheDir);
  await mkdir(cacheDir, { recursive: true });
  const papersFile = join(cacheDir, 'papers.json');
  await writeCheckedPapers(papersFile, papers);
  return papersFile;
};

/** Checks the content, builds beside the output folder, and takes its place when the site is whole. */
export const buildSite = async (order: BuildOrder): Promise<BuildOutcome> => {
  const { contentDir, outDir, digestUntil } = order;
  assertOutDir(outDir, [PROJECT_DIR, contentDir]);
  const { problems, collection } = await checkContent(contentDir);
  const address = readSiteAddress({ ...order, address: collection?.site.address });
  if (hasErrors(problems)) return { problems };

  await mkdir(dirname(outDir), { recursive: true });
  await removeAbandoned(outDir);
  const stagingDir = stagingDirOf(outDir);
  try {
    const cacheDir = cacheDirOf(contentDir, outDir);
    const papersFile = await prepareCache(cacheDir, collection?.papers);
    const kept = order.cacheDir ?? CACHE_DIR;
    const analysisDir = await prepareAnalysisFolder(kept, PROJECT_DIR);
    const drawing = drawCardsBeside(collection, address, join(kept, 'cards'));
    // whatever comes of it is told below, when Astro has ended too
    drawing.catch(() => undefined);
    const astro = {
      ...{ contentDir, outDir: stagingDir, cacheDir, address },
      ...{ papersFile, analysisDir, digestUntil },
    };
    const processes = order.processes ?? processesFor(collection?.papers.length ?? 0);
    const rendering = renderPages(astro, processes);
    const twins = keepAnalyses(analysisDir, 'build', (remember) =>
      collection === undefined ? [] : makeTwins(collection, address, remember),
    );
    if (!(await rendering)) return { problems: [...problems, ASTRO_FAILED] };
    placeTwins(twins, stagingDir);
    await placeCards(await drawing, stagingDir);
    await writeOffline(stagingDir, address.base, await bundleWorker());
    await markAsOurs(stagingDir);
    const pages = countPages(stagingDir);
    await moveIntoPlace(stagingDir, outDir);
    return { problems, site: { pages, address } };
  } finally {
    removeTree(stagingDir);
  }
};
