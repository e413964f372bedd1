import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A name for the code below a folder: it changes with any of its files. */
const digestOfCode = (projectDir: string): string => {
  const src = join(projectDir, 'src');
  const files = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted();
  const hash = createHash('sha256');
  const lock = join(projectDir, 'package-lock.json');
  for (const file of existsSync(lock) ? [...files, lock] : files)
    hash.update(`${file.slice(projectDir.length)}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
};

/**
 * Makes the folder for results of this version of the code below `cacheDir`, and removes those of other versions,
 * which might compute otherwise.
 */
export const prepareAnalysisFolder = async (
  cacheDir: string,
  projectDir: string,
): Promise<string> => {
  const all = join(cacheDir, 'analysis');
  const own = digestOfCode(projectDir);
  await mkdir(join(all, own), { recursive: true });
  for (const name of await readdir(all))
    if (name !== own) await rm(join(all, name), { recursive: true, force: true });
  return join(all, own);
};
