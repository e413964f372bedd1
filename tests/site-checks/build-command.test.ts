import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT_DIR } from '../../scripts/lib/run-astro.ts';
import { TEST_SITES } from '../setup/test-sites.ts';

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'build-command-'));
  await cp(TEST_SITES.fixture.contentDir, join(dir, 'shelf'), { recursive: true });
});
afterEach(() => rm(dir, { recursive: true }));

const UNSET = {
  CONTENT_DIR: undefined,
  OUT_DIR: undefined,
  SITE_URL: undefined,
  BASE_PATH: undefined,
};

const SCRIPT = join(PROJECT_DIR, 'scripts/build.ts');

const optionsOf = (env: Readonly<Record<string, string>>) =>
  ({
    cwd: PROJECT_DIR,
    env: { ...process.env, ...UNSET, INIT_CWD: dir, ...env },
    encoding: 'utf8',
  }) as const;

/** `npm run build` as somebody calls it who stands in `dir`. */
const build = (env: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  spawnSync(process.execPath, [SCRIPT, ...args], optionsOf(env));

const readHome = (out: string) => readFile(join(dir, out, 'index.html'), 'utf8');

describe('npm run build', () => {
  it('reads relative paths from where the caller stands and says on stdout what it built', async () => {
    const { status, stdout } = build(
      { CONTENT_DIR: 'elsewhere', OUT_DIR: 'out/site' },
      '--content',
      'shelf',
    );
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^Built \d+ pages into out\/site\n$/),
    ]);
    expect(await readHome('out/site')).toContain('<h1');
  });

  it('runs beside another', async () => {
    const [first, second] = await Promise.all(
      ['first', 'second'].map((out) =>
        promisify(execFile)(
          process.execPath,
          [SCRIPT],
          optionsOf({ CONTENT_DIR: 'shelf', OUT_DIR: out }),
        ),
      ),
    );
    expect(first?.stdout).toContain('into first');
    expect(second?.stdout).toContain('into second');
    expect(await readHome('first')).toBe(await readHome('second'));
  });

  it('puts SITE_URL and BASE_PATH in the place of the address in site.md', async () => {
    const env = {
      CONTENT_DIR: 'shelf',
      OUT_DIR: 'out',
      SITE_URL: 'https://a.example',
      BASE_PATH: 'x/y',
    };
    expect(build(env).status).toBe(0);
    expect(await readHome('out')).toContain('href="https://a.example/x/y/"');
  });

  it('stops at bad content before Astro starts, tells all problems, and leaves the old site', async () => {
    expect(build({ OUT_DIR: 'out' }, '--content', 'shelf').status).toBe(0);
    await writeFile(join(dir, 'shelf/papers/no-title.md'), '---\nkind: survey\n---\n');
    await writeFile(join(dir, 'shelf/papers/odd-kind.md'), '---\ntitle: Odd\nkind: odd\n---\n');
    const before = await readHome('out');
    const { status, stdout, stderr } = build({ OUT_DIR: 'out' }, '--content', 'shelf');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/no-title\.md/);
    expect(stderr).toMatch(/odd-kind\.md/);
    expect(stderr).not.toMatch(/astro/i);
    expect(await readHome('out')).toBe(before);
  });

  it('refuses a folder that somebody else filled', async () => {
    await mkdir(join(dir, 'mine'));
    await writeFile(join(dir, 'mine/thesis.txt'), 'years of work');
    const { status, stderr } = build({ OUT_DIR: 'mine' }, '--content', 'shelf');
    expect([status, existsSync(join(dir, 'mine/thesis.txt'))]).toEqual([2, true]);
    expect(stderr).toContain('OUT_DIR');
  });

  it.each([[['--contents', 'shelf']], [['extra']]])('calls %j wrong usage', (args) => {
    expect(build({}, ...args).status).toBe(2);
  });
});
