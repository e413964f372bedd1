import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../src/domain/problem.ts';
import { writeEntryFile } from '../../src/entries/entry-files.ts';
import { loadText } from '../../src/entries/text-files.ts';
import {
  planMigration,
  type EntryText,
  type Migration,
  type MigrationPlan,
} from './plan-migration.ts';

const FOLDERS = ['papers', 'topics', 'concepts'] as const;

type Loaded = { readonly entries: readonly EntryText[]; readonly problems: readonly Problem[] };

const loadEntryText = (contentDir: string, kind: EntryText['kind'], file: string): Loaded => {
  const text = loadText(join(contentDir, file));
  return typeof text === 'string'
    ? { entries: [{ kind, file, text }], problems: [] }
    : { entries: [], problems: [{ severity: 'error', file, ...text }] };
};

const loadEntryTexts = (contentDir: string): Loaded => {
  const loaded = FOLDERS.filter((folder) => existsSync(join(contentDir, folder))).flatMap(
    (folder) =>
      readdirSync(join(contentDir, folder))
        .filter((name) => name.endsWith('.md'))
        .toSorted()
        .map((name) => loadEntryText(contentDir, folder, `${folder}/${name}`)),
  );
  return {
    entries: loaded.flatMap(({ entries }) => entries),
    problems: loaded.flatMap(({ problems }) => problems),
  };
};

export type MigrationOrder = {
  readonly contentDir: string;
  readonly migrations: readonly Migration[];
  readonly newest: number;
  readonly dryRun: boolean;
};

/** Brings a content folder to the newest version of the schemas; writes nothing when there is a problem. */
export const migrateContent = async (order: MigrationOrder): Promise<MigrationPlan> => {
  const { contentDir, dryRun } = order;
  const site = loadEntryText(contentDir, 'site', 'site.md');
  const { entries, problems } = loadEntryTexts(contentDir);
  const unread = [...site.problems, ...problems];
  const [siteEntry] = site.entries;
  if (unread.length > 0 || siteEntry === undefined) return { problems: unread, writes: [] };
  const plan = planMigration(siteEntry, entries, order);
  if (!dryRun)
    for (const { file, text } of plan.writes) await writeEntryFile(join(contentDir, file), text);
  return plan;
};
