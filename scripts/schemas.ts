import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeEntryFile } from '../src/entries/entry-files.ts';
import { resolvePath, runCommand, shownPath, UsageError } from './lib/cli.ts';
import { jsonSchemaFiles } from './lib/json-schemas.ts';

const usage = `
npm run schemas -- [--content DIR] [--out DIR]

Writes the JSON Schemas of papers, topics, concepts and site.md, from which an editor completes and checks
front matter while you type: paper.schema.json, topic.schema.json, concept.schema.json, site.schema.json; those
of the files that commands keep, map.schema.json and links.schema.json; and that of what check prints as JSON,
check.schema.json.

  --content DIR  the collection's folder (else CONTENT_DIR, else content)
  --out DIR      where to write (else .schemas in the collection's folder)
`;

await runCommand({ usage, options: { out: { type: 'string' } } }, async (call) => {
  const { out } = call.values;
  if (out === undefined && !existsSync(call.contentDir))
    throw new UsageError(`There is no folder ${shownPath(call.contentDir)}.`);
  const folder = out === undefined ? join(call.contentDir, '.schemas') : resolvePath(out);
  await mkdir(folder, { recursive: true });
  for (const { name, text } of jsonSchemaFiles()) {
    await writeEntryFile(join(folder, name), text);
    console.log(shownPath(join(folder, name)));
  }
  return [];
});
