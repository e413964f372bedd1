import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Served = { readonly url: string; readonly close: () => Promise<void> };

/** Answers requests on a free port of this machine. */
export const serveLoopback = async (answer: RequestListener): Promise<Served> => {
  const server = createServer(answer);
  // an idle connection that is closed while a request is under way fails that request
  server.keepAliveTimeout = 0;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};
