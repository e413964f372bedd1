import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { paperSchema } from '../../src/domain/paper.ts';
import { textToMarkdown } from '../../src/domain/text.ts';
import { changeFields } from '../../src/entries/change-fields.ts';
import { entryPath, writeEntryFile } from '../../src/entries/entry-files.ts';
import { changeBody, formatEntry } from '../../src/entries/front-matter.ts';
import { formatLedger, LEDGER_FILE, type LedgerLine } from '../../src/entries/ledger.ts';
import { UNFINISHED, writeWholeFile } from '../../src/entries/whole-files.ts';
import type { Source } from './load-sources.ts';
import type { Creation, IngestPlan, Update } from './ingest-plan.ts';

/** What a killed run may leave behind, of this and of earlier versions: never read by anybody. */
const LEFTOVERS: readonly (readonly [folder: string, pattern: RegExp])[] = [
  ['papers', /^[a-z\d-]+\.md\.\d{1,10}$/],
  ['sources', /^\.ingest-/],
  ['.', /^ledger\.jsonl\.\d{1,10}$/],
];

const removeLeftovers = async (contentDir: string): Promise<void> => {
  for (const [folder, pattern] of LEFTOVERS) {
    const names = await readdir(join(contentDir, folder));
    for (const name of names)
      if (pattern.test(name) || UNFINISHED.test(name)) await rm(join(contentDir, folder, name));
  }
};

const copySource = async (dir: string, { name, bytes }: Source): Promise<void> => {
  if (bytes !== undefined) await writeWholeFile(join(dir, name), bytes);
};

const applyUpdate = (text: string, { changes }: Update): string => {
  const { abstract, ...fields } = changes;
  const changed = changeFields(text, fields, paperSchema);
  if (!Object.hasOwn(changes, 'abstract')) return changed;
  return changeBody(changed, textToMarkdown(typeof abstract === 'string' ? abstract : '').trim());
};

const textOf = async (path: string, action: Creation | Update): Promise<string> =>
  action.type === 'create'
    ? formatEntry(action.fields, textToMarkdown(action.abstract).trim(), paperSchema)
    : applyUpdate(await readFile(path, 'utf8'), action);

const WRITERS = 32;

/** Does all works, several at a time; when one fails no other begins, and those that began come to their end. */
const doAll = async <T>(works: readonly T[], run: (work: T) => Promise<void>): Promise<void> => {
  const queue = works.values();
  const failures: unknown[] = [];
  const worker = async () => {
    for (const work of queue) {
      if (failures.length > 0) return;
      await run(work).catch((cause: unknown) => failures.push(cause));
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, worker));
  if (failures.length > 0) throw failures[0];
};

const writeLedger = async (contentDir: string, lines: readonly LedgerLine[]): Promise<void> => {
  const path = join(contentDir, LEDGER_FILE);
  const text = formatLedger(lines);
  const before = await readFile(path, 'utf8').catch(() => '');
  if (text !== before) await writeWholeFile(path, text);
};

/**
 * Carries out a plan. Every file is written whole or not at all, sources first, the ledger last: an entry without
 * ledger line is adopted by the next run, but a ledger line without entry would count as removed by hand.
 */
export const applyIngest = async (
  contentDir: string,
  plan: IngestPlan,
  sources: readonly Source[],
  onWritten: () => void,
): Promise<void> => {
  for (const folder of ['papers', 'sources'])
    await mkdir(join(contentDir, folder), { recursive: true });
  await removeLeftovers(contentDir);
  for (const source of sources) await copySource(join(contentDir, 'sources'), source);
  await doAll(plan.actions, async (action) => {
    const path = entryPath(contentDir, 'papers', action.id);
    await writeEntryFile(path, await textOf(path, action));
    onWritten();
  });
  await writeLedger(contentDir, plan.ledger);
};
