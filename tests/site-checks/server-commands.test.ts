import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PROJECT_DIR } from '../../scripts/lib/run-astro.ts';
import { TEST_SITES } from '../setup/test-sites.ts';

const PATIENCE_MS = 60_000;
const POLL_MS = 250;

let dir: string;
let stop: (() => Promise<void>) | undefined;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'server-commands-'));
  await cp(TEST_SITES.fixture.contentDir, join(dir, 'shelf'), { recursive: true });
});

afterEach(async () => {
  await stop?.();
  stop = undefined;
  await rm(dir, { recursive: true });
});

// a preview that believes itself part of a test run answers nothing
const UNSET = {
  CONTENT_DIR: undefined,
  SITE_URL: undefined,
  NODE_ENV: undefined,
  VITEST: undefined,
};

/** Starts a command as somebody who stands in `dir`, and waits for the address that it prints. */
const startCommand = (
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(PROJECT_DIR, 'scripts', script), ...args], {
      cwd: PROJECT_DIR,
      env: { ...process.env, ...UNSET, INIT_CWD: dir, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<void>((end) => child.once('exit', () => end()));
    stop = async () => {
      child.kill('SIGINT');
      await ended;
    };
    let said = '';
    child.stderr.on('data', (piece) => (said += String(piece)));
    child.stdout.on('data', (piece) => {
      said += String(piece);
      const address = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(said)?.[0];
      if (address !== undefined) done(address);
    });
    child.once('exit', () => fail(new Error(`It ended without an address:\n${said}`)));
  });

/** Asks again until the answer is as wished, for a preview needs a moment to notice an edit. */
const fetchUntil = async (
  address: string,
  isWished: (text: string) => boolean,
): Promise<string> => {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const text = await (await fetch(address)).text();
    if (isWished(text) || Date.now() > deadline) return text;
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
};

it('npm start builds, serves below the base path and ends on Ctrl-C', async () => {
  const args = ['--content', 'shelf', '--port', '4600'];
  const url = await startCommand('start.ts', args, { OUT_DIR: 'out', BASE_PATH: 'x' });
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:46\d\d\/x\/$/);
  const home = await fetch(url);
  expect([home.status, await home.text()]).toEqual([
    200,
    expect.stringContaining('The Test Shelf'),
  ]);
  expect((await fetch(new URL('papers/none/', url))).status).toBe(404);
  await stop?.();
  await expect(fetch(url)).rejects.toThrow();
});

it('npm run dev shows an edit and outlives a bad one', async () => {
  const args = ['--content', 'shelf', '--port', '4700'];
  const url = await startCommand('dev.ts', args, { BASE_PATH: '' });
  const page = new URL('papers/go/', url).href;
  const entry = join(dir, 'shelf/papers/go.md');
  const source = await readFile(entry, 'utf8');
  expect(await fetchUntil(page, (text) => text.includes('<h1'))).toMatch(/<h1[^>]*>\s*Go\s*</);

  await writeFile(entry, source.replace(/^title: .*$/m, 'title: Come back'));
  expect(await fetchUntil(page, (text) => text.includes('Come back'))).toContain('Come back');

  await writeFile(join(dir, 'shelf/papers/bad.md'), '---\nkind: odd\n---\n');
  await writeFile(entry, source.replace(/^title: .*$/m, 'title: Still here'));
  expect(await fetchUntil(page, (text) => text.includes('Still here'))).toContain('Still here');
});

it('npm run dev ends where there is no collection, and says so', async () => {
  const started = startCommand('dev.ts', ['--content', 'sehlf'], {});
  await expect(started).rejects.toThrow('sehlf/site.md');
});
