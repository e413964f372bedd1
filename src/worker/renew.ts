import { filesToRenew, type OfflineFile } from '../domain/offline-files.ts';
import type { Room } from '../domain/offline-caches.ts';
import { fetchFile, findCopy, isCopyOf, pathsIn, putCopy } from './copies.ts';
import { Failure, reasonOf } from './failure.ts';
import { allFiles, findFile } from './lists.ts';
import { deleteNote, readNote, writeNote } from './notes.ts';
import { sideBySide } from '../domain/side-by-side.ts';
import { clearRoom, SITE } from './site.ts';

/**
 * Brings a version of the site into the browser before it takes over: what the worker needs, and the present
 * contents of all that the version before has kept. Where that fails the version before goes on undisturbed.
 */

const WIDTH = 6;

/** The same file of the version before, if it is the same. */
const copyFrom = async (
  version: string | undefined,
  file: OfflineFile,
): Promise<Response | undefined> => {
  const copy = version === undefined ? undefined : await findCopy(file.path, version);
  return copy !== undefined && (await isCopyOf(file, copy)) ? copy : undefined;
};

type Source = { readonly before: string | undefined; readonly mayLoad: boolean };

const bring = async (
  room: Room,
  files: readonly OfflineFile[],
  { before, mayLoad }: Source,
): Promise<void> => {
  // an attempt that was cut off has left some
  const here = new Set(await pathsIn(room));
  const wanted = files.filter(({ path }) => !here.has(path));
  await sideBySide(wanted, WIDTH, async (file) => {
    const copy = (await copyFrom(before, file)) ?? (mayLoad ? await fetchFile(file) : undefined);
    if (copy !== undefined) await putCopy(room, file.path, copy);
  });
};

const shellFiles = async (): Promise<readonly OfflineFile[]> => {
  const files = await Promise.all(SITE.shell.map(findFile));
  return files.map((file) => {
    if (file === undefined) throw new Failure('renewed');
    return file;
  });
};

/** The version that readers have now, unless it is this one. */
const versionBefore = async (): Promise<string | undefined> => {
  const active = await readNote('active');
  return active === SITE.version ? undefined : active;
};

const bringAll = async (): Promise<void> => {
  const before = await versionBefore();
  const source = { before, mayLoad: true };
  await bring('shell', await shellFiles(), source);
  if (before === undefined) return;
  const keeping = await readNote('keeping');
  // what was not kept to its end goes on from what is the same
  if (keeping !== undefined)
    await bring('whole', await allFiles(), { before, mayLoad: keeping === 'whole' });
  const visited = await pathsIn('visited', before);
  if (keeping !== 'whole' && visited.length > 0)
    await bring('visited', filesToRenew(await allFiles(), new Set(visited)), source);
};

/** Whether the last attempt to bring a version found no room, of which it left no note. */
const hasLackedRoom = async (): Promise<boolean> =>
  (await versionBefore()) !== undefined && (await readNote('coming')) === undefined;

/** To be done before this version is installed; throws when it cannot be. */
export const renew = async (): Promise<void> => {
  // browsers try again with every page: meanwhile readers are told of the lack all the same
  const isRetrial = await hasLackedRoom();
  try {
    if (!isRetrial) await writeNote('coming', SITE.version);
    await bringAll();
    if (isRetrial) await writeNote('coming', SITE.version);
  } catch (error) {
    if (reasonOf(error) === 'room' && (await versionBefore()) !== undefined) {
      for (const room of ['shell', 'visited', 'whole'] as const) await clearRoom(room);
      // that there is none tells of the lack of room, for which a note might find no room either
      await deleteNote('coming');
    }
    throw error;
  }
};
