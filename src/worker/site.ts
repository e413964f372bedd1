import { addressOfFile, fileOfAddress, type OfflineSite } from '../domain/offline-files.ts';
import { writeCacheName, type Room } from '../domain/offline-caches.ts';

declare const self: ServiceWorkerGlobalScope & {
  /** written before the code by the build */
  readonly OFFLINE_SITE: OfflineSite;
};

/** The site that this worker was built with. */
export const SITE = self.OFFLINE_SITE;

/** Address of the home page: the worker stands beside it. */
const HOME = new URL('./', self.location.href);

/** What tells the sites of one origin apart. */
export const SCOPE = HOME.pathname;

/** The address of a file, by which it is kept: without words to search for and the like. */
export const urlOf = (path: string): string => new URL(addressOfFile(path), HOME).href;

/** The file that an address of this site means; none for other sites. */
export const pathOf = ({ origin, pathname }: URL): string | undefined =>
  origin === HOME.origin && pathname.startsWith(SCOPE)
    ? fileOfAddress(pathname.slice(SCOPE.length))
    : undefined;

/** The cache that a room is: of this version of the site, or of another. */
export const nameOfRoom = (room: Room, version = SITE.version): string =>
  writeCacheName({ scope: SCOPE, version, room });

/** Opens a room to put something in. */
export const openRoom = (room: Room, version?: string): Promise<Cache> =>
  caches.open(nameOfRoom(room, version));

/** Deletes a room with all that is in it. */
export const clearRoom = (room: Room): Promise<boolean> => caches.delete(nameOfRoom(room));
