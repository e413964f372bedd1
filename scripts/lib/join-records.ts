import {
  areTitlesAlike,
  areYearsNear,
  markOf,
  type PaperMark,
} from '../../src/domain/paper-mark.ts';
import { keysOf, type PaperKey } from '../../src/domain/paper-key.ts';
import { joinByTurn, type Thing } from './join-by-turn.ts';
import { baseKey, isIdentifier, type KnownWork } from './known-works.ts';
import { hashesOf, saidIn } from './merge-fields.ts';
import { saidBy, thingOf, type Field } from './recognize-records.ts';
import type { IncomingPaper } from './incoming.ts';

/** Two that may be one work, and what speaks for it; `thing` is the later one. */
export type Likeness = {
  readonly thing: number;
  readonly other: number;
  readonly by: 'identifier' | 'title';
};

/** By what a record or a known work may be found to be another's. */
type Face = Thing & {
  readonly ids: readonly PaperKey[];
  /** one for each title and date under which it goes */
  readonly marks: readonly PaperMark[];
};

const TITLE = 'title:';

/** A title by itself, as the ledger keeps it. */
const markOfKey = (key: PaperKey): readonly PaperMark[] =>
  isIdentifier(key) ? [] : [{ title: baseKey(key).slice(TITLE.length) }];

const faceOfWork = ({ line, entry }: KnownWork, thing: number): Face => {
  const keys = line === undefined ? [] : [line, ...(line.others ?? [])].map(({ key }) => key);
  const titles = keys.flatMap(markOfKey);
  if (entry === undefined)
    return { thing, said: '', ids: keys.filter(isIdentifier), marks: titles };
  const versions = [entry, ...(entry.also ?? [])];
  const own = versions.flatMap(({ doi, arxiv }) => keysOf({ title: '', doi, arxiv }));
  const marks = versions.map(({ title = entry.title, date = entry.date }) =>
    markOf({ title, date, authors: entry.authors }),
  );
  const ids = [...new Set([...keys, ...own].filter(isIdentifier))];
  const more = titles.map(({ title }) => ({ ...marks[0], title }));
  return { thing, said: saidIn(hashesOf(entry)), ids, marks: [...marks, ...more] };
};

const faceOfRecord = (paper: IncomingPaper, thing: number): Face => {
  const mark = markOf(paper.fields);
  const titles = paper.keys.flatMap(markOfKey).map(({ title }) => ({ ...mark, title }));
  return {
    thing,
    source: paper.source,
    said: saidBy(paper),
    ids: paper.keys.filter(isIdentifier),
    marks: [mark, ...titles],
  };
};

const areAlike = (a: Face, b: Face): boolean =>
  a.marks.length === 0 ||
  b.marks.length === 0 ||
  a.marks.some((one) => b.marks.some((other) => areTitlesAlike(one.title, other.title)));

const groupBy = <K>(
  faces: readonly Face[],
  keysOfFace: (face: Face) => readonly K[],
): ReadonlyMap<K, readonly Face[]> => {
  const groups = new Map<K, Face[]>();
  for (const face of faces)
    for (const key of new Set(keysOfFace(face))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [face]);
      else group.push(face);
    }
  return groups;
};

/** Joins what has an identifier in common; under titles of which nothing agrees it does not count. */
const joinByIdentifier = (
  faces: readonly Face[],
  { groups }: Field,
  kind: (key: PaperKey) => boolean,
): readonly Likeness[] =>
  [...groupBy(faces, ({ ids }) => ids.filter(kind)).values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    return others.flatMap((face): readonly Likeness[] => {
      if (groups.areJoined(first.thing, face.thing)) return [];
      if (areAlike(first, face)) groups.join(first.thing, face.thing);
      else return [{ thing: face.thing, other: first.thing, by: 'identifier' }];
      return [];
    });
  });

type Dated = { readonly face: Face; readonly year: number };

/** Cuts a list of years wherever a year is not near the one before it. */
const nearYears = (dated: readonly Dated[]): readonly (readonly Face[])[] => {
  const sorted = dated.toSorted((a, b) => a.year - b.year || a.face.thing - b.face.thing);
  const runs: Face[][] = [];
  sorted.forEach(({ face, year }, index) => {
    const before = sorted[index - 1];
    if (before !== undefined && areYearsNear(before.year, year)) runs.at(-1)?.push(face);
    else runs.push([face]);
  });
  return runs;
};

const idsOf = ({ ids }: Face): string => ids.join('\n');

/** Joins, of papers with one title and one first author, those of the same years; else only what looks the same. */
const joinFamily = (
  faces: readonly Face[],
  { title, family }: Pick<PaperMark, 'title' | 'family'>,
  { groups }: Field,
): void => {
  const isMeant = (mark: PaperMark) => mark.title === title && mark.family === family;
  const dated = faces.flatMap((face) =>
    face.marks.filter(isMeant).flatMap(({ year }) => (year === undefined ? [] : [{ face, year }])),
  );
  const undated = faces.filter(({ marks }) =>
    marks.some((mark) => isMeant(mark) && mark.year === undefined),
  );
  const runs = nearYears(dated);
  if (family !== undefined)
    for (const [first, ...others] of runs)
      for (const { thing } of others) groups.join(first?.thing ?? thing, thing);
  for (const run of [...(family === undefined ? runs : []), undated])
    for (const alike of Map.groupBy(run, idsOf).values())
      joinByTurn(
        alike.toSorted((a, b) => a.thing - b.thing),
        groups,
      );
};

/** What is new and has the title of something else, the first there is. */
const likeTitles = (faces: readonly Face[], { groups }: Field): readonly Likeness[] => {
  const roots = [...new Set(faces.map(({ thing }) => groups.rootOf(thing)))].toSorted(
    (a, b) => a - b,
  );
  const [other, ...later] = roots;
  if (other === undefined) return [];
  return later
    .filter((thing) => !groups.isAnchored(thing))
    .map((thing) => ({ thing, other, by: 'title' }));
};

const joinByTitle = (faces: readonly Face[], field: Field): readonly Likeness[] => {
  const byTitle = groupBy(faces, ({ marks }) => marks.map(({ title }) => title));
  for (const [title, alike] of byTitle) {
    if (alike.length === 1) continue;
    // what was removed is found by what is remembered of it or not at all
    const there = alike.filter(
      ({ thing }) => thing >= field.works.length || field.works[thing]?.entry !== undefined,
    );
    const families = groupBy(there, ({ marks }) =>
      marks.filter((mark) => mark.title === title).map(({ family }) => family),
    );
    for (const [family, faces] of families) joinFamily(faces, { title, family }, field);
  }
  return [...byTitle.values()].flatMap((alike) => likeTitles(alike, field));
};

const isDoi = (key: PaperKey): boolean => key.startsWith('doi:');

/** Joins records with each other and with known works when they are sure to be one; tells of all that only may be. */
export const joinRecords = (field: Field): readonly Likeness[] => {
  const faces = [
    ...field.works.map(faceOfWork),
    ...field.records.map((paper, index) => faceOfRecord(paper, thingOf(field, index))),
  ];
  return [
    ...joinByIdentifier(faces, field, isDoi),
    ...joinByIdentifier(faces, field, (key) => !isDoi(key)),
    ...joinByTitle(faces, field),
  ];
};
