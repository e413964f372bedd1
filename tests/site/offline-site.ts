import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorker } from '../../scripts/lib/bundle-worker.ts';
import { serveSite } from '../../scripts/lib/serve.ts';
import { writeOffline } from '../../scripts/lib/write-offline.ts';
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
  readonly write: (path: string, text: string) => void;
  readonly remove: (path: string) => Promise<void>;
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
const makeRenewed = async (dir: string, base: string): Promise<void> => {
  const { old, fresh } = renewIndex(dir);
  rewrite(join(dir, 'search-data/index.json'), (text) => text.replaceAll(old, fresh));
  for (const file of filesBelow(dir).filter((path) => path.endsWith('.html')))
    rewrite(join(dir, file), (text) =>
      text.replaceAll(old, fresh).replace(/<h1([^>]*)>/, `<h1$1>${NEW_MARK} `),
    );
  await removeOldWorker(dir);
  await writeOffline(dir, base, await bundleWorker());
};

type Gate = {
  readonly origin: string;
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Stands before a host on a port of its own, so that it can be closed and opened again under the same address. */
const openGate = async (hostOf: (path: string) => string): Promise<Gate> => {
  const server = createServer((request, response) => {
    const { url = '/', method, headers } = request;
    const asked = forward(`${hostOf(url)}${url}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    asked.on('error', () => response.destroy());
    asked.end();
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

/** Serves a copy of a built site, and hands it to `use`. */
export const withOfflineSite = async (
  name: TestSite,
  use: (site: OfflineSite) => Promise<void>,
): Promise<void> => {
  const parent = await mkdtemp(join(tmpdir(), 'offline-'));
  const dir = join(parent, 'site');
  const { base } = TEST_SITES[name];
  await cp(testSiteDir(name), dir, {
    recursive: true,
    filter: (source) => !source.includes('/cards'),
  });
  const host = await serveSite({ dir, base });
  const other = await serveSite({ dir: testSiteDir('based'), base: TEST_SITES.based.base });
  const gate = await openGate((path) => {
    const isOther = path.startsWith(TEST_SITES.based.base) && base === '/';
    return new URL(isOther ? other.url : host.url).origin;
  });
  const renew = async (): Promise<void> => {
    const fresh = join(parent, 'fresh');
    await cp(dir, fresh, { recursive: true });
    await makeRenewed(fresh, base);
    await rename(dir, join(parent, 'old'));
    await rename(fresh, dir);
    await rm(join(parent, 'old'), { recursive: true });
  };
  try {
    await use({
      url: `${gate.origin}${base}`,
      neighbour: `${gate.origin}${TEST_SITES.based.base}`,
      stop: gate.close,
      start: gate.open,
      renew,
      read: (path) => readFileSync(join(dir, path), 'utf8'),
      write: (path, text) => writeFileSync(join(dir, path), text),
      remove: (path) => rm(join(dir, path), { recursive: true }),
    });
  } finally {
    await gate.close();
    await host.close();
    await other.close();
    await rm(parent, { recursive: true });
  }
};
