import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatProblem } from '../../src/domain/problem.ts';
import { buildSite } from '../../scripts/lib/build-site.ts';
import { PROJECT_DIR } from '../../scripts/lib/run-astro.ts';
import { serveSite } from '../../scripts/lib/serve.ts';
import { TEST_ORIGIN } from '../setup/test-sites.ts';

const NASTY = join(PROJECT_DIR, 'tests/nasty');

/** Takes all nasty files into a collection whose settings, topics, concepts and people are hostile, too. */
const ingestNasty = (contentDir: string): void => {
  cpSync(join(NASTY, 'collection'), contentDir, { recursive: true });
  mkdirSync(join(contentDir, 'sources'));
  cpSync(join(NASTY, 'files'), join(contentDir, 'sources'), { recursive: true });
  const script = join(PROJECT_DIR, 'scripts/ingest.ts');
  const flags = ['--content', contentDir, '--added', '2026-11-20'];
  // a status of 1, for some of the files cannot be taken in
  const { status, stderr } = spawnSync(process.execPath, [script, ...flags], { encoding: 'utf8' });
  if (status !== 1) throw new Error(`Ingest ended with ${status ?? 'a signal'}: ${stderr}`);
};

/** Builds and serves a site of everything hostile that ingest takes. */
export const serveHostileSite = async () => {
  const dir = mkdtempSync(join(tmpdir(), 'hostile-site-'));
  const [contentDir, outDir] = [join(dir, 'collection'), join(dir, 'site')];
  ingestNasty(contentDir);
  const order = { contentDir, outDir, siteUrl: TEST_ORIGIN, basePath: '/' };
  const { problems, site } = await buildSite(order);
  if (site === undefined) throw new Error(problems.map(formatProblem).join('\n'));
  const { url, close } = await serveSite({ dir: outDir, base: '/' });
  return {
    url,
    outDir,
    close: async () => {
      await close();
      rmSync(dir, { recursive: true });
    },
  };
};
