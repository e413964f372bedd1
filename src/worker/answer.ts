import type { RouteHandlerCallbackOptions, WorkboxPlugin } from 'workbox-core/types.js';
import { CacheFirst, NetworkFirst, type Strategy } from 'workbox-strategies';
import { OFFLINE_PAGE } from '../domain/offline-files.ts';
import { fetchFile, findAnywhere, findCopy, isCopyOf, putCopy } from './copies.ts';
import { hasLeft } from './dismissal.ts';
import { keepCode, leave } from './keep.ts';
import { findFile } from './lists.ts';
import { awaitArrival, FOREIGN, noteVersion, sweep, versionOf } from './readers.ts';
import { nameOfRoom, pathOf, SITE, urlOf } from './site.ts';

declare const self: ServiceWorkerGlobalScope;

/** Seconds after which a kept page is shown when the network keeps readers waiting. */
const PATIENCE = 5;

const cacheName = nameOfRoom('visited');

/** The path of what is asked for; nothing of other sites gets here. */
const pathFor = (request: Request): string => pathOf(new URL(request.url)) ?? '';

/** Whether what came is the file of this version. What cannot be judged is not. */
const isOwn = async (path: string, response: Response): Promise<boolean> => {
  const file = await findFile(path).catch(() => undefined);
  return file !== undefined && !response.redirected && isCopyOf(file, response);
};

/** Keeps what is of this version under each file's own address, and finds it in whatever room it is. */
const keepOwnFiles = {
  cacheKeyWillBeUsed: async ({ request }) => Promise.resolve(urlOf(pathFor(request))),
  cacheWillUpdate: async ({ request, response, state }) => {
    // the address that it leads to is asked for next
    if (response.type === 'opaqueredirect') return null;
    const path = pathFor(request);
    const own = await isOwn(path, response);
    if (state !== undefined) state['isForeign'] = !own;
    return own && !hasLeft() && (await findCopy(path)) === undefined ? response : null;
  },
  cachedResponseWillBeUsed: async ({ request }) => findAnywhere(pathFor(request)),
} satisfies WorkboxPlugin;

/** A site whose worker is gone has moved or ended: what is kept of it goes, too. */
const leaveIfGone = async (): Promise<void> => {
  const { status } = await fetch(self.location.href, { cache: 'no-store' });
  if (status === 404 || status === 410) await leave();
};

/** What the network says of the site besides the page itself. */
const heed = async ({ status }: Response): Promise<void> => {
  if (status === 404 || status === 410) await leaveIfGone();
  if (status === 200) await self.registration.update();
};

/** The same for pages, of which only this version's are found, and noted when they are of another. */
const keepOwnPages = {
  ...keepOwnFiles,
  cachedResponseWillBeUsed: async ({ request }) => findCopy(pathFor(request)),
  fetchDidSucceed: async ({ response, state }) => {
    if (state !== undefined) state['arrived'] = response;
    return Promise.resolve(response);
  },
  handlerDidComplete: async ({ event, response, state }) => {
    // a kept page was shown where the network's came too late
    if (response === undefined || state?.['arrived'] !== response || !state['isForeign']) return;
    await noteVersion((event as FetchEvent).resultingClientId, FOREIGN);
  },
} satisfies WorkboxPlugin;

const pages = new NetworkFirst({
  cacheName,
  networkTimeoutSeconds: PATIENCE,
  plugins: [keepOwnPages],
  matchOptions: { ignoreVary: true },
});

const hashed = new CacheFirst({
  cacheName,
  plugins: [keepOwnFiles],
  matchOptions: { ignoreVary: true },
});

/** Answers by a strategy. What came for the reader is answered even when there is no room to keep it. */
const answerBy = (
  strategy: Strategy,
  options: RouteHandlerCallbackOptions,
): readonly [Promise<Response>, Promise<void>] => {
  const [response, done] = strategy.handleAll(options);
  return [response, done.catch(() => undefined)];
};

/** What follows when a page has been looked at. */
const followUp = async (id: string, response: Response): Promise<void> => {
  if ((await versionOf(id)) === FOREIGN) await heed(response);
  else if (response.ok) await keepCode();
  await sweep();
};

/** Pages: the network's, else the kept one, else the page that lists what is kept. */
export const answerPage = async (options: RouteHandlerCallbackOptions): Promise<Response> => {
  const event = options.event as FetchEvent;
  const [response, looked] = answerBy(pages, options);
  awaitArrival(event.resultingClientId, looked);
  try {
    const page = await response;
    event.waitUntil(
      looked.then(() => followUp(event.resultingClientId, page)).catch(() => undefined),
    );
    return page;
  } catch {
    return (await findCopy(OFFLINE_PAGE)) ?? Response.error();
  }
};

/** Files whose names say what is in them: kept ones first. */
export const answerHashed = async (options: RouteHandlerCallbackOptions): Promise<Response> => {
  const { clientId, resultingClientId } = options.event as FetchEvent;
  const [response] = answerBy(hashed, options);
  // a worker has the version of the page that starts it
  if (resultingClientId !== '' && clientId !== '') {
    const version = await versionOf(clientId);
    if (version !== SITE.version) await noteVersion(resultingClientId, version);
  }
  return response;
};

/** A file of this version, from the network, which may have another one: then none. */
const loadOwn = async (path: string, request: Request): Promise<Response> => {
  const file = await findFile(path);
  if (file === undefined) return fetch(request);
  const response = await fetchFile(file);
  // shown all the same where there is no room
  await putCopy('visited', path, response.clone()).catch(() => undefined);
  return response;
};

/** Files whose names stay while versions change: those of the version that the asking page has. */
export const answerData = async ({
  event,
  request,
}: RouteHandlerCallbackOptions): Promise<Response> => {
  const path = pathFor(request);
  const version = await versionOf((event as FetchEvent).clientId);
  if (version === FOREIGN) return fetch(request);
  const kept = await findCopy(path, version);
  if (kept !== undefined) return kept;
  return version === SITE.version
    ? loadOwn(path, request).catch(() => Response.error())
    : Response.error();
};
