import { z } from 'zod';
import type { Problem } from '../../src/domain/problem.ts';
import { siteSettingsSchema } from '../../src/domain/site-settings.ts';
import { changeFields } from '../../src/entries/change-fields.ts';
import type { EntryFolder } from '../../src/entries/entry-kinds.ts';
import { readEntry } from '../../src/entries/front-matter.ts';

/** An entry's file as it is, whatever version of the schemas it follows. */
export type EntryText = {
  readonly kind: EntryFolder | 'site';
  readonly path: string;
  /** how problems call the file */
  readonly file: string;
  readonly text: string;
};

/**
 * The step from one version of the schemas to the next. It gives back the text of an entry as the next version
 * wants it, and leaves an entry that is so already as it is: after a kill the entries are a mixture.
 */
export type Migration = {
  readonly from: number;
  readonly change: (entry: EntryText) => string;
};

export type MigrationPlan = {
  readonly problems: readonly Problem[];
  /** the version found, when there is one */
  readonly from?: number;
  /** what to write, in this order: site.md is last, for it says that all is done */
  readonly writes: readonly EntryText[];
};

const versionSchema = z.looseObject({ schema: z.number().int().positive() });

const tooNew = (file: string, found: number, newest: number): Problem => ({
  severity: 'error',
  file,
  field: 'schema',
  found: String(found),
  wanted: `at most ${newest}`,
  hint: 'The collection was written for a newer version of this program: update the program.',
});

const changeEntry = (entry: EntryText, steps: readonly Migration[]): EntryText =>
  steps.reduce((before, { change }) => ({ ...before, text: change(before) }), entry);

const stepsFrom = (from: number, newest: number, migrations: readonly Migration[]) =>
  Array.from({ length: newest - from }, (_, index) => {
    const step = migrations.find((migration) => migration.from === from + index);
    if (step === undefined) throw new Error(`There is no migration from ${from + index}.`);
    return step;
  });

/** Decides what to write so that a collection follows the newest version of the schemas. */
export const planMigration = (
  site: EntryText,
  entries: readonly EntryText[],
  { migrations, newest }: { migrations: readonly Migration[]; newest: number },
): MigrationPlan => {
  const { data, problems } = readEntry(site.text, site.file, versionSchema);
  if (data === undefined) return { problems, writes: [] };
  const from = data.schema;
  if (from > newest) return { problems: [tooNew(site.file, from, newest)], from, writes: [] };
  if (from === newest) return { problems: [], from, writes: [] };
  const steps = stepsFrom(from, newest, migrations);
  const changed = entries
    .map((entry) => ({ before: entry, after: changeEntry(entry, steps) }))
    .filter(({ before, after }) => before.text !== after.text)
    .map(({ after }) => after);
  const text = changeFields(changeEntry(site, steps).text, { schema: newest }, siteSettingsSchema);
  return { problems: [], from, writes: [...changed, { ...site, text }] };
};
