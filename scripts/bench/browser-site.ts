import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { serveSite } from '../lib/serve.ts';
import type { SlowLine } from './browser-line.ts';
import { serveLoopback, type Served } from './loopback.ts';

/** What static hosts compress, by its media type. */
const COMPRESSIBLE = /^text\/|json|javascript|xml|svg|wasm/;
const KEPT_HEADERS = ['content-type', 'etag', 'location'] as const;
/** One file that a page loaded. */
export type Transfer = {
  readonly path: string;
  /** what for, in the browser's words: `document`, `script`, `worker`, `empty` for data … */
  readonly purpose: string;
  /** compressed, without headers */
  readonly bytes: number;
  /** the home page loads it, too */
  readonly isShared?: boolean;
};

/** A built site over a slow line. */
export type SlowSite = Served & {
  /** what was loaded since it was asked last */
  readonly takeTransfers: () => readonly Transfer[];
  /** resolves when nothing has been loading for a while */
  readonly quiet: () => Promise<void>;
};

type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

const QUIET_MS = 500;
const CHECK_MS = 25;

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** A file as such a host sends it. */
export const loadAsSent = async (address: string): Promise<Answer> => {
  const response = await fetch(address, { redirect: 'manual' });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const kept = KEPT_HEADERS.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const isPacked = COMPRESSIBLE.test(response.headers.get('content-type') ?? '');
  const body = isPacked ? gzipSync(bytes, { level: 9 }) : bytes;
  const encoding = isPacked ? [['content-encoding', 'gzip'] as const] : [];
  const length = ['content-length', String(body.length)] as const;
  return {
    status: response.status,
    headers: Object.fromEntries([...kept, ...encoding, length]),
    body,
  };
};

/** What a page loads to be seen; all else of a search page is there for the search. */
const FOR_THE_EYES = new Set(['document', 'font', 'image', 'manifest', 'style']);

export const bytesOf = (transfers: readonly Transfer[]): number =>
  transfers.reduce((sum, { bytes }) => sum + bytes, 0);

/** Scripts and data, without those that the home page has as well. */
export const ofSearch = (transfers: readonly Transfer[]): readonly Transfer[] =>
  transfers.filter(({ purpose, isShared = false }) => !isShared && !FOR_THE_EYES.has(purpose));

/**
 * Serves a built site as a static host does that compresses, over a slow line that all requests share: so
 * slow for a worker as for its page, which the browser's own throttling is not.
 */
export const serveSlowly = async (dir: string, base: string, line: SlowLine): Promise<SlowSite> => {
  const site = await serveSite({ dir, base });
  const { origin } = new URL(site.url);
  const answers = new Map<string, Promise<Answer>>();
  let transfers: Transfer[] = [];
  let pending = 0;
  let lastAt = performance.now();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '/';
    const loading = answers.get(path) ?? loadAsSent(`${origin}${path}`);
    answers.set(path, loading);
    const { status, headers, body } = await loading;
    await line.travel();
    response.writeHead(status, headers);
    await line.carry(body, (part) => void response.write(part));
    response.end();
    const purpose = request.headers['sec-fetch-dest'] ?? 'empty';
    transfers.push({ path, purpose, bytes: body.length });
  };
  const front = await serveLoopback((request, response) => {
    pending += 1;
    void answer(request, response).finally(() => {
      pending -= 1;
      lastAt = performance.now();
    });
  });
  return {
    url: `${front.url}${base}`,
    takeTransfers: () => {
      const taken = transfers;
      transfers = [];
      return taken;
    },
    quiet: async () => {
      while (pending > 0 || performance.now() - lastAt < QUIET_MS) await sleep(CHECK_MS);
    },
    close: async () => {
      await front.close();
      await site.close();
    },
  };
};
