import { isOfflineFile } from '../domain/offline-files.ts';
import { fetchFile, findCopy, putCopy } from './copies.ts';
import { findFile } from './lists.ts';
import { sideBySide } from '../domain/side-by-side.ts';
import { pathOf } from './site.ts';

const keepAddress = async (address: string): Promise<void> => {
  const path = pathOf(new URL(address));
  if (path === undefined || !isOfflineFile(path) || (await findCopy(path)) !== undefined) return;
  const file = await findFile(path);
  if (file !== undefined) await putCopy('visited', path, await fetchFile(file));
};

/** Keeps the page that a reader opened first, before there was this worker, and what it loaded. */
export const keepVisited = (addresses: readonly string[]): Promise<void> =>
  sideBySide([...new Set(addresses)], 2, keepAddress);
