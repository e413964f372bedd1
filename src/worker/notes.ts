import { nameOfRoom, openRoom, urlOf } from './site.ts';

/** Small texts that outlive the worker, which browsers stop whenever they like, and its versions. */

const FOLDER = 'offline-notes/';
const openNotes = (): Promise<Cache> => openRoom('notes', '');
const cacheName = nameOfRoom('notes', '');
const addressOf = (name: string): string => urlOf(`${FOLDER}${name}`);

export const readNote = async (name: string): Promise<string | undefined> =>
  (await caches.match(addressOf(name), { cacheName }))?.text();

export const writeNote = async (name: string, text: string): Promise<void> =>
  (await openNotes()).put(addressOf(name), new Response(text));

export const deleteNote = async (name: string): Promise<void> => {
  if (await caches.has(cacheName)) await (await openNotes()).delete(addressOf(name));
};

/** Names of the notes in a folder. */
export const notesIn = async (folder: string): Promise<readonly string[]> => {
  if (!(await caches.has(cacheName))) return [];
  return (await (await openNotes()).keys())
    .map(({ url }) => url.slice(addressOf('').length))
    .filter((name) => name.startsWith(`${folder}/`));
};
