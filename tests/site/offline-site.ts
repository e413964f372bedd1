import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer, request as forward, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorker } from '../../scripts/lib/bundle-worker.ts';
import { serveSite } from '../../scripts/lib/serve.ts';
import { writeOffline } from '../../scripts/lib/write-offline.ts';
import { fileOfAddress } from '../../src/domain/offline-files.ts';
import { TEST_SITES, testSiteDir, type TestSite } from '../setup/test-sites.ts';
import { filesBelow } from '../site-checks/pages.ts';

/** A site that goes offline, comes back, gets new versions, moves away. */
export type OfflineSite = {
  /** address of the home page */
  readonly url: string;
  /** address of another site on the same host, below a path of its own */
  readonly neighbour: string;
  /** ends the server with all its connections; the port stays reserved for `start` */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** puts a new version in the place of the present one */
  readonly renew: () => Promise<void>;
  /** what a file of the present version says */
  readonly read: (path: string) => string;
  /** has the server answer with another text; `undefined` removes the file */
  readonly write: (path: string, text: string | undefined) => void;
  /** keeps back the answers to requests below a path until what it returns is called */
  readonly hold: (path: string) => () => void;
};

/** How the headings of a new version differ. */
export const NEW_MARK = 'Renewed';

const rewrite = (path: string, change: (text: string) => string): void =>
  writeFileSync(path, change(readFileSync(path, 'utf8')));

const removeOldWorker = async (dir: string): Promise<void> => {
  await rm(join(dir, 'offline-data'), { recursive: true });
  await rm(join(dir, 'service-worker.js'));
};

/** The same index under another name, as after a change that readers need not see. */
const renewIndex = (dir: string): { readonly old: string; readonly fresh: string } => {
  const data = join(dir, 'search-data');
  const old = readdirSync(data).find((name) => name.startsWith('papers-')) ?? 'none';
  const text = `${readFileSync(join(data, old), 'utf8')} `;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const fresh = old.replace(/[0-9a-f]{16}/, hash);
  writeFileSync(join(data, fresh), text);
  rmSync(join(data, old));
  return { old, fresh };
};

/** A later version of a built site: every heading is another, and so is the index. */
const makeRenewed = async (name: TestSite, dir: string): Promise<void> => {
  await cp(testSiteDir(name), dir, {
    recursive: true,
    filter: (source) => !source.includes('/cards'),
  });
  const { old, fresh } = renewIndex(dir);
  rewrite(join(dir, 'search-data/index.json'), (text) => text.replaceAll(old, fresh));
  for (const file of filesBelow(dir).filter((path) => path.endsWith('.html')))
    rewrite(join(dir, file), (text) =>
      text.replaceAll(old, fresh).replace(/<h1([^>]*)>/, `<h1$1>${NEW_MARK} `),
    );
  await removeOldWorker(dir);
  await writeOffline(dir, TEST_SITES[name].base, await bundleWorker());
};

/** Where later versions of sites are, each made once. */
export type Renewed = (name: TestSite) => Promise<string>;

/** Makes later versions where one is asked for; they are removed after `use`. */
export const withRenewed = async (use: (renewed: Renewed) => Promise<void>): Promise<void> => {
  const parent = await mkdtemp(join(tmpdir(), 'renewed-'));
  const made = new Map<TestSite, Promise<string>>();
  const make = async (name: TestSite): Promise<string> => {
    const dir = join(parent, name);
    await makeRenewed(name, dir);
    return dir;
  };
  try {
    await use((name) => {
      const making = made.get(name) ?? make(name);
      made.set(name, making);
      return making;
    });
  } finally {
    await rm(parent, { recursive: true });
  }
};

type Gate = {
  readonly origin: string;
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Answers by itself, or says which host does. */
type Answer = (path: string, response: ServerResponse) => Promise<string | undefined>;

/** Stands before a host on a port of its own, so that it can be closed and opened again under the same address. */
const openGate = async (answer: Answer): Promise<Gate> => {
  const server = createServer((request, response) => {
    const { url = '/', method, headers } = request;
    void answer(url, response).then((host) => {
      if (host === undefined) return;
      const asked = forward(`${host}${url}`, { method, headers }, (answered) => {
        response.writeHead(answered.statusCode ?? 500, answered.headers);
        answered.pipe(response);
      });
      asked.on('error', () => response.destroy());
      asked.end();
    });
  });
  const listen = (port: number): Promise<void> =>
    new Promise((done, fail) => {
      server.once('error', fail);
      server.listen(port, '127.0.0.1', done);
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    open: () => listen(port),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};

/** What a server answers otherwise than its folder says. */
const openChanges = (base: string) => {
  const texts = new Map<string, string | undefined>();
  const held = new Map<string, Promise<unknown>>();
  const pathOf = (address: string): string | undefined => {
    const { pathname } = new URL(address, 'http://host.example');
    return pathname.startsWith(base) ? fileOfAddress(pathname.slice(base.length)) : undefined;
  };
  return {
    texts,
    hold: (path: string): (() => void) => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      held.set(path, promise);
      return () => resolve(undefined);
    },
    /** Whether it has answered. */
    answer: async (address: string, response: ServerResponse): Promise<boolean> => {
      const path = pathOf(address);
      if (path === undefined) return false;
      for (const [start, waiting] of held) if (path.startsWith(start)) await waiting;
      if (!texts.has(path)) return false;
      const text = texts.get(path);
      response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': 'text/html' }).end(text);
      return true;
    },
  };
};

/** Serves a built site as one that changes, and hands it to `use`. */
export const withOfflineSite = async (
  name: TestSite,
  renewed: Renewed,
  use: (site: OfflineSite) => Promise<void>,
): Promise<void> => {
  const { base } = TEST_SITES[name];
  const served = {
    dir: testSiteDir(name),
    host: await serveSite({ dir: testSiteDir(name), base }),
  };
  const other = await serveSite({ dir: testSiteDir('based'), base: TEST_SITES.based.base });
  const changes = openChanges(base);
  const gate = await openGate(async (address, response) => {
    if (await changes.answer(address, response)) return undefined;
    const isOther = address.startsWith(TEST_SITES.based.base) && base === '/';
    return new URL(isOther ? other.url : served.host.url).origin;
  });
  const renew = async (): Promise<void> => {
    const dir = await renewed(name);
    const old = served.host;
    Object.assign(served, { dir, host: await serveSite({ dir, base }) });
    await old.close();
  };
  try {
    await use({
      url: `${gate.origin}${base}`,
      neighbour: `${gate.origin}${TEST_SITES.based.base}`,
      stop: gate.close,
      start: gate.open,
      renew,
      read: (path) => changes.texts.get(path) ?? readFileSync(join(served.dir, path), 'utf8'),
      write: (path, text) => void changes.texts.set(path, text),
      hold: changes.hold,
    });
  } finally {
    await gate.close();
    await served.host.close();
    await other.close();
  }
};
