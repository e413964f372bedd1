import { keysOf, type PaperKey } from '../../src/domain/paper-key.ts';
import type { Paper } from '../../src/domain/paper.ts';
import type { LedgerLine } from '../../src/entries/ledger.ts';
import { hashesOf, saidIn, type Hashes } from './merge-fields.ts';

/** A work that the collection knows. Without entry it was removed, without line ingest has not met it yet. */
export type KnownWork = { readonly line?: LedgerLine; readonly entry?: Paper };

/** What is remembered of a record, so that it is known again. */
export type Memory = {
  /** index of the work that it belongs to */
  readonly work: number;
  readonly key: PaperKey;
  /** missing for an entry that ingest has not met yet */
  readonly source: string | undefined;
  readonly fields: Hashes;
  /** all that it said in one text */
  readonly said: string;
};

/** A key without the number that keeps two papers of one title apart in the ledger. */
export const baseKey = (key: PaperKey): PaperKey => key.replace(/^(title:.+)#\d+$/su, '$1');

/** The first of a record's keys that no line of the ledger has, the surest first; else a title with a number. */
export const freeKey = (keys: readonly PaperKey[], taken: ReadonlySet<PaperKey>): PaperKey => {
  const [sure, titles] = [keys.filter(isIdentifier), keys.filter((key) => !isIdentifier(key))];
  const free = [...sure, ...titles].find((key) => !taken.has(key));
  if (free !== undefined) return free;
  for (let number = 2; ; number += 1) {
    const key = `${titles[0] ?? `title:${sure[0] ?? ''}`}#${number}`;
    if (!taken.has(key)) return key;
  }
};

/** Whether a key is more than a title, which several papers may have. */
export const isIdentifier = (key: PaperKey): boolean => !key.startsWith('title:');

/** Where the entries of ledger lines are today: under their id, or under the id that has it as an alias. */
export const indexEntries = (entries: readonly Paper[]): ReadonlyMap<string, Paper> =>
  new Map([
    ...entries.flatMap((entry) => (entry.aliases ?? []).map((alias) => [alias, entry] as const)),
    ...entries.map((entry) => [entry.id, entry] as const),
  ]);

/** All works of the ledger, then the entries of which it does not know. */
export const listKnownWorks = (
  ledger: readonly LedgerLine[],
  entries: readonly Paper[],
): readonly KnownWork[] => {
  const entryById = indexEntries(entries);
  const lines = ledger.map((line): KnownWork => {
    const entry = entryById.get(line.id);
    return { line, ...(entry === undefined ? {} : { entry }) };
  });
  const met = new Set(lines.map(({ entry }) => entry));
  return [...lines, ...entries.filter((entry) => !met.has(entry)).map((entry) => ({ entry }))];
};

const remember = (work: number, { line, entry }: KnownWork): readonly Memory[] => {
  if (line !== undefined)
    return [line, ...(line.others ?? [])].map(({ key, source, fields }) => ({
      work,
      key: baseKey(key),
      source,
      fields,
      said: saidIn(fields),
    }));
  if (entry === undefined) return [];
  const fields = hashesOf(entry);
  const said = saidIn(fields);
  return keysOf(entry).map((key) => ({ work, key, source: undefined, fields, said }));
};

export const rememberAll = (works: readonly KnownWork[]): readonly Memory[] =>
  works.flatMap((known, work) => remember(work, known));
