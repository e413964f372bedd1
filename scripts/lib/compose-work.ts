import type { Version } from '../../src/domain/paper.ts';
import {
  hashField,
  IMPORTED_FIELDS,
  type ImportedField,
  type OtherRecord,
} from '../../src/entries/ledger.ts';
import { holderOf, listEditions, type Edition, type Teller } from './editions.ts';
import type { ImportedFields, IncomingPaper } from './incoming.ts';
import type { KnownWork } from './known-works.ts';
import type { Hashes, Told } from './merge-fields.ts';
import { toVersion } from './versions.ts';

/** All that sources say of one work, put together. */
export type Composition = {
  /** the record that the entry follows */
  readonly holder: Teller;
  readonly told: Told;
  readonly others: readonly OtherRecord[];
  /** records that are versions of the work as of now */
  readonly joined: readonly IncomingPaper[];
  /** records beside those that hold: they tell of the same version */
  readonly besides: readonly { readonly record: IncomingPaper; readonly holder: Teller }[];
};

/** What another version may lend to the one that is shown: the rest is what makes it another. */
const LENT: readonly ImportedField[] = ['abstract', 'authors', 'pdf', 'links'];

/** Those who may fill a field of which the holder says nothing, the nearest first. */
const lendersOf = (
  field: ImportedField,
  holder: Teller,
  [main = [], ...others]: readonly Edition[],
): readonly Teller[] => {
  const near = main.filter((teller) => teller !== holder);
  return LENT.includes(field) ? [...near, ...others.flat()] : near;
};

type Filled = { readonly hash?: string | undefined; readonly value?: unknown };

const fill = (
  field: ImportedField,
  holder: Teller,
  editions: readonly Edition[],
  before: Hashes,
): Filled => {
  const own = holder.fields[field];
  if (own !== undefined) return { hash: own, value: holder.told?.fields[field] };
  const lenders = lendersOf(field, holder, editions).filter(
    (one) => one.fields[field] !== undefined,
  );
  const lender = lenders.find(({ told }) => told !== undefined);
  if (lender !== undefined)
    return { hash: lender.fields[field], value: lender.told?.fields[field] };
  // who said it was not read now: it stands as it stood
  return lenders.length === 0 ? {} : { hash: before[field] };
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
const toOther = (edition: Edition, main: Hashes, mainTitle: string): readonly OtherRecord[] => {
  const one = holderOf(edition);
  if (one === undefined) return [];
  const { key, source, fields, described } = one;
  const version =
    one.told === undefined && one.version !== undefined
      ? one.version
      : toVersion(described, main, mainTitle);
  return [{ key, source, fields, version }];
};

/**
 * Of records of the main version only those are remembered that say more than the one that holds; while that one was
 * not read nobody can tell.
 */
const helpersOf = (main: Edition, holder: Teller): readonly OtherRecord[] =>
  main
    .filter((one) => one !== holder)
    .filter(
      ({ fields, isRemembered }) =>
        (holder.told === undefined && isRemembered) ||
        IMPORTED_FIELDS.some(
          (field) => fields[field] !== undefined && holder.fields[field] === undefined,
        ),
    )
    .map(({ key, source, fields }) => ({ key, source, fields }));

const listVersions = (others: readonly OtherRecord[]): readonly Version[] => {
  const versions = others.flatMap(({ version }) =>
    version === undefined || Object.keys(version).length === 0 ? [] : [version],
  );
  return [...new Map(versions.map((version) => [JSON.stringify(version), version])).values()];
};

const joinedIn = (versions: readonly Edition[]): readonly IncomingPaper[] =>
  versions.flatMap((edition) => {
    const holder = holderOf(edition);
    return holder?.told === undefined || holder.isRemembered ? [] : [holder.told];
  });

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
  const others = [
    ...helpersOf(main, holder),
    ...versions.flatMap((edition) => toOther(edition, hashes, title)),
  ];
  const also = listVersions(others);
  const alsoHash = also.length === 0 ? undefined : hashField(also);
  return {
    holder,
    told: {
      hashes: { ...hashes, ...(alsoHash && { also: alsoHash }) },
      values: { ...values, ...(alsoHash && { also: [...also] }) },
    },
    others,
    joined: joinedIn(versions),
    besides: editions.flatMap((edition) => {
      const speaker = holderOf(edition);
      return edition.flatMap(({ told }) =>
        told === undefined || speaker === undefined || told === speaker.told
          ? []
          : [{ record: told, holder: speaker }],
      );
    }),
  };
};
