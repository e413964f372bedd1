import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failureCode } from './text-files.ts';

/** Names of files that are being written: hidden, so that nobody takes half a file for a whole one. */
export const UNFINISHED = /^\.unfinished-\d+-\d+$/;

let files = 0;

const unlessMissing = (cause: unknown): undefined => {
  if (failureCode(cause) === 'ENOENT') return undefined;
  throw cause;
};

/**
 * Writes a file whole or not at all: beside its place first, to the disk, then in its place. What a link leads to is
 * replaced, not the link. Unlike write-file-atomic 8 it goes on when the system takes only a part of what it is
 * given, and so does not leave half a file when the disk is full.
 */
export const writeWholeFile = async (path: string, data: string | Uint8Array): Promise<void> => {
  const place = (await realpath(path).catch(unlessMissing)) ?? path;
  const mode = (await stat(place).catch(unlessMissing))?.mode;
  files += 1;
  const unfinished = join(dirname(place), `.unfinished-${process.pid}-${files}`);
  try {
    await writeFile(unfinished, data, { flush: true, ...(mode !== undefined && { mode }) });
    await rename(unfinished, place);
  } catch (cause) {
    await rm(unfinished, { force: true });
    // of a disk that is full the system does not say what it was to hold
    throw cause instanceof Error ? Object.assign(cause, { path: place }) : cause;
  }
};
