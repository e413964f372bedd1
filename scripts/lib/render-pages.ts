import { existsSync, readdirSync, renameSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { UsageError } from './cli.ts';
import { removeTree } from './out-dir.ts';
import { runAstroBuild, type AstroSettings } from './run-astro.ts';

/** From so many papers on a second process saves more than its start costs. */
const WORTH_TWO = 1500;

export type Processes = 1 | 2;

/** @throws UsageError unless the text is 1 or 2 */
export const readProcesses = (text: string): Processes => {
  if (text === '1') return 1;
  if (text === '2') return 2;
  throw new UsageError(`BUILD_PROCESSES: expected 1 or 2, found ${JSON.stringify(text)}.`);
};

export const processesFor = (papers: number, processors = availableParallelism()): Processes =>
  papers >= WORTH_TWO && processors > 1 ? 2 : 1;

/** Where the second of two processes writes: beside the folder of the first, so that its pages are renamed. */
const besideOf = ({ outDir, cacheDir }: AstroSettings) => ({
  outDir: `${outDir}.papers`,
  cacheDir: `${cacheDir}-papers`,
});

/** Moves the pages of papers that were made beside the others to them. */
const movePapers = (from: string, to: string): void => {
  // a collection may have no papers yet
  if (!existsSync(join(from, 'papers'))) return;
  for (const name of readdirSync(join(from, 'papers')))
    renameSync(join(from, 'papers', name), join(to, 'papers', name));
};

const renderByTwo = async (settings: AstroSettings): Promise<boolean> => {
  const beside = besideOf(settings);
  try {
    const done = await Promise.all([
      runAstroBuild({ ...settings, share: 'others' }),
      runAstroBuild({ ...settings, ...beside, share: 'papers' }),
    ]);
    if (!done.every(Boolean)) return false;
    movePapers(beside.outDir, settings.outDir);
    return true;
  } finally {
    removeTree(beside.outDir);
    removeTree(beside.cacheDir);
  }
};

/**
 * Makes all pages of a site by Astro, which uses one processor, in one process or in two side by side. The pages
 * are the same. Resolves to whether it succeeded.
 */
export const renderPages = (settings: AstroSettings, processes: Processes): Promise<boolean> =>
  processes === 1 ? runAstroBuild(settings) : renderByTwo(settings);
