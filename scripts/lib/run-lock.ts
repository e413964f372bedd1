import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '../../src/domain/problem.ts';
import { failureCode } from '../../src/entries/text-files.ts';
import { shownPath } from './cli.ts';

const isAlive = (pid: number): boolean => {
  try {
    // asks without sending anything
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return failureCode(cause) === 'EPERM';
  }
};

/** When a process began, as Linux counts it: numbers of processes come back, such moments do not. */
const beginOf = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // its name, in parentheses, may contain anything
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
};

/** What a lock says: the process that has it, and when that began, where the system tells. */
const nameOf = (pid: number): string => `${pid} ${beginOf(pid)}`;

const isHolder = (text: string): boolean => {
  const [number = '', begin = ''] = text.split(' ');
  const pid = Number(number);
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isAlive(pid)) return false;
  const now = beginOf(pid);
  return begin === '' || now === '' || begin === now;
};

/** The time in which a lock may be empty, for who made it is about to say who it is. */
const WRITING_MS = 5_000;

/** Whether somebody has a lock; what a killed process left is nobody's. */
const isHeld = async (lock: string): Promise<boolean> => {
  try {
    const text = await readFile(lock, 'utf8');
    if (text !== '') return isHolder(text);
    return Date.now() - (await stat(lock)).mtimeMs < WRITING_MS;
  } catch (cause) {
    // one that cannot be read is another user's
    return failureCode(cause) !== 'ENOENT';
  }
};

const unlessThere = (cause: unknown): boolean => {
  if (failureCode(cause) === 'EEXIST') return false;
  throw cause;
};

/** Makes a lock that says who has it from its first moment: a process killed in between would leave one of nobody. */
const make = async (lock: string): Promise<boolean> => {
  const name = nameOf(process.pid);
  const own = `${lock}-${process.pid}`;
  await writeFile(own, name, { mode: 0o600 });
  try {
    return await link(own, lock).then(() => true, unlessThere);
  } catch {
    // where a file has one name only
    return await writeFile(lock, name, { flag: 'wx', mode: 0o600 }).then(() => true, unlessThere);
  } finally {
    await rm(own, { force: true });
  }
};

/** Takes away a lock that nobody has. One at a time does so, else the second would take away the first one's new lock. */
const clear = async (lock: string): Promise<void> => {
  const clearing = `${lock}-clearing`;
  if (!(await isHeld(clearing))) await rm(clearing, { force: true });
  if (!(await make(clearing))) return;
  try {
    if (!(await isHeld(lock))) await rm(lock, { force: true });
  } finally {
    await rm(clearing, { force: true });
  }
};

/**
 * Claims a file or folder for this process, so that no other on this machine works on it at the same time; what a
 * killed process claimed is free. Gives the way to let go of it, or nothing when another has it.
 */
export const claim = async (path: string): Promise<(() => Promise<void>) | undefined> => {
  const real = await realpath(path).catch(() => path);
  // apart from the file, which may be carried to another machine
  const name = createHash('sha256').update(real).digest('hex').slice(0, 16);
  const lock = join(tmpdir(), `paperlight-${name}.lock`);
  if (await make(lock)) return () => rm(lock, { force: true });
  if (await isHeld(lock)) return undefined;
  await clear(lock);
  return (await make(lock)) ? () => rm(lock, { force: true }) : undefined;
};

const busy = (shownAs: string): Problem => ({
  severity: 'error',
  file: shownAs,
  found: 'another ingest or rename that is at work here',
  wanted: 'one at a time',
  hint: 'Nothing was written. Wait until it has ended, and run this again.',
});

/** Runs a work that changes a collection, unless another one is at it; nothing is written then. */
export const workAlone = async (
  contentDir: string,
  work: () => Promise<readonly Problem[]>,
): Promise<readonly Problem[]> => {
  const release = await claim(contentDir);
  if (release === undefined) return [busy(shownPath(contentDir))];
  try {
    return await work();
  } finally {
    await release();
  }
};
