import { outdatedCaches } from '../domain/offline-caches.ts';
import { hasLeft } from './dismissal.ts';
import { deleteNote, notesIn, readNote, writeNote } from './notes.ts';
import { SCOPE, SITE } from './site.ts';

declare const self: ServiceWorkerGlobalScope;

/**
 * Which version of the site each open page has. Pages get the data of their own version: a page that was
 * opened before an update never gets the index that came with it, and a page that came newer than what is
 * kept never gets the older one. Most pages have the version of this worker; only the others are noted.
 */

/** The version of a page that the network has and this worker does not know. */
export const FOREIGN = 'foreign';

const FOLDER = 'readers';
const noteOf = (id: string): string => `${FOLDER}/${id}`;

/** Pages that are still arriving, for whom it is found out. */
const arriving = new Map<string, Promise<unknown>>();

/** Makes questions about a page wait until it has been looked at. */
export const awaitArrival = (id: string, looking: Promise<unknown>): void => {
  if (id === '') return;
  const end = (): void => {
    arriving.delete(id);
  };
  arriving.set(id, looking.then(end, end));
};

export const noteVersion = async (id: string, version: string): Promise<void> => {
  if (id !== '' && !hasLeft()) await writeNote(noteOf(id), version);
};

/** The version of an open page, or of a worker that it started. */
export const versionOf = async (id: string): Promise<string> => {
  await arriving.get(id);
  return (id === '' ? undefined : await readNote(noteOf(id))) ?? SITE.version;
};

const openReaders = async (): Promise<ReadonlySet<string>> => {
  const open = await self.clients.matchAll({ type: 'all', includeUncontrolled: true });
  return new Set(open.map(({ id }) => id));
};

/** Takes over from the version before: the pages that are open now are that one's. */
export const takeOver = async (): Promise<void> => {
  const previous = await readNote('active');
  if (previous !== undefined && previous !== SITE.version)
    for (const { id } of await self.clients.matchAll({ type: 'all' }))
      if ((await readNote(noteOf(id))) === undefined) await noteVersion(id, previous);
  await writeNote('active', SITE.version);
};

/** Deletes what is kept of versions that no open page has, nor one that is on its way. */
export const sweep = async (): Promise<void> => {
  // looked at first: what a version brings that comes meanwhile is left alone
  const names = await caches.keys();
  // a version that is coming or waiting has rooms of its own
  if (self.registration.installing !== null || self.registration.waiting !== null) return;
  const open = await openReaders();
  const needed = new Set([SITE.version, (await readNote('coming')) ?? '']);
  for (const note of await notesIn(FOLDER)) {
    const id = note.slice(noteOf('').length);
    if (open.has(id)) needed.add(await versionOf(id));
    else if (!arriving.has(id)) await deleteNote(note);
  }
  for (const name of outdatedCaches(names, SCOPE, needed)) await caches.delete(name);
};
