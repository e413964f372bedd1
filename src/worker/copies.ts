import { toHex } from '../domain/hex.ts';
import { cachesOfSite, type Room } from '../domain/offline-caches.ts';
import { HASH_DIGITS, type OfflineFile } from '../domain/offline-files.ts';
import { hasLeft } from './dismissal.ts';
import { Failure } from './failure.ts';
import { nameOfRoom, openRoom, pathOf, SCOPE, SITE, urlOf } from './site.ts';

/** Copies of files. What is kept under a version's name has the hash that the version's list says. */

const hashOf = async (bytes: ArrayBuffer): Promise<string> =>
  toHex(await crypto.subtle.digest('SHA-256', bytes)).slice(0, HASH_DIGITS);

/** Whether a response is the file, byte for byte. Its body can still be read afterwards. */
export const isCopyOf = async (file: OfflineFile, response: Response): Promise<boolean> =>
  response.ok && (await hashOf(await response.clone().arrayBuffer())) === file.hash;

const ROOMS = ['shell', 'whole', 'visited'] as const satisfies readonly Room[];

const findIn = (cacheName: string, path: string): Promise<Response | undefined> =>
  caches.match(urlOf(path), { cacheName, ignoreVary: true });

/** What is kept of a version under a path. */
export const findCopy = async (
  path: string,
  version = SITE.version,
): Promise<Response | undefined> => {
  for (const room of ROOMS) {
    const copy = await findIn(nameOfRoom(room, version), path);
    if (copy !== undefined) return copy;
  }
  return undefined;
};

/** What any version has under a path, for names that mean the same in all of them. */
export const findAnywhere = async (path: string): Promise<Response | undefined> => {
  const own = await findCopy(path);
  if (own !== undefined) return own;
  for (const cacheName of cachesOfSite(await caches.keys(), SCOPE)) {
    const copy = await findIn(cacheName, path);
    if (copy !== undefined) return copy;
  }
  return undefined;
};

/** Paths of what is in a room. */
export const pathsIn = async (room: Room, version = SITE.version): Promise<readonly string[]> => {
  const name = nameOfRoom(room, version);
  if (!(await caches.has(name))) return [];
  const requests = await (await caches.open(name)).keys();
  return requests.flatMap(({ url }) => pathOf(new URL(url)) ?? []);
};

const download = async (file: OfflineFile, cache: RequestCache): Promise<Response | undefined> => {
  try {
    const response = await fetch(urlOf(file.path), { cache });
    if (response.status >= 500) throw new Failure('network');
    // without the traces of redirects, which browsers do not take for a page
    const copy = new Response(await response.arrayBuffer(), {
      status: response.status,
      headers: response.headers,
    });
    return (await isCopyOf(file, copy)) ? copy : undefined;
  } catch (error) {
    throw error instanceof Failure ? error : new Failure('network', error);
  }
};

/** Loads a file of this version; throws a failure when the site has another one by now. */
export const fetchFile = async (file: OfflineFile): Promise<Response> => {
  // what the browser or a host keeps of earlier versions is passed by in the second attempt
  const found = (await download(file, 'default')) ?? (await download(file, 'reload'));
  if (found === undefined) throw new Failure('renewed');
  return found;
};

/** Keeps a copy; throws when there is no room. */
export const putCopy = async (room: Room, path: string, copy: Response): Promise<void> => {
  if (!hasLeft()) await (await openRoom(room)).put(urlOf(path), copy);
};
