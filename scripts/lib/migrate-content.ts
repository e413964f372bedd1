import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../src/domain/problem.ts';
import { writeEntryFile, type ContentFolder } from '../../src/entries/entry-files.ts';
import { loadText } from '../../src/entries/text-files.ts';
import {
  planMigration,
  type EntryText,
  type Migration,
  type MigrationPlan,
} from './plan-migration.ts';

const FOLDERS = ['papers', 'topics', 'concepts'] as const;

type Loaded = { readonly entries: readonly EntryText[]; readonly problems: readonly Problem[] };

const loadEntryText = (content: ContentFolder, kind: EntryText['kind'], name: string): Loaded => {
  const path = join(content.path, name);
  const file = `${content.shownAs}/${name}`;
  const text = loadText(path);
  return typeof text === 'string'
    ? { entries: [{ kind, path, file, text }], problems: [] }
    : { entries: [], problems: [{ severity: 'error', file, ...text }] };
};

const loadEntryTexts = (content: ContentFolder): Loaded => {
  const loaded = FOLDERS.filter((folder) => existsSync(join(content.path, folder))).flatMap(
    (folder) =>
      readdirSync(join(content.path, folder))
        .filter((name) => name.endsWith('.md') && !name.startsWith('.'))
        .toSorted()
        .map((name) => loadEntryText(content, folder, `${folder}/${name}`)),
  );
  return {
    entries: loaded.flatMap(({ entries }) => entries),
    problems: loaded.flatMap(({ problems }) => problems),
  };
};

export type MigrationOrder = {
  readonly content: ContentFolder;
  readonly migrations: readonly Migration[];
  readonly newest: number;
  readonly dryRun: boolean;
};

/** Brings a content folder to the newest version of the schemas; writes nothing when there is a problem. */
export const migrateContent = async (order: MigrationOrder): Promise<MigrationPlan> => {
  const { content, dryRun } = order;
  const site = loadEntryText(content, 'site', 'site.md');
  const { entries, problems } = loadEntryTexts(content);
  const unread = [...site.problems, ...problems];
  const [siteEntry] = site.entries;
  if (unread.length > 0 || siteEntry === undefined) return { problems: unread, writes: [] };
  const plan = planMigration(siteEntry, entries, order);
  if (!dryRun) for (const { path, text } of plan.writes) await writeEntryFile(path, text);
  return plan;
};
