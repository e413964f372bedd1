import {
  hashField,
  IMPORTED_FIELDS,
  type ImportedField,
  type LedgerLine,
} from '../../src/entries/ledger.ts';
import type { ImportedFields } from './incoming.ts';

export type Hashes = LedgerLine['fields'];

/** What to do with a field that both the source and the curator changed. */
export type Settle = 'report' | 'ours' | 'theirs';

const made = new WeakMap<object, Hashes>();

/** The hash of every field that says something; made once, for records and entries are compared often. */
export const hashesOf = (fields: Partial<ImportedFields>): Hashes => {
  const known = made.get(fields);
  if (known !== undefined) return known;
  const hashes: Hashes = Object.fromEntries(
    IMPORTED_FIELDS.flatMap((field) => {
      const hash = hashField(fields[field]);
      return hash === undefined ? [] : [[field, hash]];
    }),
  );
  made.set(fields, hashes);
  return hashes;
};

/** All that a record says in one text, to compare with others; its versions are not its own words. */
export const saidIn = (hashes: Hashes): string =>
  IMPORTED_FIELDS.map((field) => (field === 'also' ? '' : (hashes[field] ?? ''))).join(' ');

/** What sources say today: all hashes, and the values of those fields whose sources were read. */
export type Told = { readonly hashes: Hashes; readonly values: Partial<ImportedFields> };

/** What a merge of one paper comes to: what changes in its entry and what the ledger will say. */
type Merge = {
  readonly changes: Readonly<Partial<Record<ImportedField, unknown>>>;
  readonly hashes: Hashes;
  readonly conflicts: readonly ImportedField[];
};

/** The ledger after a merge: a field in conflict stays as it was, so that the conflict is told until settled. */
const remember = (base: Hashes, theirs: Hashes, open: readonly ImportedField[]): Hashes =>
  Object.fromEntries(
    IMPORTED_FIELDS.flatMap((field) => {
      const hash = (open.includes(field) ? base : theirs)[field];
      return hash === undefined ? [] : [[field, hash]];
    }),
  );

/**
 * Merges field by field: what only the source changed follows it, what only the curator changed stays, and what
 * both changed stays and is a conflict until it is settled. Without a ledger line nothing was there before, so
 * that empty fields are filled and all others stay.
 */
export const mergeFields = (
  base: Hashes,
  mine: Partial<ImportedFields>,
  theirs: Told,
  settle: Settle = 'report',
): Merge => {
  const mineNow = hashesOf(mine);
  const theirsNow = theirs.hashes;
  const isNew = (field: ImportedField): boolean =>
    theirsNow[field] !== base[field] && theirsNow[field] !== mineNow[field];
  const moved = IMPORTED_FIELDS.filter(isNew);
  const clashing = moved.filter((field) => mineNow[field] !== base[field]);
  const follows = moved.filter((field) => settle === 'theirs' || !clashing.includes(field));
  const open = settle === 'report' ? clashing : [];
  return {
    changes: Object.fromEntries(
      follows.map((field) => [
        field,
        theirsNow[field] === undefined ? undefined : theirs.values[field],
      ]),
    ),
    hashes: remember(base, theirsNow, open),
    conflicts: open,
  };
};
