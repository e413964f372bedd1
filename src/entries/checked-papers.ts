import { readFile, writeFile } from 'node:fs/promises';
import type { Paper } from '../domain/paper.ts';
import type { LoadedEntries } from './entry-files.ts';

/** Writes the papers that a build has read and checked, for the process that renders them. */
export const writeCheckedPapers = (path: string, papers: readonly Paper[]): Promise<void> =>
  writeFile(path, JSON.stringify(papers));

/** Reads them: front matter takes fifteen times as long. What pages get is judged by the schema once more. */
export const readCheckedPapers = async (path: string): Promise<LoadedEntries<Paper>> => {
  const papers = JSON.parse(await readFile(path, 'utf8')) as readonly Paper[];
  return { entries: papers.map((entry) => ({ id: entry.id, entry })), broken: [], problems: [] };
};
