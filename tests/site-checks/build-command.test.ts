import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
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
  CACHE_DIR: undefined,
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

  it('builds a site without an address and says what it lacks', async () => {
    const settings = join(dir, 'shelf/site.md');
    const text = await readFile(settings, 'utf8');
    await writeFile(settings, text.replace(/^address: .*\n/m, ''));
    const { status, stderr } = build({ OUT_DIR: 'out' }, '--content', 'shelf');
    expect(status).toBe(0);
    for (const lacking of ['feeds', 'sitemap', 'preview pictures', 'opensearch.xml', 'Croissant'])
      expect(stderr).toContain(lacking);
    const needs = ['feed.xml', 'sitemap.xml', 'opensearch.xml', 'cards', 'data/croissant.json'];
    expect(needs.filter((path) => existsSync(join(dir, 'out', path)))).toEqual([]);
    const home = await readHome('out');
    expect(home).not.toMatch(/og:image|og:url|twitter:card|application\/(?:ld|atom)\+|opensearch/);
    expect(home).toContain('<link rel="canonical" href="/">');
  });

  it('keeps drawn cards in CACHE_DIR and draws them only once', async () => {
    const env = { CONTENT_DIR: 'shelf', SITE_URL: 'https://a.example', CACHE_DIR: 'kept' };
    expect(build({ ...env, OUT_DIR: 'first' }).status).toBe(0);
    const kept = await readdir(join(dir, 'kept/cards'));
    const times = () =>
      Promise.all(kept.map(async (file) => (await stat(join(dir, 'kept/cards', file))).mtimeMs));
    const before = await times();
    expect(build({ ...env, OUT_DIR: 'second' }).status).toBe(0);
    expect([kept.length > 30, await times()]).toEqual([true, before]);
    const card = (out: string) => readFile(join(dir, out, 'cards/papers/go.png'), 'base64');
    expect(await card('second')).toBe(await card('first'));
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
