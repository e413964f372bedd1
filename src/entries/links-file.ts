import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import {
  formatLinksFile,
  LINKS_FILE,
  linksFileSchema,
  type LinkRecords,
  type LinksFile,
} from '../domain/link-report.ts';
import { quote, type Problem } from '../domain/problem.ts';
import { issuesToProblems } from '../domain/schema-problems.ts';
import type { ContentFolder } from './entry-files.ts';
import { failureCode } from './text-files.ts';
import { writeWholeFile } from './whole-files.ts';

export type LoadedLinks = {
  /** undefined when there is no file, or none that can be read */
  readonly links: LinksFile | undefined;
  /** warnings: nothing depends on the report but notes on pages */
  readonly problems: readonly Problem[];
};

const HINT =
  'Remove it, or take it back from the history of the collection: `npm run links` writes it anew.';

const damaged = (file: string, found: string, wanted: string): LoadedLinks => ({
  links: undefined,
  problems: [{ severity: 'warning', file, found, wanted, hint: HINT }],
});

/** Reads the text of a report. */
export const readLinksFile = (text: string, file: string): LoadedLinks => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return damaged(file, `text that is not JSON, ${quote(text)}`, 'a JSON object');
  }
  const { data: links, error } = linksFileSchema.safeParse(value);
  if (links !== undefined) return { links, problems: [] };
  const problems = issuesToProblems(error.issues, { value, schema: linksFileSchema, file });
  return { links, problems: problems.map((one) => ({ ...one, severity: 'warning' })) };
};

/** Reads the report on the links of a content folder; there is none before the first `npm run links`. */
export const loadLinksFile = async ({ path, shownAs }: ContentFolder): Promise<LoadedLinks> => {
  const file = `${shownAs}/${LINKS_FILE}`;
  try {
    return readLinksFile(await readFile(join(path, LINKS_FILE), 'utf8'), file);
  } catch (cause) {
    const code = failureCode(cause);
    if (code === 'ENOENT') return { links: undefined, problems: [] };
    return damaged(file, `a file that cannot be read (${code})`, 'a readable file');
  }
};

/** Writes the report of a content folder, whole or not at all. */
export const writeLinksFile = (contentDir: string, records: LinkRecords): Promise<void> =>
  writeWholeFile(join(contentDir, LINKS_FILE), formatLinksFile(records));
