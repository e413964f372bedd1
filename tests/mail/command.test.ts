import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PROJECT_DIR } from '../../scripts/lib/run-astro.ts';
import { TEST_SITES } from '../setup/test-sites.ts';
import { startHost, type Reactions, type SmtpHost } from './smtp-host.ts';

const SCRIPT = join(PROJECT_DIR, 'scripts/digest.ts');
const DAY = ['--date', '2026-11-20'] as const;

let dir = '';
let host: SmtpHost | undefined;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'digest-'));
  cpSync(TEST_SITES.fixture.contentDir, join(dir, 'shelf'), { recursive: true });
});
afterEach(async () => {
  await host?.close();
  host = undefined;
  rmSync(dir, { recursive: true });
});

const optionsOf = (env: NodeJS.ProcessEnv = {}) => ({
  cwd: PROJECT_DIR,
  env: {
    ...process.env,
    CONTENT_DIR: 'shelf',
    INIT_CWD: dir,
    SITE_URL: undefined,
    BASE_PATH: undefined,
    SMTP_URL: undefined,
    ...env,
  },
});

/** `npm run digest` as somebody calls it who stands in `dir`. */
const digest = (...args: readonly string[]) =>
  spawnSync(process.execPath, [SCRIPT, ...args], { ...optionsOf(), encoding: 'utf8' });

const start = (...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [SCRIPT, ...args], optionsOf({ SMTP_URL: host?.url }));

const run = async (...args: readonly string[]) => {
  const child = start(...args);
  const [stdout, stderr] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    once(child, 'exit'),
  ]);
  return { stdout, stderr, status: child.exitCode };
};

const write = (name: string, content: string): void => writeFileSync(join(dir, name), content);
const edit = (name: string, from: string | RegExp, to: string): void =>
  write(name, readFileSync(join(dir, name), 'utf8').replace(from, to));

describe('npm run digest --out', () => {
  test('writes a mail, the same each time', async () => {
    const { status, stdout } = digest(...DAY, '--out', 'a.eml');
    expect([status, stdout]).toEqual([
      0,
      'The Test Shelf digest, 20 November 2026: 4 new papers: written to a.eml\n',
    ]);
    expect(digest(...DAY, '--out', 'b.eml').status).toBe(0);
    const [a, b] = ['a.eml', 'b.eml'].map((name) => readFileSync(join(dir, name)));
    expect(a).toEqual(b);
    const { to, html } = await simpleParser(a!);
    expect(to).toMatchObject({ value: [{ address: 'keeper@shelf.example' }] });
    expect(html).toContain('https://shelf.example/papers/');
  });

  test('takes today when no day is said', () => {
    const days = [new Date()];
    expect(digest('--out', 'a.eml').status).toBe(0);
    // midnight may have passed meanwhile
    days.push(new Date());
    const [date] = /^Date: .*$/m.exec(readFileSync(join(dir, 'a.eml'), 'utf8')) ?? [];
    expect(days.map((day) => `Date: ${day.toUTCString().slice(0, 16)} 00:00:00 +0000`)).toContain(
      date?.trim(),
    );
  });

  test('of a topic has only its papers', async () => {
    expect(digest(...DAY, '--topic', 'tides-and-clocks', '--out', 'a.eml').status).toBe(0);
    const { subject, html } = await simpleParser(readFileSync(join(dir, 'a.eml')));
    expect(subject).toMatch(/^The Test Shelf digest, Tides and Clocks, 20 November 2026: /);
    expect(html).toContain('predicting-spring-tides-from-barnacle-scars');
    expect(html).not.toContain('shelfwalker');
  });

  test.each([
    [[]],
    [['--out', 'a.eml', '--to', 'list']],
    [['--to', 'list']],
    [['--smtp', 'smtp://127.0.0.1']],
    [['--smtp', 'http://127.0.0.1', '--to', 'list']],
    [['--out', 'a.eml', '--date', '2026-02-30']],
    [['--out', 'a.eml', '--topic', 'tide-and-clocks']],
    [['--smtp', 'smtp://127.0.0.1', '--to', 'list', '--per-minute', '0']],
    [['extra', '--out', 'a.eml']],
  ])('calls %j wrong usage', (args) => {
    const { status, stdout } = digest(...args);
    expect([status, stdout, existsSync(join(dir, 'a.eml'))]).toEqual([2, '', false]);
  });

  test.each([
    ['the first paper', ['--date', '2026-09-30'], /papers\n {2}found no paper added on 2026-09-30/],
    ['a folder', ['--out', 'none/a.eml'], /none\/a\.eml\n.*ENOENT/],
  ])('has nothing to write without %s', (_, args, complaint) => {
    const { status, stderr } = digest('--out', 'a.eml', ...DAY, ...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(complaint);
  });

  test('wants to know where the site is, and makes do without its mail address', () => {
    edit('shelf/site.md', /^mail: .*\n/m, '');
    const trial = digest(...DAY, '--out', 'a.eml');
    expect(trial.status).toBe(0);
    expect(trial.stderr).toMatch(/^warning: shelf\/site\.md \(mail\)[^]*digest@shelf\.example/m);
    const sent = digest(...DAY, '--smtp', 'smtp://mail.example', '--to', 'list');
    expect(sent.status).toBe(1);
    expect(sent.stderr).toMatch(/^error: shelf\/site\.md \(mail\)/m);
    edit('shelf/site.md', /^address: .*\n/m, '');
    const { status, stderr } = digest(...DAY, '--out', 'a.eml');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^error: shelf\/site\.md \(address\)/m);
  });
});

