import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Templates } from './new-collection.ts';
import { PROJECT_DIR } from './run-astro.ts';

const TEMPLATES = 'scripts/templates/collection';

// names with a dot would be in force in this repository too
const SOURCES: readonly (readonly [path: string, source: string])[] = [
  ['README.md', `${TEMPLATES}/README.md`],
  ['.gitignore', `${TEMPLATES}/gitignore`],
  ['.gitattributes', `${TEMPLATES}/gitattributes`],
  ['.github/workflows/publish.yml', `${TEMPLATES}/publish.yml`],
  ['.github/ISSUE_TEMPLATE/fix-record.yml', '.github/ISSUE_TEMPLATE/fix-record.yml'],
  ...['authors', 'concept', 'paper', 'topic'].map(
    (name) => [`examples/${name}.md`, `${TEMPLATES}/examples/${name}.md`] as const,
  ),
];

/** Reads what every new collection gets. */
export const loadTemplates = async (): Promise<Templates> =>
  new Map(
    await Promise.all(
      SOURCES.map(
        async ([path, source]) =>
          [path, await readFile(join(PROJECT_DIR, source), 'utf8')] as const,
      ),
    ),
  );
