import type { IncomingPaper } from './incoming.ts';
import { joinRecords, type Likeness } from './join-records.ts';
import { rememberAll, type KnownWork } from './known-works.ts';
import { recognizeRecords, thingOf, type Field } from './recognize-records.ts';
import { WorkGroups } from './work-groups.ts';

/** All records that tell of one work, and what the collection knows of it. */
export type Work = { readonly known?: KnownWork; readonly records: readonly IncomingPaper[] };

/** A record that became a work of its own although it may be one with another. */
export type Doubt = {
  readonly record: IncomingPaper;
  readonly other: KnownWork | IncomingPaper;
  readonly by: Likeness['by'];
};

const isNew = ({ groups }: Field, { thing, other }: Likeness): boolean =>
  !groups.isAnchored(thing) && !groups.areJoined(thing, other);

const toDoubt = ({ works, records }: Field, likeness: Likeness): readonly Doubt[] => {
  const record = records[likeness.thing - works.length];
  const other = works[likeness.other] ?? records[likeness.other - works.length];
  return record === undefined || other === undefined ? [] : [{ record, other, by: likeness.by }];
};

/** Brings together the records of each work, in the order in which they first tell of it. */
export const matchRecords = (
  works: readonly KnownWork[],
  records: readonly IncomingPaper[],
): { readonly works: readonly Work[]; readonly doubts: readonly Doubt[] } => {
  const groups = new WorkGroups(works.length + records.length, works.length);
  const field = { works, records, groups };
  recognizeRecords(field, rememberAll(works));
  const likenesses = joinRecords(field);
  const byRoot = Map.groupBy(records.entries(), ([index]) => groups.rootOf(thingOf(field, index)));
  const first = new Map<number, Likeness>();
  for (const likeness of likenesses.filter((one) => isNew(field, one))) {
    const root = groups.rootOf(likeness.thing);
    if (!first.has(root)) first.set(root, likeness);
  }
  return {
    works: [...byRoot].map(([root, told]) => ({
      ...(works[root] && { known: works[root] }),
      records: told.map(([, record]) => record),
    })),
    doubts: [...first.values()].flatMap((likeness) => toDoubt(field, likeness)),
  };
};
