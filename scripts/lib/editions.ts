import type { PaperKey } from '../../src/domain/paper-key.ts';
import type { Paper, Version } from '../../src/domain/paper.ts';
import type { LedgerLine } from '../../src/entries/ledger.ts';
import type { IncomingPaper } from './incoming.ts';
import { baseKey, isIdentifier, type KnownWork } from './known-works.ts';
import { hashesOf, saidIn, type Hashes } from './merge-fields.ts';
import { areSameVersion, isPreprint, type Described } from './versions.ts';

/** A record that tells of a work: one that was read now, or one that is only remembered. */
export type Teller = {
  readonly key: PaperKey;
  readonly source: string;
  readonly fields: Hashes;
  readonly described: Described;
  readonly told?: IncomingPaper;
  /** the later the file, the less; those that are only remembered come last */
  readonly order: number;
  readonly isRemembered: boolean;
  /** the other version that it last told of */
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
    order: Infinity,
    isRemembered: true,
  });
  const helpers = others.filter(({ version }) => version === undefined);
  const versions = others.filter(({ version }) => version !== undefined);
  const main = [{ key, source, fields: line.fields }, ...helpers].map(toTeller);
  return [main, ...versions.map((other) => [toTeller(other)])];
};

const isOf = ({ key, source, told }: Teller, record: IncomingPaper): boolean =>
  told === undefined && source === record.source && record.keys.includes(baseKey(key));

type Told = { readonly told: IncomingPaper; readonly order: number };

type Place = { readonly at: number; readonly index: number; readonly teller: Teller };

const listPlaces = (editions: readonly Edition[], record: IncomingPaper): readonly Place[] =>
  editions.flatMap((edition, at) =>
    edition.flatMap((teller, index) => (isOf(teller, record) ? [{ at, index, teller }] : [])),
  );

type FindPlace = (editions: readonly Edition[], record: IncomingPaper) => Place | undefined;

/** Where a record stood that says what it said. */
const findUnchanged: FindPlace = (editions, record) => {
  const said = saidIn(hashesOf(record.fields));
  return listPlaces(editions, record).find(({ teller }) => saidIn(teller.fields) === said);
};

/** Where a record stood when it was last read: a file may have several of one title, each another version. */
const findChanged =
  (records: readonly IncomingPaper[]): FindPlace =>
  (editions, record) => {
    const places = listPlaces(editions, record);
    const isAlone = records.every((one) => one === record || one.source !== record.source);
    const sole = places.length === 1 && isAlone ? places[0] : undefined;
    return (
      places.find(({ teller }) => areSameVersion(teller.described, record.fields, true)) ?? sole
    );
  };

const tellNow = ({ told, order }: Told, before?: Teller): Teller => ({
  key: surestKey(told),
  source: told.source,
  fields: hashesOf(told.fields),
  described: told.fields,
  told,
  order,
  isRemembered: before !== undefined,
  ...(before?.version && { version: before.version }),
});

const replaceAt = (
  editions: readonly Edition[],
  { at, index }: Place,
  record: Told,
): readonly Edition[] =>
  editions.map((edition, number) =>
    number === at
      ? edition.map((one, other) => (other === index ? tellNow(record, one) : one))
      : edition,
  );

const addNew = (editions: readonly Edition[], record: Told): readonly Edition[] => {
  const { fields, source } = record.told;
  const same = editions.findIndex((edition) =>
    edition.some((one) => areSameVersion(one.described, fields, one.source === source)),
  );
  return same < 0
    ? [...editions, [tellNow(record)]]
    : editions.map((edition, at) => (at === same ? [...edition, tellNow(record)] : edition));
};

/** Files that are read later speak first, for to follow a file, somebody names it; within a file its own order holds. */
const listTold = (records: readonly IncomingPaper[]): readonly Told[] => {
  const files = [...new Set(records.map(({ source }) => source))];
  return records.map((told, index) => {
    const later = files.length - files.indexOf(told.source);
    return { told, order: later * records.length + index };
  });
};

/** Leaves out what is remembered of a record that was read now, in whose place another one stands. */
const dropForgotten = (editions: readonly Edition[]): readonly Edition[] => {
  const nameOf = ({ key, source }: Teller) => JSON.stringify([baseKey(key), source]);
  const told = new Set(editions.flat().flatMap((one) => (one.told ? [nameOf(one)] : [])));
  return editions
    .map((edition) => edition.filter((one) => one.told !== undefined || !told.has(nameOf(one))))
    .filter(({ length }) => length > 0);
};

/** Puts every record in its place, those first that are sure of theirs. */
const placeRecords = (
  remembered: readonly Edition[],
  records: readonly IncomingPaper[],
): readonly Edition[] => {
  let editions = remembered;
  let rest = listTold(records);
  for (const find of [findUnchanged, findChanged(records)]) {
    const unplaced: Told[] = [];
    for (const record of rest) {
      const place = find(editions, record.told);
      if (place === undefined) unplaced.push(record);
      else editions = replaceAt(editions, place, record);
    }
    rest = unplaced;
  }
  return dropForgotten(rest.reduce(addNew, editions));
};

const byOrder = (a: Teller, b: Teller): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : 0;

/** The record that speaks for a version: of the file that it was followed in so far, else of the last one read. */
export const holderOf = (edition: Edition): Teller | undefined => {
  const [first] = edition;
  const told = edition.filter((one) => one.told !== undefined).toSorted(byOrder);
  const faithful =
    first?.isRemembered === true ? told.find(({ source }) => source === first.source) : undefined;
  return faithful ?? told[0] ?? first;
};

/** All who tell of a version, the one who speaks for it first. */
export const tellersOf = (edition: Edition): readonly Teller[] => {
  const holder = holderOf(edition);
  return holder === undefined
    ? []
    : [holder, ...edition.filter((one) => one !== holder).toSorted(byOrder)];
};

/** What is known of a version: what its holder says, and what only others say. */
export const describeEdition = (edition: Edition): Described => {
  const tellers = tellersOf(edition);
  const known = tellers.flatMap(({ version }) => version ?? []);
  const all: readonly Described[] = [...tellers.map(({ described }) => described), ...known];
  return Object.assign({}, ...all.toReversed()) as Described;
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
  const editions = placeRecords(remembered, records);
  const published = editions.findIndex((edition) => !isUnpublished(edition));
  const main = editions[published];
  if (main === undefined || editions[0] === undefined || !isUnpublished(editions[0]))
    return editions;
  return [main, ...editions.filter((edition) => edition !== main)];
};
