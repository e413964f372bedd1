import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT_DIR } from '../../scripts/lib/run-astro.ts';
import { TEST_ORIGIN, testSiteDir } from '../setup/test-sites.ts';
import { filesBelow } from './pages.ts';

const PARTS = ['src', 'scripts', 'content', 'public', 'package.json', 'tsconfig.json'] as const;

/** What one of two lists has and the other has not. */
const xor = (a: readonly string[], b: readonly string[]): readonly string[] => [
  ...a.filter((one) => !b.includes(one)),
  ...b.filter((one) => !a.includes(one)),
];

/** The project in a folder of another name and depth. */
const copyProject = async (dir: string): Promise<void> => {
  for (const part of [...PARTS, 'astro.config.ts'])
    await cp(join(PROJECT_DIR, part), join(dir, part), { recursive: true });
  await symlink(join(PROJECT_DIR, 'node_modules'), join(dir, 'node_modules'));
};

const hashOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

/** Each file of a site with a hash of its bytes. */
const fingerprintOf = (dir: string): readonly string[] =>
  filesBelow(dir).map((file) => `${file} ${hashOf(join(dir, file))}`);

it('builds the same bytes a second time, from another place and by two processes', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'elsewhere-'));
  try {
    await copyProject(join(dir, 'a/clone'));
    const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
      cwd: join(dir, 'a/clone'),
      env: {
        ...process.env,
        OUT_DIR: join(dir, 'site'),
        SITE_URL: TEST_ORIGIN,
        BASE_PATH: '/',
        // empty, so that everything is made anew
        CACHE_DIR: join(dir, 'cache'),
        BUILD_PROCESSES: '2',
      },
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, expect.anything()]);
    const differing = xor(fingerprintOf(testSiteDir('content')), fingerprintOf(join(dir, 'site')));
    expect(differing).toEqual([]);
  } finally {
    await rm(dir, { recursive: true });
  }
});
