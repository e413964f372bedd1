import { existsSync, readdirSync, realpathSync, statSync, rmSync } from 'node:fs';
import { readdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { UsageError } from './cli.ts';

/** Tells a folder that a build made from one that somebody else filled. */
const MARKER = '.paperlight-site';
const MARKER_TEXT = 'Written by `npm run build`, which replaces this folder as a whole.\n';

export const isOurs = (dir: string): boolean => existsSync(join(dir, MARKER));

export const markAsOurs = (dir: string): Promise<void> => writeFile(join(dir, MARKER), MARKER_TEXT);

/** Absolute path without symbolic links, as far as it exists. */
const realPathOf = (path: string): string => {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPathOf(parent), basename(path));
};

/** Whether `inner` is `outer` or stands below it. */
const isWithin = (inner: string, outer: string): boolean => {
  const way = relative(realPathOf(outer), realPathOf(inner));
  return !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
};

const reasonToRefuse = (outDir: string, keep: readonly string[]): string | undefined => {
  const swallowed = keep.find((dir) => isWithin(dir, outDir));
  if (swallowed !== undefined) return `it contains ${swallowed}`;
  if (!existsSync(outDir)) return undefined;
  if (!statSync(outDir).isDirectory()) return 'it is a file';
  if (readdirSync(outDir).length > 0 && !isOurs(outDir))
    return 'it is not empty and was not made by a build';
  return undefined;
};

/**
 * A build replaces its output folder as a whole, so it takes only one that is absent, empty or its own, and
 * never one that contains a folder to keep.
 */
export const assertOutDir = (outDir: string, keep: readonly string[]): void => {
  const reason = reasonToRefuse(outDir, keep);
  if (reason === undefined) return;
  throw new UsageError(`OUT_DIR is ${outDir}, but ${reason}. Name an empty or a new folder.`);
};

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** All at once: file by file, as promises, tens of thousands take ten times as long. */
export const removeTree = (path: string): void => {
  rmSync(path, { recursive: true, force: true });
};

/** Where a build grows before it takes the place of `outDir`: beside it, so that the move is a rename. */
export const stagingDirOf = (outDir: string): string =>
  join(dirname(outDir), `.${basename(outDir)}.building-${process.pid}`);

/** Removes what killed builds left beside `outDir`. */
export const removeAbandoned = async (outDir: string): Promise<void> => {
  const parent = dirname(outDir);
  const prefix = `.${basename(outDir)}.building-`;
  for (const name of existsSync(parent) ? await readdir(parent) : []) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : NaN;
    if (Number.isNaN(pid) || (pid !== process.pid && isRunning(pid))) continue;
    removeTree(join(parent, name));
  }
};

/** Puts a finished build in the place of the old one, which stays when that fails. */
export const moveIntoPlace = async (stagingDir: string, outDir: string): Promise<void> => {
  const old = `${stagingDir}.old`;
  if (existsSync(outDir)) await rename(outDir, old);
  try {
    await rename(stagingDir, outDir);
  } catch (error) {
    if (existsSync(old)) await rename(old, outDir);
    throw error;
  }
  removeTree(old);
};
