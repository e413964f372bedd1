import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AUTHORS_FILE, authorsFileSchema } from '../src/domain/authors-file.ts';
import { paperIdSchema, type PaperId } from '../src/domain/fields.ts';
import { paperSchema } from '../src/domain/paper.ts';
import { hasErrors, quote, type Problem } from '../src/domain/problem.ts';
import { textToMarkdown } from '../src/domain/text.ts';
import { changeFields } from '../src/entries/change-fields.ts';
import {
  entryPath,
  loadEntries,
  loadKnownAuthors,
  writeEntryFile,
} from '../src/entries/entry-files.ts';
import { PAPERS } from '../src/entries/entry-kinds.ts';
import { changeBody } from '../src/entries/front-matter.ts';
import { loadLedger } from '../src/entries/ledger.ts';
import { runCommand, shownPath, UsageError } from './lib/cli.ts';
import { faultToProblem, isSystemFault } from './lib/ingest-faults.ts';
import { planRename, type RenameOrder, type RenamePlan } from './lib/plan-rename.ts';
import { workAlone } from './lib/run-lock.ts';

const usage = `
npm run rename -- OLD NEW [--join] [--content DIR]

Gives a paper another id, and so another address. The former one goes on to lead to it: OLD becomes an alias of NEW.
Ingest knows the paper as before.

  OLD            the id it has: the name of its file in DIR/papers, without .md
  NEW            the id it is to have, at most 60 lower-case letters and digits joined by single hyphens
  --join         NEW is another entry of the same paper: it takes over what it lacks, and OLD is removed
  --content DIR  the collection's folder (else CONTENT_DIR, else content)
`;

const readId = (text: string): PaperId => {
  const { data } = paperIdSchema.safeParse(text);
  if (data !== undefined) return data;
  throw new UsageError(
    `${quote(text)} is no id: at most 60 lower-case letters and digits, joined by single hyphens.`,
  );
};

/** Writes the new file first and removes the old one last: a run that was cut off is completed by the same command. */
const apply = async (
  contentDir: string,
  { from, to, isJoin }: RenameOrder,
  { changes = {}, people }: RenamePlan,
): Promise<void> => {
  const [old, now] = [entryPath(contentDir, 'papers', from), entryPath(contentDir, 'papers', to)];
  const { abstract, ...fields } = changes;
  const before = await readFile(isJoin || existsSync(now) ? now : old, 'utf8');
  const text = changeFields(before, { aliases: undefined, ...fields }, paperSchema);
  await writeEntryFile(
    now,
    abstract === undefined ? text : changeBody(text, textToMarkdown(abstract).trim()),
  );
  if (people !== undefined) {
    const path = join(contentDir, AUTHORS_FILE);
    await writeEntryFile(
      path,
      changeFields(await readFile(path, 'utf8'), { people }, authorsFileSchema),
    );
  }
  await rm(old);
};

const rename = async (contentDir: string, order: RenameOrder): Promise<readonly Problem[]> => {
  const shownAs = shownPath(contentDir);
  const content = { path: contentDir, shownAs };
  const papers = await loadEntries(content, PAPERS);
  const ledger = await loadLedger(contentDir, shownAs);
  const authors = loadKnownAuthors(content);
  const problems = [...papers.problems, ...ledger.problems, ...authors.problems];
  if (hasErrors(problems)) return problems;
  const plan = planRename(
    {
      entries: papers.entries.map(({ entry }) => entry),
      ledgerIds: ledger.lines.map(({ id }) => id),
      people: authors.knownAuthors,
    },
    order,
  );
  if (hasErrors(plan.problems)) return plan.problems;
  try {
    await apply(contentDir, order, plan);
  } catch (cause) {
    if (!isSystemFault(cause)) throw cause;
    return [faultToProblem(cause, contentDir)];
  }
  console.log(`${order.from} is ${order.to} now; its former address leads there.`);
  return [];
};

const options = { join: { type: 'boolean' } } as const;

await runCommand({ usage, options, positionals: 2 }, async (call) => {
  const { contentDir, positionals, values } = call;
  const [from, to] = positionals;
  if (from === undefined || to === undefined) throw new UsageError('Name the old and the new id.');
  const folder = `${shownPath(contentDir)}/papers`;
  const order = { from, to: readId(to), isJoin: values.join === true, folder };
  return workAlone(contentDir, () => rename(contentDir, order));
});
