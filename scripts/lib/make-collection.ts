import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Problem } from '../../src/domain/problem.ts';
import { failureCode } from '../../src/entries/text-files.ts';
import { shownPath, UsageError } from './cli.ts';
import type { PlannedFile } from './new-collection.ts';
import { removeAbandoned, stagingDirOf } from './out-dir.ts';

/** Fills a collection that has settings already; what it returns says whether the collection is to be kept. */
export type Fill = (
  stagingDir: string,
) => Promise<{ readonly isKept: boolean; readonly problems: readonly Problem[] }>;

const HINT =
  'Name a new folder; a collection that is there already takes papers by `npm run ingest -- FILE --content FOLDER`.';

/** Refuses a folder that has anything in it but the history of a repository that was just made. */
export const assertNewFolder = async (dir: string): Promise<void> => {
  if (!existsSync(dir)) return;
  const isFolder = (await stat(dir)).isDirectory();
  if (isFolder && (await readdir(dir)).every((name) => name === '.git')) return;
  throw new UsageError(`${shownPath(dir)} is ${isFolder ? 'not empty' : 'a file'}. ${HINT}`);
};

const writeFiles = async (dir: string, files: readonly PlannedFile[]): Promise<void> => {
  for (const { path, text } of files) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
};

/** Moves what is in one folder into another, all of it or nothing. */
const moveInto = async (stagingDir: string, dir: string): Promise<void> => {
  const moved: string[] = [];
  try {
    for (const name of await readdir(stagingDir)) {
      await rename(join(stagingDir, name), join(dir, name));
      moved.push(name);
    }
  } catch (cause) {
    for (const name of moved) await rm(join(dir, name), { recursive: true, force: true });
    throw cause;
  }
};

const putInPlace = async (stagingDir: string, dir: string): Promise<void> => {
  // filling takes a while: somebody may have made a folder of this name
  await assertNewFolder(dir);
  await (existsSync(dir) ? moveInto(stagingDir, dir) : rename(stagingDir, dir));
};

/** Makes a folder and those above it that are missing; gives the way to remove them, as far as they are empty. */
const makeFolder = async (dir: string): Promise<() => Promise<void>> => {
  const first = await mkdir(dir, { recursive: true });
  return async () => {
    if (first === undefined) return;
    try {
      for (let empty = dir; empty.length >= first.length; empty = dirname(empty))
        await rmdir(empty);
    } catch {
      // somebody has put something there meanwhile
    }
  };
};

const notWritten = (dir: string, cause: unknown): Problem => ({
  severity: 'error',
  file: shownPath(dir),
  found: `a folder that cannot be made (${failureCode(cause)})`,
  wanted: 'a new folder with the collection',
  hint: 'Check who may write there and whether the disk is full; nothing was left behind.',
});

const grow = async (dir: string, files: readonly PlannedFile[], fill: Fill) => {
  const stagingDir = stagingDirOf(dir);
  try {
    await writeFiles(stagingDir, files);
    const { isKept, problems } = await fill(stagingDir);
    if (isKept) await putInPlace(stagingDir, dir);
    return { isMade: isKept, problems };
  } finally {
    await rm(stagingDir, { recursive: true, force: true });
  }
};

/** Makes a collection beside its place and puts it there when it is whole; else nothing of it is left. */
export const makeCollection = async (
  dir: string,
  files: readonly PlannedFile[],
  fill: Fill,
): Promise<{ readonly isMade: boolean; readonly problems: readonly Problem[] }> => {
  let unmake = (): Promise<void> => Promise.resolve();
  let isMade = false;
  try {
    unmake = await makeFolder(dirname(dir));
    await removeAbandoned(dir);
    const outcome = await grow(dir, files, fill);
    isMade = outcome.isMade;
    return outcome;
  } catch (cause) {
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause;
    return { isMade: false, problems: [notWritten(dir, cause)] };
  } finally {
    if (!isMade) await unmake();
  }
};
