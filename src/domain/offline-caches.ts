/**
 * Names of what a service worker keeps. All sites of an origin share its caches, so that a name says which
 * site it belongs to, by the path of its home page, and which version of it.
 */
export type CacheName = {
  /** path of the site's home page, as browsers write it */
  readonly scope: string;
  /** none for what outlives a version */
  readonly version: string;
  readonly room: Room;
};

/** What the worker needs itself; pages that were read; all of the site, by the reader's wish; its own notes. */
export type Room = 'shell' | 'visited' | 'whole' | 'notes';

const ROOMS: readonly string[] = ['shell', 'visited', 'whole', 'notes'] satisfies readonly Room[];
const OWNER = 'paperlight';

export const writeCacheName = ({ scope, version, room }: CacheName): string =>
  [OWNER, encodeURIComponent(scope), version, room].join('|');

const decode = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

/** The parts of a name; none when the cache belongs to some other program. */
export const readCacheName = (name: string): CacheName | undefined => {
  const [owner, encoded = '', version = '', room = '', ...more] = name.split('|');
  const scope = decode(encoded);
  const isOurs = owner === OWNER && ROOMS.includes(room) && more.length === 0;
  return isOurs && scope !== undefined && encodeURIComponent(scope) === encoded
    ? { scope, version, room: room as Room }
    : undefined;
};

/** Of all caches of the origin, those of one site. */
export const cachesOfSite = (names: readonly string[], scope: string): readonly string[] =>
  names.filter((name) => readCacheName(name)?.scope === scope);

/** Of all caches of the origin, those of one site's versions that nothing needs any more. */
export const outdatedCaches = (
  names: readonly string[],
  scope: string,
  needed: ReadonlySet<string>,
): readonly string[] =>
  cachesOfSite(names, scope).filter((name) => {
    const known = readCacheName(name);
    return known !== undefined && known.room !== 'notes' && !needed.has(known.version);
  });
