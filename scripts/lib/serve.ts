import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import getPort, { portNumbers } from 'get-port';
import sirv, { type RequestHandler } from 'sirv';

const HOST = '127.0.0.1';
export const FIRST_PORT = 4321;
const PORTS_TO_TRY = 100;

export type SiteToServe = {
  readonly dir: string;
  /** slashes at both ends */
  readonly base: string;
  /** the first port to try, the next free one is taken; any free one when not given */
  readonly port?: number;
};

export type ServedSite = {
  /** address of the home page */
  readonly url: string;
  readonly close: () => Promise<void>;
};

const decodePath = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
};

const isDirectory = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** What a request asks for: a file below the site's folder, or the address that it should have asked for. */
type Target = { readonly file: string } | { readonly redirect: string } | undefined;

/** The rules of a static host: `/x` leads to `/x/` where that is a folder, and a folder means its index. */
const readTarget = ({ dir, base }: SiteToServe, address: string): Target => {
  const [path = '', query] = address.split('?', 2);
  if (`${path}/` === base) return { redirect: base };
  if (!path.startsWith(base)) return undefined;
  const local = path.slice(base.length - 1);
  const decoded = decodePath(local);
  // files that begin with a dot are for the builder, not for readers
  if (decoded === undefined || /(?:^|\/)\.|[\0\\]/.test(decoded)) return undefined;
  if (local.endsWith('/')) return { file: `${local}index.html` };
  if (!isDirectory(join(dir, decoded))) return { file: local };
  return { redirect: `${path}/${query === undefined ? '' : `?${query}`}` };
};

const sendNotFound = (dir: string, request: IncomingMessage, response: ServerResponse): void => {
  const page = join(dir, '404.html');
  response.statusCode = 404;
  if (!existsSync(page)) {
    response.setHeader('Content-Type', 'text/plain;charset=utf-8').end('Not found\n');
    return;
  }
  response.setHeader('Content-Type', 'text/html;charset=utf-8');
  if (request.method === 'HEAD') response.end();
  else createReadStream(page).pipe(response);
};

const answerWith =
  (site: SiteToServe, sendFile: RequestHandler) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const target = readTarget(site, request.url ?? '/');
    const notFound = () => {
      sendNotFound(site.dir, request, response);
    };
    if (target === undefined) notFound();
    else if ('redirect' in target) response.writeHead(301, { Location: target.redirect }).end();
    else {
      request.url = target.file;
      sendFile(request, response, notFound);
    }
  };

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, HOST, done);
  });

const findPort = (first: number | undefined): Promise<number> => {
  if (first === undefined) return getPort({ host: HOST });
  const last = Math.min(first + PORTS_TO_TRY, 65_535);
  return getPort({ host: HOST, port: first === last ? [first] : portNumbers(first, last) });
};

/** Serves a built site as a static host would, on this machine only. */
export const serveSite = async (site: SiteToServe): Promise<ServedSite> => {
  // `dev` reads files anew at each request, so that a build may replace the folder meanwhile
  const sendFile = sirv(site.dir, { dev: true, etag: true, extensions: [] });
  const server = createServer(answerWith(site, sendFile));
  const port = await findPort(site.port);
  await listen(server, port);
  return {
    url: `http://${HOST}:${port}${site.base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
};
