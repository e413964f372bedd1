import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { measureScript } from '../lib/measure.ts';
import { PROJECT_DIR } from '../lib/run-astro.ts';

/** What a collection has besides papers; its ledger and its map are about other papers. */
const PARTS = ['site.md', 'topics', 'concepts'] as const;

/** Copies what a collection has besides papers. */
export const copyParts = async (from: string, to: string): Promise<void> => {
  await mkdir(to, { recursive: true });
  for (const part of PARTS)
    if (existsSync(join(from, part)))
      await cp(join(from, part), join(to, part), { recursive: true });
};

/** Makes a collection of all papers of a file, with the settings, topics and concepts of another collection. */
export const ingestInto = async (dir: string, file: string, contentDir: string): Promise<void> => {
  await copyParts(contentDir, dir);
  const ingest = join(PROJECT_DIR, 'scripts/ingest.ts');
  await measureScript(ingest, [file, '--content', dir, '--added', '2026-01-01']);
};

export const countPapers = async (dir: string): Promise<number> =>
  (await readdir(join(dir, 'papers'))).length;

/** Makes a collection of so many papers of another, taken at equal distances. */
export const sampleInto = async (dir: string, from: string, size: number): Promise<void> => {
  await copyParts(from, dir);
  await mkdir(join(dir, 'papers'), { recursive: true });
  const names = (await readdir(join(from, 'papers'))).toSorted();
  for (let at = 0; at < size; at += 1) {
    const name = names[Math.floor((at * names.length) / size)];
    if (name !== undefined) await copyFile(join(from, 'papers', name), join(dir, 'papers', name));
  }
};
