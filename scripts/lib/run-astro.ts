import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PageShare } from './page-shares.ts';
import type { SiteAddress } from './site-address.ts';

export const PROJECT_DIR = resolve(import.meta.dirname, '../..');

export type AstroSettings = {
  readonly contentDir: string;
  readonly outDir: string;
  readonly cacheDir: string;
  readonly address: SiteAddress;
  /** the papers as they were read and checked, when they were */
  readonly papersFile?: string;
  /** where what was found out of papers is kept from build to build */
  readonly analysisDir?: string;
  readonly digestUntil?: string | undefined;
  /** else all pages */
  readonly share?: PageShare | undefined;
};

/** Where builds keep what they may lose. */
export const CACHE_DIR = join(PROJECT_DIR, 'node_modules/.cache/paperlight');

/**
 * A cache of Astro for each pair of folders, so that builds side by side do not mix; below `node_modules`, for
 * the renderer that Astro makes there looks for packages above itself.
 */
export const cacheDirOf = (contentDir: string, outDir: string): string => {
  const key = createHash('sha256').update(`${contentDir}\0${outDir}`).digest('hex').slice(0, 16);
  return join(CACHE_DIR, key);
};

/** Names by which pages ask Astro about the build: the caller's variables of these names must not answer. */
const ASKED_BY_PAGES = ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR'] as const;

/**
 * What `astro.config.ts` and the content loader read, empty values saying nothing, and what they must not
 * see, which is undefined.
 */
export const astroEnvironment = ({
  contentDir,
  outDir,
  cacheDir,
  address,
  papersFile = '',
  analysisDir = '',
  digestUntil = '',
  share,
}: AstroSettings): Readonly<Record<string, string | undefined>> => ({
  ...Object.fromEntries(ASKED_BY_PAGES.map((name) => [name, undefined])),
  CONTENT_DIR: contentDir,
  OUT_DIR: outDir,
  CACHE_DIR: cacheDir,
  SITE_URL: address.origin ?? '',
  BASE_PATH: address.base,
  CHECKED_PAPERS: papersFile,
  ANALYSIS_CACHE: analysisDir,
  DIGEST_UNTIL: digestUntil,
  PAGE_SHARE: share ?? '',
  ASTRO_TELEMETRY_DISABLED: '1',
});

/**
 * Builds by Astro in a process of its own, which gives its memory back and brings a clean environment along.
 * What Astro says goes to stderr. Resolves to whether it succeeded.
 */
export const runAstroBuild = (settings: AstroSettings): Promise<boolean> => {
  // at once, and not after what the caller does meanwhile
  mkdirSync(settings.cacheDir, { recursive: true });
  return new Promise((done, fail) => {
    const script = join(import.meta.dirname, 'astro-build.ts');
    const child = spawn(process.execPath, [script], {
      // Astro keeps the renderer that it makes of the pages where it stands: a build beside it would replace that
      cwd: settings.cacheDir,
      env: { ...process.env, NODE_ENV: 'production', ...astroEnvironment(settings) },
      stdio: ['ignore', 2, 2],
    });
    child.once('error', fail);
    child.once('exit', (code) => {
      done(code === 0);
    });
  });
};
