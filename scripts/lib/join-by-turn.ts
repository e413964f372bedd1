import type { WorkGroups } from './work-groups.ts';

/** Something that a title may name, and where it stands. */
export type Thing = {
  readonly thing: number;
  /** missing for an entry */
  readonly source?: string | undefined;
  /** all that it says in one text */
  readonly said: string;
};

type Row = { readonly first: number; readonly sources: Set<string> };

/** The first row, from where the source has come to, that has nothing of the source. */
const freeRow = (rows: readonly Row[], source: string, from: number): number => {
  let at = from;
  while (rows[at]?.sources.has(source) === true) at += 1;
  return at;
};

/**
 * Joins what nothing but a title tells apart. Files do not list a paper twice: the first of each file are one paper,
 * the second of each another. What says the very same is one in any case.
 */
export const joinByTurn = (things: readonly Thing[], groups: WorkGroups): void => {
  const rows: Row[] = [];
  const rowBySaid = new Map<string, Row>();
  const rowByRoot = new Map<number, Row>();
  const turns = new Map<string, number>();
  const enter = (row: Row, { thing, source, said }: Thing): void => {
    groups.join(row.first, thing);
    rowByRoot.set(groups.rootOf(row.first), row);
    if (source !== undefined) row.sources.add(source);
    if (!rowBySaid.has(said)) rowBySaid.set(said, row);
  };
  const rowOf = (one: Thing): Row | undefined => {
    const known = rowBySaid.get(one.said);
    if (known !== undefined || one.source === undefined) return known;
    const at = freeRow(rows, one.source, turns.get(one.source) ?? 0);
    turns.set(one.source, at + 1);
    return rows[at];
  };
  // what is known already takes its place before others may
  const [settled, free] = [true, false].map((isSettled) =>
    things.filter(({ thing }) => groups.isAnchored(thing) === isSettled),
  );
  for (const one of [...(settled ?? []), ...(free ?? [])]) {
    const known = rowByRoot.get(groups.rootOf(one.thing)) ?? rowOf(one);
    const row: Row = known ?? { first: one.thing, sources: new Set() };
    if (known === undefined) rows.push(row);
    enter(row, one);
  }
};
