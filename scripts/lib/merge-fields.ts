import {
  hashField,
  IMPORTED_FIELDS,
  type ImportedField,
  type LedgerLine,
} from '../../src/entries/ledger.ts';
import type { ImportedFields } from './incoming.ts';

/** What a merge of one paper comes to: what changes in its entry and what the ledger will say. */
type Merge = {
  readonly changes: Readonly<Partial<Record<ImportedField, unknown>>>;
  readonly hashes: LedgerLine['fields'];
  readonly conflicts: readonly ImportedField[];
};

/** The hash of every field that says something. */
export const hashesOf = (fields: Partial<ImportedFields>): LedgerLine['fields'] =>
  Object.fromEntries(
    IMPORTED_FIELDS.flatMap((field) => {
      const hash = hashField(fields[field]);
      return hash === undefined ? [] : [[field, hash]];
    }),
  );

/**
 * Merges field by field: what only the source changed follows it, what only the curator changed stays, and what
 * both changed stays and is a conflict. Without a ledger line nothing was there before, so that empty fields are
 * filled and all others stay.
 */
export const mergeFields = (
  base: LedgerLine['fields'],
  mine: Partial<ImportedFields>,
  theirs: ImportedFields,
): Merge => {
  const mineNow = hashesOf(mine);
  const theirsNow = hashesOf(theirs);
  const isNew = (field: ImportedField): boolean =>
    theirsNow[field] !== base[field] && theirsNow[field] !== mineNow[field];
  const moved = IMPORTED_FIELDS.filter(isNew);
  const follows = moved.filter((field) => mineNow[field] === base[field]);
  return {
    changes: Object.fromEntries(
      follows.map((field) => [field, theirsNow[field] === undefined ? undefined : theirs[field]]),
    ),
    hashes: theirsNow,
    conflicts: moved.filter((field) => mineNow[field] !== base[field]),
  };
};
