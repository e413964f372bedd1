import { bytesOf, type OfflineFile } from '../domain/offline-files.ts';
import { cachesOfSite, readCacheName } from '../domain/offline-caches.ts';
import type { Keeping, OfflineAnswer } from '../domain/offline-protocol.ts';
import { fetchFile, findCopy, pathsIn, putCopy } from './copies.ts';
import { dismiss } from './dismissal.ts';
import { Failure, reasonOf } from './failure.ts';
import { allFiles, codeFiles } from './lists.ts';
import { deleteNote, readNote, writeNote } from './notes.ts';
import { sideBySide } from '../domain/side-by-side.ts';
import { clearRoom, SCOPE, SITE } from './site.ts';

declare const self: ServiceWorkerGlobalScope;

/**
 * Keeps the whole site, by the reader's wish. The page asks for it a few files at a time: browsers stop
 * workers that are busy for long, and what a page does ends with the page.
 */

const FILES_AT_A_TIME = 48;
const WIDTH = 16;

/** What is not here yet; found out anew after a failure. */
let missing: Promise<OfflineFile[]> | undefined;

const findMissing = async (): Promise<OfflineFile[]> => {
  const here = new Set(await pathsIn('whole'));
  return (await allFiles()).filter(({ path }) => !here.has(path));
};

const keepFile = async (file: OfflineFile): Promise<void> =>
  putCopy('whole', file.path, (await findCopy(file.path)) ?? (await fetchFile(file)));

const keepSome = async (): Promise<OfflineAnswer> => {
  await writeNote('keeping', 'begun');
  const rest = await (missing ??= findMissing());
  await sideBySide(rest.slice(0, FILES_AT_A_TIME), WIDTH, keepFile);
  rest.splice(0, FILES_AT_A_TIME);
  if (rest.length === 0) {
    missing = undefined;
    await writeNote('keeping', 'whole');
    // all of it is kept once already
    await clearRoom('visited');
  }
  const left = bytesOf(rest);
  return {
    type: 'kept',
    files: SITE.files - rest.length,
    bytes: SITE.bytes - left,
    left: rest.length,
  };
};

/** Half a site is no use where there is no room for the other half. */
const giveUp = async (): Promise<void> => {
  await clearRoom('whole');
  await deleteNote('keeping');
};

const tryToKeep = async (): Promise<OfflineAnswer> => {
  try {
    return await keepSome();
  } catch (error) {
    missing = undefined;
    const failure = reasonOf(error);
    if (failure === 'room') await giveUp();
    if (failure === 'renewed') await self.registration.update().catch(() => undefined);
    return { type: 'failed', failure };
  }
};

let queue: Promise<unknown> = Promise.resolve();

/** Does one thing after the other, also when two tabs ask. */
const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
  const done = queue.then(task);
  queue = done.catch(() => undefined);
  return done;
};

/** Keeps the next few files. */
export const keepNext = (): Promise<OfflineAnswer> => inTurn(tryToKeep);

export const readKeeping = async (): Promise<Keeping> => {
  const note = await readNote('keeping');
  return note === 'whole' || note === 'begun' ? note : 'no';
};

/** Forgets pages that were read, and the whole site, of every version. */
export const removeKept = (): Promise<void> =>
  inTurn(async () => {
    missing = undefined;
    await deleteNote('keeping');
    for (const name of cachesOfSite(await caches.keys(), SCOPE))
      if (['visited', 'whole'].includes(readCacheName(name)?.room ?? '')) await caches.delete(name);
    // a version that lacked room may come now
    await writeNote('coming', SITE.version);
  });

/** Forgets everything and stops: no page that is opened from now on meets this worker. */
export const leave = (): Promise<void> =>
  inTurn(async () => {
    dismiss();
    await self.registration.unregister();
    for (const name of cachesOfSite(await caches.keys(), SCOPE)) await caches.delete(name);
  });

let hasCode = false;

/**
 * Keeps all scripts and styles, so that a page that was read can do offline what nobody has tried on it. To
 * be done for readers who went on to a second page.
 */
export const keepCode = async (): Promise<void> => {
  if (hasCode) return;
  hasCode = true;
  try {
    await sideBySide(await codeFiles(), 2, async (file) => {
      if ((await findCopy(file.path)) === undefined)
        await putCopy('visited', file.path, await fetchFile(file));
    });
  } catch (error) {
    // tried again with the next page; without room there is no use in it
    hasCode = error instanceof Failure ? false : reasonOf(error) === 'room';
  }
};