const NAMES = ['ann', 'bob', 'cid', 'dee'] as const;
const addressOf = (name: string): string => `${name}@reader.example`;
const LIST = NAMES.map(addressOf).join('\n');
const SEND = [...DAY, '--to', 'list', '--per-minute', '6000'] as const;

const taken = (): readonly string[] => host!.taken.map(({ to }) => to.split('@')[0] ?? '');

describe('npm run digest --smtp', () => {
  test('serves all, and tells of addresses that are none', async () => {
    host = await startHost();
    write(
      'list',
      `# readers\n${LIST}\nnobody\n"Q\u0007" <q@reader.example>\nAnn <ANN@reader.example>\n`,
    );
    const { status, stdout, stderr } = await run(...SEND);
    expect([status, stdout]).toEqual([
      1,
      'The Test Shelf digest, 20 November 2026: 4 new papers: 4 sent\n',
    ]);
    expect(stderr.match(/^(?:error|warning): list.*$/gm)).toEqual([
      'error: list:6',
      'error: list:7',
      'warning: list:8',
    ]);
    expect(taken()).toEqual(NAMES);
    const mails = await Promise.all(host.taken.map(({ raw }) => simpleParser(raw)));
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(NAMES.length);
    expect(mails.map(({ to }) => to)).toMatchObject(
      NAMES.map((name) => ({ value: [{ address: addressOf(name) }] })),
    );
  });

  test('says when there is no list', async () => {
    host = await startHost();
    const { status, stderr } = await run(...SEND);
    expect([status, taken()]).toEqual([1, []]);
    expect(stderr).toMatch(/^error: list\n.*ENOENT/m);
  });

  test('keeps to so many a minute', async () => {
    host = await startHost();
    write('list', NAMES.slice(0, 3).map(addressOf).join('\n'));
    const from = performance.now();
    await run(...DAY, '--to', 'list', '--per-minute', '60');
    expect(performance.now() - from).toBeGreaterThan(2000);
    expect(taken().length).toBe(3);
  });

  test('sends another day and another topic with the same state', async () => {
    host = await startHost();
    write('list', addressOf('ann'));
    const days = ['--to', 'list', '--state', 'state', '--per-minute', '6000'];
    for (const more of [[], ['--topic', 'tides-and-clocks'], []])
      await run('--date', '2026-11-19', ...days, ...more);
    await run('--date', '2026-11-20', ...days);
    expect(taken().length).toBe(3);
    expect(existsSync(join(dir, 'list.sent.jsonl'))).toBe(false);
  });
});

/** Runs the command and kills it as soon as the host has so many mails. */
const killAfter = async (count: number): Promise<void> => {
  const child = start(...SEND);
  const exited = once(child, 'exit');
  while (child.exitCode === null && host!.taken.length < count) await sleep(1);
  child.kill('SIGKILL');
  await exited;
};

describe('a run that is killed', () => {
  test('while the host keeps its answer back is finished by the next, which repeats one mail and says so', async () => {
    const silentOnce: Reactions = (to, attempt) =>
      to === addressOf('bob') && attempt === 1 ? 'says nothing after the mail' : 'takes';
    host = await startHost(silentOnce);
    write('list', LIST);
    await killAfter(2);
    expect(taken()).toEqual(['ann', 'bob']);
    const { status, stdout, stderr } = await run(...SEND);
    expect([status, stdout]).toEqual([0, expect.stringContaining('3 sent, 1 had it already')]);
    expect(taken()).toEqual(['ann', 'bob', 'bob', 'cid', 'dee']);
    expect(stderr).toMatch(/^warning: list:2\n.*bob@reader\.example/m);
    const [, first, second] = await Promise.all(
      host.taken.map(async ({ raw }) => (await simpleParser(raw)).messageId),
    );
    expect(second).toBe(first);
  });

  test('no longer stands in the way of another, as one that is sending does', async () => {
    const silentOnce: Reactions = (_, attempt) =>
      attempt === 1 ? 'says nothing after the mail' : 'takes';
    host = await startHost(silentOnce);
    write('list', addressOf('ann'));
    const first = start(...SEND);
    while (taken().length < 1) await sleep(5);
    const second = await run(...SEND);
    expect([second.status, second.stdout, taken().length]).toEqual([1, '', 1]);
    expect(second.stderr).toMatch(/^error: list\.sent\.jsonl\n.*another run/m);
    first.kill('SIGKILL');
    await once(first, 'exit');
    expect((await run(...SEND)).stdout).toContain('1 sent');
  });

  test(
    'again and again leaves nobody out and repeats at most one mail a time',
    { timeout: 120_000 },
    async () => {
      const names = Array.from({ length: 24 }, (_, at) => `r${at}`);
      host = await startHost();
      write('list', names.map(addressOf).join('\n'));
      const KILLS = 4;
      let repeats = 0;
      for (let kill = 1; kill <= KILLS; kill += 1) {
        await killAfter(kill * 5);
        const distinct = new Set(taken()).size;
        expect(taken().length - distinct - repeats).toBeLessThanOrEqual(1);
        repeats = taken().length - distinct;
      }
      const { status, stderr } = await run(...SEND);
      expect(status).toBe(0);
      expect(new Set(taken())).toEqual(new Set(names));
      expect(taken().length - names.length).toBeLessThanOrEqual(KILLS);
      // whoever got two was told of, by the last run or by one that was killed
      expect((stderr.match(/^warning: list/gm) ?? []).length).toBeLessThanOrEqual(1);
      expect((await run(...SEND)).stdout).toContain('0 sent, 24 had it already');
    },
  );
});
