import type { PaperKey } from '../../src/domain/paper-key.ts';
import type { Paper, Version } from '../../src/domain/paper.ts';
import type { LedgerLine } from '../../src/entries/ledger.ts';
import type { IncomingPaper } from './incoming.ts';
import { baseKey, isIdentifier, type KnownWork } from './known-works.ts';
import { hashesOf, type Hashes } from './merge-fields.ts';
import { areSameVersion, isPreprint, type Described } from './versions.ts';

/** A record that tells of a work: one that was read now, or one that is only remembered. */
export type Teller = {
  readonly key: PaperKey;
  readonly source: string;
  readonly fields: Hashes;
  readonly described: Described;
  readonly told?: IncomingPaper;
  readonly isRemembered: boolean;
  /** what it last added to `also` */
  readonly version?: Version;
};

/** The records that tell of one version of a work, the one that was followed so far first. */
export type Edition = readonly Teller[];

/** The surest key of a record. */
const surestKey = ({ keys }: IncomingPaper): PaperKey => keys.find(isIdentifier) ?? keys[0] ?? '';

const withoutAlso = (fields: Hashes): Hashes =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => field !== 'also'));

const rememberLine = (line: LedgerLine, entry: Paper): readonly Edition[] => {
  const { key, source, others = [] } = line;
  const toTeller = (one: Pick<Teller, 'key' | 'source' | 'fields' | 'version'>): Teller => ({
    ...one,
    fields: withoutAlso(one.fields),
    described: one.version ?? entry,
    isRemembered: true,
  });
  const helpers = others.filter(({ version }) => version === undefined);
  const versions = others.filter(({ version }) => version !== undefined);
  const main = [{ key, source, fields: line.fields }, ...helpers].map(toTeller);
  return [main, ...versions.map((other) => [toTeller(other)])];
};

const isOf = ({ key, source, told }: Teller, record: IncomingPaper): boolean =>
  told === undefined && source === record.source && record.keys.includes(baseKey(key));

/** Where the record stood when it was last read. */
const findPlace = (
  editions: readonly Edition[],
  record: IncomingPaper,
): { readonly at: number; readonly index: number } | undefined => {
  for (const [at, edition] of editions.entries()) {
    const index = edition.findIndex((teller) => isOf(teller, record));
    if (index >= 0) return { at, index };
  }
  return undefined;
};

const tellNow = (told: IncomingPaper, before?: Teller): Teller => ({
  key: before?.key ?? surestKey(told),
  source: told.source,
  fields: hashesOf(told.fields),
  described: told.fields,
  told,
  isRemembered: before !== undefined,
});

const addRecord = (editions: readonly Edition[], record: IncomingPaper): readonly Edition[] => {
  const place = findPlace(editions, record);
  if (place !== undefined)
    return editions.map((edition, at) =>
      at === place.at
        ? edition.map((one, index) => (index === place.index ? tellNow(record, one) : one))
        : edition,
    );
  const same = editions.findIndex((edition) =>
    edition.some(({ described, source }) =>
      areSameVersion(described, record.fields, source === record.source),
    ),
  );
  return same < 0
    ? [...editions, [tellNow(record)]]
    : editions.map((edition, at) => (at === same ? [...edition, tellNow(record)] : edition));
};

/**
 * The record that speaks for a version: of the file that it was followed in so far, else, of those read now, the
 * first of the last file: to follow another one, somebody names it.
 */
export const holderOf = (edition: Edition): Teller | undefined => {
  const [first] = edition;
  const told = edition.filter((one) => one.told !== undefined);
  const faithful =
    first?.isRemembered === true && told.find(({ source }) => source === first.source);
  const last = told.at(-1)?.source;
  return faithful || (told.find(({ source }) => source === last) ?? first);
};

const isUnpublished = (edition: Edition): boolean => {
  const holder = holderOf(edition);
  return holder === undefined || isPreprint(holder.described);
};

/** The versions of a work, the one first that its entry shows: the one it showed so far, else the first published. */
export const listEditions = (
  { line, entry }: KnownWork,
  records: readonly IncomingPaper[],
): readonly Edition[] => {
  const remembered = line !== undefined && entry !== undefined ? rememberLine(line, entry) : [];
  const editions = records.reduce<readonly Edition[]>(addRecord, remembered);
  const published = editions.findIndex((edition) => !isUnpublished(edition));
  const main = editions[published];
  if (main === undefined || editions[0] === undefined || !isUnpublished(editions[0]))
    return editions;
  return [main, ...editions.filter((edition) => edition !== main)];
};
