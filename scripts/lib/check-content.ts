import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Collection } from '../../src/domain/catalog.ts';
import { checkCollection } from '../../src/domain/check-collection.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { loadCollection } from '../../src/entries/entry-files.ts';
import { LEDGER_FILE, readLedger } from '../../src/entries/ledger.ts';
import { loadText } from '../../src/entries/text-files.ts';
import { shownPath } from './cli.ts';

/** A content folder and everything that is wrong with it. */
export type CheckedContent = {
  readonly problems: readonly Problem[];
  /** what could be read; undefined when there are no settings */
  readonly collection: Collection | undefined;
  readonly counts: { readonly papers: number; readonly topics: number };
};

type Ledger = { readonly ids: readonly string[]; readonly problems: readonly Problem[] };

/** The ids that the ledger knows; none when the collection was made without ingest. */
const loadLedgerIds = (contentDir: string, shownAs: string): Ledger => {
  const path = join(contentDir, LEDGER_FILE);
  if (!existsSync(path)) return { ids: [], problems: [] };
  const file = `${shownAs}/${LEDGER_FILE}`;
  const text = loadText(path);
  if (typeof text !== 'string')
    return { ids: [], problems: [{ severity: 'error', file, ...text }] };
  const { lines, problems } = readLedger(text, file);
  return { ids: lines.map(({ id }) => id), problems };
};

/** Reads and judges a content folder: each entry by itself, then all of them together. */
export const checkContent = async (contentDir: string): Promise<CheckedContent> => {
  const shownAs = shownPath(contentDir);
  const { collection, lists, broken, problems } = await loadCollection(contentDir, shownAs);
  const ledger = loadLedgerIds(contentDir, shownAs);
  const together = checkCollection(
    { ...lists, site: collection?.site },
    { shownAs, broken, ledgerIds: ledger.ids },
  );
  return {
    problems: [...problems, ...ledger.problems, ...together],
    collection,
    counts: { papers: lists.papers.length, topics: lists.topics.length },
  };
};
