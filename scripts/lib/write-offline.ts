import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import {
  bytesOf,
  HASH_DIGITS,
  isOfflineFile,
  listAddress,
  toLists,
  WORKER_FILE,
  writeList,
  type OfflineFile,
  type OfflineSite,
} from '../../src/domain/offline-files.ts';
import { findShell } from './offline-shell.ts';

const hashOf = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, HASH_DIGITS);

/** Paths below a folder with forward slashes, sorted. */
const pathsBelow = (dir: string): readonly string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();

const weigh = (dir: string, path: string): OfflineFile => {
  const bytes = readFileSync(join(dir, path));
  return { path, bytes: bytes.length, hash: hashOf(bytes) };
};

const describeSite = (
  files: readonly OfflineFile[],
  shell: readonly string[],
  code: string,
): OfflineSite => ({
  version: hashOf(`${writeList(files)}\n${code}`),
  lists: toLists(files).length,
  files: files.length,
  pages: files.filter(({ path }) => path.endsWith('.html')).length,
  bytes: bytesOf(files),
  shell,
});

/**
 * Completes a built site by its service worker and the lists of what can be kept offline. The version is a hash
 * of all that, so that a site that is the same has the same one.
 */
export const writeOffline = async (dir: string, base: string, code: string): Promise<void> => {
  const paths = pathsBelow(dir).filter(isOfflineFile);
  const read = (path: string) => readFileSync(join(dir, path), 'utf8');
  const files = paths.map((path) => weigh(dir, path));
  const site = describeSite(files, findShell({ paths, base, read }), code);
  await mkdir(join(dir, dirname(listAddress(site.version, 0))), { recursive: true });
  for (const [index, list] of toLists(files).entries())
    await writeFile(join(dir, listAddress(site.version, index)), writeList(list));
  await writeFile(join(dir, WORKER_FILE), `self.OFFLINE_SITE=${JSON.stringify(site)};\n${code}`);
};
