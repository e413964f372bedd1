import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveSite } from '../../scripts/lib/serve.ts';

/**
 * What a server does to a file: it has none, breaks off in the middle, makes it wait for a promise, or has
 * something else.
 */
export type Fault = 'gone' | 'half' | Promise<unknown> | { readonly json: unknown };

/** A fault for the files that need one, by their paths; the others arrive as they are. */
export type Faults = (path: string) => Fault | undefined;

export type FaultySite = {
  /** address of the home page */
  readonly url: string;
  /** what goes wrong from now on */
  readonly suffer: (faults: Faults) => void;
  readonly mend: () => void;
  /** the paths asked for so far */
  readonly asked: readonly string[];
  /** a JSON file as it lies there */
  readonly read: (path: string) => Promise<unknown>;
  readonly bytes: (path: string) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

const sendHalf = (response: ServerResponse, body: Uint8Array): void => {
  response.setHeader('content-length', body.length);
  response.write(body.subarray(0, body.length / 2), () => response.destroy());
};

const NO_FAULTS: Faults = () => undefined;

/** Serves a built site over a server that fails as it is told. */
export const serveFaulty = async (dir: string): Promise<FaultySite> => {
  const site = await serveSite({ dir, base: '/' });
  const asked: string[] = [];
  let faults = NO_FAULTS;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', site.url);
    asked.push(pathname);
    const fault = faults(pathname);
    if (fault instanceof Promise) await fault;
    if (fault === 'gone') return void response.writeHead(404).end();
    const found = await fetch(new URL(request.url ?? '/', site.url), { redirect: 'manual' });
    const isOther = typeof fault === 'object' && 'json' in fault;
    const body = isOther
      ? Buffer.from(JSON.stringify(fault.json))
      : Buffer.from(await found.arrayBuffer());
    response.statusCode = isOther ? 200 : found.status;
    const type = isOther ? 'application/json' : found.headers.get('content-type');
    response.setHeader('content-type', type ?? 'application/octet-stream');
    if (fault === 'half') sendHalf(response, body);
    else response.end(body);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    suffer: (newFaults) => {
      faults = newFaults;
    },
    mend: () => {
      faults = NO_FAULTS;
    },
    asked,
    bytes: async (path) =>
      new Uint8Array(await (await fetch(new URL(path, site.url))).arrayBuffer()),
    read: async (path) => (await (await fetch(new URL(path, site.url))).json()) as unknown,
    close: async () => {
      await new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      });
      await site.close();
    },
  };
};
