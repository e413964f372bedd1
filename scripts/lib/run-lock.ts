import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failureCode } from '../../src/entries/text-files.ts';

const isAlive = (pid: number): boolean => {
  try {
    // asks without sending anything
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return failureCode(cause) === 'EPERM';
  }
};

/** The process that a lock names; none when its file is gone or half written. */
const holderOf = async (lock: string): Promise<number | undefined> => {
  const pid = Number(await readFile(lock, 'utf8').catch(() => ''));
  return Number.isSafeInteger(pid) && pid > 0 && isAlive(pid) ? pid : undefined;
};

/**
 * Claims a file for this process, so that no other on this machine works on it at the same time; what a killed
 * process claimed is free. Gives the way to let go of it, or nothing when another has it.
 */
export const claim = async (path: string): Promise<(() => Promise<void>) | undefined> => {
  // apart from the file, which may be carried to another machine
  const name = createHash('sha256').update(path).digest('hex').slice(0, 16);
  const lock = join(tmpdir(), `paperlight-${name}.lock`);
  if ((await holderOf(lock)) === undefined) await rm(lock, { force: true });
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    if (failureCode(cause) === 'EEXIST') return undefined;
    throw cause;
  }
  return () => rm(lock, { force: true });
};
