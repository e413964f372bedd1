import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failureCode } from '../../src/entries/text-files.ts';
import { formatNamed } from './sources/formats.ts';
import type { SourceFormat } from './sources/source-record.ts';

/** Names of the files in `sources/`, sorted; hidden ones and folders are not sources. */
export const namesIn = async (dir: string): Promise<readonly string[]> => {
  try {
    const names = await readdir(dir, { withFileTypes: true });
    return names
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .toSorted();
  } catch (cause) {
    if (failureCode(cause) === 'ENOENT') return [];
    throw cause;
  }
};

const ENDING = /(?:\.[^.]*)?(?:\.gz)?$/i;

/**
 * The format that stands in the name of a file before its ending, when it would not show by itself.
 * @example formatInName('export.as-csl-json.txt') // CSL-JSON
 */
export const formatInName = (name: string): SourceFormat | undefined =>
  formatNamed(/\.as-([\w-]+)$/.exec(name.replace(ENDING, ''))?.[1] ?? '');

/**
 * The name of a file with a format in it.
 * @example nameWithFormat('papers.txt.gz', cslJson) // 'papers.as-csl-json.txt.gz'
 */
export const nameWithFormat = (name: string, { name: format }: SourceFormat): string => {
  const [ending = ''] = ENDING.exec(name) ?? [];
  const stem = name.slice(0, name.length - ending.length).replace(/\.as-[\w-]+$/, '');
  return `${stem}.as-${format}${/^(?:\.gz)?$/i.test(ending) ? '.txt' : ''}${ending}`;
};

/**
 * The name under which a file from elsewhere is kept: that of a copy which is there already, else its own, else,
 * when another file has that, its own with a number.
 */
export const chooseName = async (
  dir: string,
  wanted: string,
  bytes: Buffer,
  taken: ReadonlyMap<string, Buffer>,
): Promise<{ name: string; isThere: boolean }> => {
  const [stem = '', ...endings] = wanted.replace(/^\.+/, '').split('.');
  const existing = new Set([...(await namesIn(dir)), ...taken.keys()]);
  for (let number = 1; ; number += 1) {
    const numbered = number === 1 ? stem : `${stem}-${number}`;
    const name = [numbered === '' ? 'source' : numbered, ...endings].join('.');
    if (!existing.has(name)) return { name, isThere: false };
    const there = taken.get(name) ?? (await readFile(join(dir, name)));
    if (there.equals(bytes)) return { name, isThere: true };
  }
};
