import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linksFileSchema, type LinkRecord } from '../src/domain/link-report.ts';

/** `HEAD /gone` for each request that came, in their order. */
let requests: string[] = [];
let origin = '';

const timesOf = (path: string): number =>
  requests.filter((request) => request.endsWith(` ${path}`)).length;

type Answering = (response: ServerResponse, request: IncomingMessage) => void;

const status =
  (code: number, headers: Record<string, string> = {}): Answering =>
  (response) => {
    response.writeHead(code, headers).end();
  };
const redirect = (code: number, location: string): Answering => status(code, { location });

let isRevived = false;

/** Servers as they are, each at a path of its own. */
const SERVERS: Readonly<Record<string, Answering>> = {
  '/fine': status(200),
  '/moved': redirect(301, '/moved-on'),
  '/moved-on': redirect(308, '/fine'),
  '/elsewhere': redirect(302, '/fine'),
  '/moved-then-away': redirect(301, '/elsewhere'),
  '/circle': redirect(308, '/circle'),
  '/to-gone': redirect(301, '/gone'),
  '/to-file': redirect(301, 'file:///etc/passwd'),
  '/to-data': redirect(302, 'data:text/html,hello'),
  '/to-nowhere': status(301),
  '/forbidden': status(403),
  '/gone': status(404),
  '/gone-for-good': status(410),
  '/gone-once': (response) => {
    status(timesOf('/gone-once') <= 2 ? 404 : 200)(response, response.req);
  },
  '/no-head': (response, { method }) => {
    status(method === 'HEAD' ? 405 : 206)(response, response.req);
  },
  '/lies-to-head': (response, { method }) => {
    status(method === 'HEAD' ? 404 : 200)(response, response.req);
  },
  '/busy': (response) => {
    status(timesOf('/busy') === 1 ? 429 : 200, { 'retry-after': '1' })(response, response.req);
  },
  '/always-busy': status(429, { 'retry-after': '0' }),
  '/broken': status(500),
  '/hangs': () => undefined,
  '/hangs-up': (response) => {
    response.destroy();
  },
  '/no-http': (response) => {
    response.socket?.end('220 mail\r\n');
  },
  '/endless': (response, { method }) => {
    if (method === 'HEAD') {
      status(405)(response, response.req);
      return;
    }
    const send = (): void => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
      if (!response.destroyed) response.once('drain', send);
    };
    response.writeHead(200);
    send();
  },
};

/** Servers of single tests. */
const OTHERS: Readonly<Record<string, Answering>> = {
  '/rest': status(429, { 'retry-after': '3600' }),
  '/revived': (response, request) => {
    status(isRevived ? 200 : 404)(response, request);
  },
};

const server = createServer((request, response) => {
  requests.push(`${request.method} ${request.url}`);
  const path = (request.url ?? '').replace(/\?.*$/, '');
  const answer = SERVERS[path] ?? OTHERS[path] ?? status(404);
  answer(response, request);
});

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

let dir = '';
beforeEach(() => {
  requests = [];
  dir = mkdtempSync(join(tmpdir(), 'links-'));
  write('site.md', '---\nschema: 1\ntitle: S\ndescription: D\n---\n');
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const write = (name: string, text: string): void => {
  mkdirSync(join(dir, 'col/papers'), { recursive: true });
  writeFileSync(join(dir, 'col', name), text);
};

/** A paper whose links lead to these paths of the server, or to other addresses. */
const writeLinks = (...links: readonly string[]): void => {
  const lines = links.map(
    (link) =>
      `  - kind: code\n    url: ${JSON.stringify(link.startsWith('/') ? origin + link : link)}\n`,
  );
  write('papers/a.md', `---\ntitle: A\nlinks:\n${lines.join('')}---\n`);
};

const FAST = ['--allow-private', '--pause', '0', '--between', '0.05', '--timeout', '1.5'];

const argsOf = (args: readonly string[]): string[] => [
  join(import.meta.dirname, 'links.ts'),
  '--content',
  'col',
  ...args,
];
const ENV = { encoding: 'utf8', env: { ...process.env, INIT_CWD: '' } } as const;

const run = (...args: readonly string[]) =>
  new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
    const env = { ...ENV.env, INIT_CWD: dir };
    const child = execFile(process.execPath, argsOf(args), { ...ENV, env }, (_, stdout, stderr) => {
      resolve({ status: child.exitCode ?? -1, stdout, stderr });
    });
  });

const reportText = (): string => readFileSync(join(dir, 'col/links.json'), 'utf8');

/** By path, or by address when it is not the server's: what the report says. */
const report = (): Readonly<Record<string, LinkRecord>> =>
  Object.fromEntries(
    Object.entries(linksFileSchema.parse(JSON.parse(reportText())).links).map(([url, record]) => [
      url.replace(origin, ''),
      record,
    ]),
  );

const statesOf = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(report()).map(([path, { state, answer }]) => [path, `${state} ${answer}`]),
  );

