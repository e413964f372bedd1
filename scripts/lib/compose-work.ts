import type { Version } from '../../src/domain/paper.ts';
import {
  hashField,
  IMPORTED_FIELDS,
  type ImportedField,
  type OtherRecord,
} from '../../src/entries/ledger.ts';
import {
  describeEdition,
  holderOf,
  listEditions,
  tellersOf,
  type Edition,
  type Teller,
} from './editions.ts';
import type { ImportedFields, IncomingPaper } from './incoming.ts';
import type { KnownWork } from './known-works.ts';
import type { Hashes, Told } from './merge-fields.ts';
import { toItem, toVersion, type MainVersion } from './versions.ts';

/** All that sources say of one work, put together. */
export type Composition = {
  /** the record that the entry follows */
  readonly holder: Teller;
  readonly told: Told;
  readonly others: readonly OtherRecord[];
  /** records that are versions of the work as of now */
  readonly joined: readonly IncomingPaper[];
  readonly besides: readonly Beside[];
};

/** A record of a version for which another one speaks, and what is said of that version in the end. */
export type Beside = {
  readonly record: IncomingPaper;
  readonly holder: Teller;
  readonly said: Hashes;
};

/** What another version may lend to the one that is shown: the rest is what makes it another. */
const LENT: readonly ImportedField[] = ['abstract', 'authors', 'pdf', 'links'];

/** Those who may fill a field of which the holder says nothing, the nearest first. */
const lendersOf = (
  field: ImportedField,
  [main = [], ...others]: readonly Edition[],
): readonly Teller[] =>
  [...tellersOf(main).slice(1), ...(LENT.includes(field) ? others.flatMap(tellersOf) : [])].filter(
    ({ fields }) => fields[field] !== undefined,
  );

type Filled = { readonly hash?: string | undefined; readonly value?: unknown };

const fill = (
  field: ImportedField,
  holder: Teller,
  editions: readonly Edition[],
  before: Hashes,
): Filled => {
  const own = holder.fields[field];
  if (own !== undefined) return { hash: own, value: holder.told?.fields[field] };
  const [lender] = lendersOf(field, editions);
  // who was not read now says what was said before
  return lender === undefined || lender.told !== undefined
    ? { hash: lender?.fields[field], value: lender?.told?.fields[field] }
    : { hash: before[field] };
};

const composeFields = (
  holder: Teller,
  editions: readonly Edition[],
  before: Hashes,
): { readonly hashes: Hashes; readonly values: Partial<ImportedFields> } => {
  const filled = IMPORTED_FIELDS.filter((field) => field !== 'also').map(
    (field) => [field, fill(field, holder, editions, before)] as const,
  );
  return {
    hashes: Object.fromEntries(
      filled.flatMap(([field, { hash }]) => (hash === undefined ? [] : [[field, hash]])),
    ),
    values: Object.fromEntries(
      filled.flatMap(([field, { value }]) => (value === undefined ? [] : [[field, value]])),
    ),
  };
};

/** What the ledger keeps of a version beside the main one. */
const toOther = (edition: Edition): readonly OtherRecord[] => {
  const holder = holderOf(edition);
  if (holder === undefined) return [];
  const { key, source, fields } = holder;
  return [{ key, source, fields, version: toVersion(describeEdition(edition)) }];
};

/**
 * Of records of the main version only those are remembered that say more than the one that holds; while that one was
 * not read nobody can tell.
 */
const helpersOf = (main: Edition, holder: Teller): readonly OtherRecord[] =>
  tellersOf(main)
    .slice(1)
    .filter(
      ({ fields, isRemembered }) =>
        (holder.told === undefined && isRemembered) ||
        IMPORTED_FIELDS.some(
          (field) => fields[field] !== undefined && holder.fields[field] === undefined,
        ),
    )
    .map(({ key, source, fields }) => ({ key, source, fields }));

const listItems = (others: readonly OtherRecord[], main: MainVersion): readonly Version[] => {
  const items = others.flatMap(({ version }) => (version && toItem(version, main)) ?? []);
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
};

const joinedIn = (versions: readonly Edition[]): readonly IncomingPaper[] =>
  versions.flatMap((edition) => {
    const holder = holderOf(edition);
    return holder?.told === undefined || holder.isRemembered ? [] : [holder.told];
  });

const besidesIn = (edition: Edition, said: Hashes = {}): readonly Beside[] => {
  const [holder, ...others] = tellersOf(edition);
  if (holder === undefined) return [];
  return others.flatMap(({ told }) => (told === undefined ? [] : [{ record: told, holder, said }]));
};

/** Puts together what all records of a work say; undefined when none of them was ever read. */
export const composeWork = (
  known: KnownWork,
  records: readonly IncomingPaper[],
): Composition | undefined => {
  const editions = listEditions(known, records);
  const [main = [], ...versions] = editions;
  const holder = holderOf(main);
  if (holder === undefined) return undefined;
  const { hashes, values } = composeFields(holder, editions, known.line?.fields ?? {});
  const title = holder.told?.fields.title ?? known.entry?.title ?? '';
  const others = [...helpersOf(main, holder), ...versions.flatMap(toOther)];
  const also = listItems(others, { hashes, title });
  const alsoHash = also.length === 0 ? undefined : hashField(also);
  return {
    holder,
    told: {
      hashes: { ...hashes, ...(alsoHash && { also: alsoHash }) },
      values: { ...values, ...(alsoHash && { also: [...also] }) },
    },
    others,
    joined: joinedIn(versions),
    besides: editions.flatMap((edition) =>
      besidesIn(edition, edition === main ? hashes : holderOf(edition)?.fields),
    ),
  };
};
