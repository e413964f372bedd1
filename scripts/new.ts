import { basename } from 'node:path';
import { webUrlSchema } from '../src/domain/fields.ts';
import type { Problem } from '../src/domain/problem.ts';
import { resolvePath, runCommand, shownPath, UsageError } from './lib/cli.ts';
import { loadTemplates } from './lib/collection-templates.ts';
import { readFormat } from './lib/format-flag.ts';
import { ingestInto } from './lib/ingest-into.ts';
import { assertNewFolder, makeCollection } from './lib/make-collection.ts';
import {
  foldTitle,
  planCollection,
  shellQuote,
  titleOfFolder,
  type Generator,
} from './lib/new-collection.ts';
import { loadOwnVersion } from './lib/own-version.ts';

const usage = `
npm run new -- FOLDER [FILE…] [--title TITLE] [--repository URL] [--format NAME]

Makes a folder for a collection of your own: settings, examples, a manual for those who keep it, and what
publishes it on GitHub Pages. Then takes in papers from the files, as \`npm run ingest\` would. All of it is made,
or nothing.

  FOLDER            where; it must not exist yet, or be empty
  FILE              a file of papers, in any format that \`npm run ingest -- --help\` names
  --title TITLE     name of the site (else made of the folder's name)
  --repository URL  where the collection will be kept on the web; pages then lead to their entries there
  --format NAME     what the files are in, should it not show
`;

const options = {
  title: { type: 'string' },
  repository: { type: 'string' },
  format: { type: 'string' },
} as const;

const readTitle = (typed: string | undefined, folder: string): string => {
  const title = typed === undefined ? titleOfFolder(folder) : foldTitle(typed);
  if (title !== undefined) return title;
  throw new UsageError(
    '--title: expected one line of text without control characters, at most 2000 characters.',
  );
};

const readRepository = (typed: string | undefined): string | undefined => {
  if (typed === undefined || webUrlSchema.safeParse(typed).success) return typed;
  throw new UsageError(
    `--repository: expected an address like https://github.com/you/papers, found ${JSON.stringify(typed)}.`,
  );
};

/** A clone knows where it comes from; an unpacked archive, or a copy of a folder, does not. */
const readGenerator = ({ repository, version }: Partial<Generator>): Generator | undefined =>
  repository === undefined || version === undefined ? undefined : { repository, version };

const noGenerator = (shown: string): Problem => ({
  severity: 'warning',
  file: `${shown}/site.md`,
  field: 'generator',
  found: 'no web address of this Paperlight',
  wanted: 'address and version from which the site is built on GitHub',
  hint: 'Uncomment `generator` and fill it in before you publish there; all else works without.',
});

const nextSteps = (shown: string, hasFiles: boolean): string => {
  const content = `--content ${shellQuote(shown)}`;
  return [
    `Made ${shown}; its README.md tells how to go on. Next:`,
    ...(hasFiles ? [] : [`  npm run ingest -- FILE ${content}`]),
    `  npm start -- ${content}`,
  ].join('\n');
};

await runCommand({ usage, options, positionals: Infinity }, async ({ positionals, values }) => {
  const [typed, ...files] = positionals;
  if (values.content !== undefined)
    throw new UsageError('Name the folder without --content: `npm run new -- FOLDER`.');
  if (typed === undefined) throw new UsageError('Name the folder to be made.');
  const dir = resolvePath(typed);
  const shown = shownPath(dir);
  await assertNewFolder(dir);
  const folder = basename(dir);
  const format = readFormat(values.format, files);
  const generator = readGenerator(loadOwnVersion());
  const planned = planCollection(
    {
      folder,
      title: readTitle(values.title, folder),
      repository: readRepository(values.repository),
      generator,
    },
    await loadTemplates(),
  );
  const { isMade, problems } = await makeCollection(dir, planned, (stagingDir) =>
    files.length === 0
      ? Promise.resolve({ isKept: true, problems: [] })
      : ingestInto({ stagingDir, dir, files, format: format?.name }),
  );
  if (isMade) console.log(nextSteps(shown, files.length > 0));
  return isMade && generator === undefined ? [...problems, noGenerator(shown)] : problems;
});