describe('npm run links', () => {
  test('tells dead links from all that only fail today', async () => {
    writeLinks(...Object.keys(SERVERS));
    const { status: code, stdout } = await run(...FAST, '--date', '2026-11-23');
    expect(code).toBe(0);
    expect(statesOf()).toEqual({
      '/always-busy': 'unsure 429',
      '/broken': 'unsure 500',
      '/busy': 'alive 200',
      '/circle': 'unsure too many redirects',
      '/elsewhere': 'alive 200',
      '/endless': 'alive 200',
      '/fine': 'alive 200',
      '/forbidden': 'unsure 403',
      '/gone': 'dead 404',
      '/gone-for-good': 'dead 410',
      '/gone-once': 'alive 200',
      '/hangs': 'unsure no answer in time',
      '/hangs-up': 'unsure no answer (ECONNRESET)',
      '/lies-to-head': 'alive 200',
      '/moved': 'moved 200',
      '/moved-on': 'moved 200',
      '/moved-then-away': 'moved 200',
      '/no-head': 'alive 206',
      '/no-http': 'unsure no answer (HPE_INVALID_CONSTANT)',
      '/to-data': 'unsure a redirect to data:',
      '/to-file': 'unsure a redirect to file:',
      '/to-gone': 'dead 404',
      '/to-nowhere': 'unsure a redirect to nowhere',
    });
    expect(report()['/gone']).toMatchObject({ since: '2026-11-23' });
    expect(report()['/moved']?.to).toBe(`${origin}/fine`);
    // the part of the way that is not for good is left out
    expect(report()['/moved-then-away']?.to).toBe(`${origin}/elsewhere`);
    expect(stdout.match(/^dead: .*$/gm)).toHaveLength(3);
    expect(stdout).toContain(
      `dead: ${origin}/gone (404, since 2026-11-23) in col/papers/a.md (links.`,
    );
    expect(stdout).toContain(`moved: ${origin}/moved (200, now ${origin}/fine) in col/papers/a.md`);
    expect(stdout).toMatch(
      /^23 links: 7 alive, 3 moved, 10 unsure, 3 dead; 23 asked now, 0 never/m,
    );
  });

  test('waits as long as a server asks it to', async () => {
    writeLinks('/busy');
    const start = performance.now();
    await run(...FAST);
    expect(requests).toEqual(['HEAD /busy', 'HEAD /busy']);
    expect(performance.now() - start).toBeGreaterThan(1000);
  });

  test('leaves a host alone that wants a longer rest, and says nothing of links not asked', async () => {
    writeLinks('/rest?1', '/rest?2');
    const { stdout } = await run(...FAST);
    expect(requests).toHaveLength(1);
    expect(Object.keys(report())).toEqual(['/rest?1']);
    expect(stdout).toContain('1 asked now, 1 never asked');
  });

  test('asks nobody twice a day, goes on where a slice ended, and forgets what no entry names', async () => {
    writeLinks('/fine?1', '/fine?2', '/fine?3');
    await run(...FAST, '--limit', '2');
    expect(requests).toHaveLength(2);
    await run(...FAST, '--limit', '2');
    expect(requests).toHaveLength(3);
    expect(new Set(requests).size).toBe(3);
    await run(...FAST);
    expect(requests).toHaveLength(3);
    const before = reportText();
    await run(...FAST, '--again');
    expect(requests).toHaveLength(6);
    // the same answers, the same bytes
    expect(reportText()).toBe(before);
    writeLinks('/fine?1');
    await run(...FAST);
    expect(Object.keys(report())).toEqual(['/fine?1']);
  });

  test('keeps the day on which a link died, and takes it back when it lives', async () => {
    writeLinks('/gone', '/fine', '/revived');
    await run(...FAST, '--date', '2026-11-01');
    expect(report()['/revived']).toMatchObject({ state: 'dead', since: '2026-11-01' });
    isRevived = true;
    await run(...FAST, '--date', '2026-11-23');
    expect(report()).toMatchObject({
      '/gone': { state: 'dead', since: '2026-11-01', checked: '2026-11-23' },
      '/revived': { state: 'alive' },
    });
  });

  test('asks neither this machine nor private networks', async () => {
    writeLinks('/fine', origin.replace('127.0.0.1', 'localhost'), 'http://169.254.169.254/latest/');
    const args = FAST.filter((arg) => arg !== '--allow-private');
    const { status: code, stderr } = await run(...args);
    expect(requests).toEqual([]);
    expect(code).toBe(1);
    expect(stderr).toContain('no answer from any server');
  });

  test('writes nothing where there is no network', async () => {
    writeLinks('http://nobody.invalid/', 'http://127.0.0.1:1/');
    const { status: code } = await run(...FAST);
    expect(code).toBe(1);
    expect(() => reportText()).toThrow('ENOENT');
  });

  test('keeps what it found when it is interrupted, and the next run goes on from there', async () => {
    writeLinks('/fine?1', '/fine?2', '/hangs?1', '/hangs?2');
    const env = { ...ENV.env, INIT_CWD: dir };
    const slow = ['--allow-private', '--pause', '0', '--timeout', '60'];
    const child = spawn(process.execPath, argsOf(slow), { env, stdio: 'ignore' });
    while (timesOf('/hangs?1') === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(Object.keys(report())).toEqual(['/fine?1', '/fine?2']);
    requests = [];
    await run(...FAST);
    expect(requests).toEqual(['HEAD /hangs?1', 'HEAD /hangs?2']);
  });

  test('starts anew from a damaged report, with a warning', async () => {
    writeLinks('/fine');
    write('links.json', '{ "version": 1, "links": [');
    const { status: code, stderr } = await run(...FAST);
    expect(code).toBe(0);
    expect(stderr).toContain('warning: col/links.json');
    expect(Object.keys(report())).toEqual(['/fine']);
  });

  test.each([
    [['--limit', '0']],
    [['--pause', '-1']],
    [['--timeout', 'soon']],
    [['--date', '2026-02-30']],
    [['--at-once', 'many']],
    [['--dead']],
  ])('refuses %j', async (args) => {
    expect((await run(...args)).status).toBe(2);
  });
});
