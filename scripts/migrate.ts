import { SCHEMA_VERSION } from '../src/domain/site-settings.ts';
import { runCommand, shownPath } from './lib/cli.ts';
import { migrateContent } from './lib/migrate-content.ts';
import type { Migration } from './lib/plan-migration.ts';

const usage = `
npm run migrate -- [--content DIR] [--dry-run]

Brings a collection that was written for an older version of the schemas to the present one: changes the
fields that are named or meant otherwise now, and \`schema\` in site.md. Comments and all other lines stay.

  --content DIR  the collection's folder (else CONTENT_DIR, else content)
  --dry-run      only list what would be written
`;

/** One for each version that was ever left behind. */
const MIGRATIONS: readonly Migration[] = [];

await runCommand({ usage, options: { 'dry-run': { type: 'boolean' } } }, async (call) => {
  const { contentDir, values } = call;
  const dryRun = values['dry-run'] === true;
  const content = { path: contentDir, shownAs: shownPath(contentDir) };
  const order = { content, migrations: MIGRATIONS, newest: SCHEMA_VERSION, dryRun };
  const { problems, from, writes } = await migrateContent(order);
  if (problems.length > 0) return problems;
  for (const { file } of writes) console.log(file);
  const done = dryRun ? 'to be written' : 'written';
  console.log(
    writes.length === 0
      ? `The collection follows schema ${SCHEMA_VERSION} already.`
      : `Schema ${from} to ${SCHEMA_VERSION}: ${writes.length} files ${done}.`,
  );
  return [];
});
