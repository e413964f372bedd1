import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSite, type ServedSite } from './serve.ts';

let dir: string;
let site: ServedSite;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'serve-'));
  await mkdir(join(dir, 'papers/a b'), { recursive: true });
  const files = {
    'index.html': 'home',
    '404.html': 'lost',
    'papers/index.html': 'papers',
    'papers/a b/index.html': 'spaced',
    'style.css': 'h1 {}',
    'data.json': '{}',
    'worker.js': '1',
    '.paperlight-site': 'marker',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text);
  site = await serveSite({ dir, base: '/x/' });
});

afterAll(async () => {
  await site.close();
  await rm(dir, { recursive: true });
});

const get = (path: string) => fetch(new URL(path, site.url), { redirect: 'manual' });

/** A request whose path nobody tidies up on the way. */
const getRaw = (path: string): Promise<number | undefined> =>
  new Promise((done, fail) => {
    const { port } = new URL(site.url);
    httpRequest({ host: '127.0.0.1', port, path }, (response) => {
      response.resume();
      done(response.statusCode);
    })
      .once('error', fail)
      .end();
  });

describe('serveSite', () => {
  it.each([
    ['/x/', 'home', 'text/html;charset=utf-8'],
    ['/x/?q=kv', 'home', 'text/html;charset=utf-8'],
    ['/x/papers/', 'papers', 'text/html;charset=utf-8'],
    ['/x/papers/a%20b/', 'spaced', 'text/html;charset=utf-8'],
    ['/x/style.css', 'h1 {}', 'text/css'],
    ['/x/data.json', '{}', 'application/json'],
    ['/x/worker.js', '1', 'text/javascript'],
  ])('answers %s', async (path, body, type) => {
    const response = await get(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(await response.text()).toBe(body);
  });

  it.each([
    ['/x', '/x/'],
    ['/x/papers', '/x/papers/'],
    ['/x/papers?q=a&kind=survey', '/x/papers/?q=a&kind=survey'],
  ])('leads %s to the folder %s', async (path, location) => {
    const response = await get(path);
    expect([response.status, response.headers.get('location')]).toEqual([301, location]);
  });

  it.each(['/', '/papers/', '/x/none/', '/x/none.css', '/x/.paperlight-site', '/x/%E0%A4%A'])(
    'answers %s with the page for lost readers',
    async (path) => {
      const response = await get(path);
      expect([response.status, await response.text()]).toEqual([404, 'lost']);
    },
  );

  it.each(['/x/../../etc/passwd', '/x/..%2f..%2fetc/passwd', '/x/%00', '/x//etc/passwd'])(
    'does not leave its folder for %s',
    async (path) => {
      expect(await getRaw(path)).toBe(404);
    },
  );

  it('reads only', async () => {
    expect((await fetch(site.url, { method: 'POST' })).status).toBe(405);
  });

  it('takes the next port when one is taken', async () => {
    const taken = Number(new URL(site.url).port);
    const second = await serveSite({ dir, base: '/', port: taken });
    expect(Number(new URL(second.url).port)).toBeGreaterThan(taken);
    await second.close();
  });
});
