import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  formatMapFile,
  MAP_FILE,
  mapFileSchema,
  type MapFile,
  type Places,
} from '../domain/map-file.ts';
import { quote, type Problem } from '../domain/problem.ts';
import { issuesToProblems } from '../domain/schema-problems.ts';
import type { ContentFolder } from './entry-files.ts';
import { failureCode } from './text-files.ts';
import { writeWholeFile } from './whole-files.ts';

export type LoadedMap = {
  /** undefined when there is no file, or none that can be read */
  readonly map: MapFile | undefined;
  readonly problems: readonly Problem[];
};

const HINT = 'Take it back from the history of the collection, or run `npm run map -- --anew`.';

const damaged = (file: string, found: string, wanted: string): LoadedMap => ({
  map: undefined,
  problems: [{ severity: 'error', file, found, wanted, hint: HINT }],
});

/** Reads the map's text. */
export const readMapFile = (text: string, file: string): LoadedMap => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return damaged(file, `text that is not JSON, ${quote(text)}`, 'a JSON object');
  }
  const { data: map, error } = mapFileSchema.safeParse(value);
  if (map !== undefined) return { map, problems: [] };
  return {
    map,
    problems: issuesToProblems(error.issues, { value, schema: mapFileSchema, file }),
  };
};

/** Reads the map of a content folder; there is none before the first `npm run map`. */
export const loadMapFile = async ({ path, shownAs }: ContentFolder): Promise<LoadedMap> => {
  const file = `${shownAs}/${MAP_FILE}`;
  try {
    return readMapFile(await readFile(join(path, MAP_FILE), 'utf8'), file);
  } catch (cause) {
    const code = failureCode(cause);
    if (code === 'ENOENT') return { map: undefined, problems: [] };
    return damaged(file, `a file that cannot be read (${code})`, 'a readable file');
  }
};

/** Writes the map of a content folder, whole or not at all. */
export const writeMapFile = (contentDir: string, places: Places): Promise<void> =>
  writeWholeFile(join(contentDir, MAP_FILE), formatMapFile(places));
