import { foldFamily } from '../../src/domain/paper-mark.ts';
import type { PaperKey } from '../../src/domain/paper-key.ts';
import type { Author } from '../../src/domain/paper.ts';
import type { IncomingPaper } from './incoming.ts';
import { joinByTurn, type Thing } from './join-by-turn.ts';
import { isIdentifier, type KnownWork, type Memory } from './known-works.ts';
import { hashesOf, saidIn, type Hashes } from './merge-fields.ts';
import type { WorkGroups } from './work-groups.ts';

/** Records and works as numbers: works first, then records in their order. */
export type Field = {
  readonly works: readonly KnownWork[];
  readonly records: readonly IncomingPaper[];
  readonly groups: WorkGroups;
};

export const thingOf = ({ works }: Field, record: number): number => works.length + record;

export const saidBy = ({ fields }: IncomingPaper): string => saidIn(hashesOf(fields));

const familyOf = (
  paper: { readonly authors?: readonly Author[] | undefined } | undefined,
): string => foldFamily(paper?.authors?.[0]?.name ?? '');

/** Another first author than the one whom the source named: another paper that took the place of the former. */
const isReplaced = ({ works }: Field, { work, key, fields }: Memory, paper: IncomingPaper) => {
  if (isIdentifier(key) || hashesOf(paper.fields).authors === fields.authors) return false;
  const before = familyOf(works[work]?.entry);
  const now = familyOf(paper.fields);
  return before !== '' && now !== '' && before !== now;
};

/** Joins every record that says what is remembered, word for word, to the work that is remembered. */
const joinUnchanged = (field: Field, byKey: ReadonlyMap<PaperKey, readonly Memory[]>): void => {
  field.records.forEach((paper, index) => {
    const said = saidBy(paper);
    const same = paper.keys
      .flatMap((key) => byKey.get(key) ?? [])
      .filter((memory) => memory.said === said);
    const memory = same.find(({ source }) => source === paper.source) ?? same[0];
    if (memory !== undefined) field.groups.join(memory.work, thingOf(field, index));
  });
};

const placeOf = (source: string, key: PaperKey): string => JSON.stringify([source, key]);

/** Joins records that changed within their file, when as many of the key are missing as there are new ones. */
const joinChanged = (field: Field, memories: readonly Memory[]): void => {
  const { records, groups } = field;
  const met = new Set<string>();
  const free = new Map<string, number[]>();
  records.forEach(({ keys, source }, index) => {
    const thing = thingOf(field, index);
    if (groups.isAnchored(thing)) met.add(placeOf(source, String(groups.rootOf(thing))));
    else
      for (const key of keys) {
        const place = placeOf(source, key);
        free.set(place, [...(free.get(place) ?? []), index]);
      }
  });
  const missing = Map.groupBy(
    memories.filter(
      ({ source, work }) => source !== undefined && !met.has(placeOf(source, String(work))),
    ),
    ({ source = '', key }) => placeOf(source, key),
  );
  for (const [place, former] of missing) {
    const now = free.get(place) ?? [];
    if (now.length !== former.length) continue;
    former.forEach((memory, at) => {
      const index = now[at] ?? 0;
      const paper = records[index];
      if (paper !== undefined && !isReplaced(field, memory, paper))
        groups.join(memory.work, thingOf(field, index));
    });
  }
};

/** Of what was removed nobody can look up the date any more: a corrected one does not bring it back. */
const ANY_DATE = 'any';

const nameOf = (key: PaperKey, { authors, date, doi, arxiv }: Hashes): string =>
  JSON.stringify([key, authors, date, doi, arxiv]);

type Named = { readonly name: string; readonly thing: Thing };

const nameMemory = (works: Field['works'], memory: Memory): Named => {
  const { work, key, fields, said } = memory;
  const isRemoved = works[work]?.entry === undefined;
  const name = nameOf(key, isRemoved ? { ...fields, date: ANY_DATE } : fields);
  return { name, thing: { thing: work, said } };
};

const nameRecord = (field: Field, paper: IncomingPaper, index: number): readonly Named[] => {
  const fields = hashesOf(paper.fields);
  const thing = { thing: thingOf(field, index), source: paper.source, said: saidBy(paper) };
  return paper.keys
    .filter((key) => !isIdentifier(key))
    .flatMap((key) => [
      { name: nameOf(key, fields), thing },
      { name: nameOf(key, { ...fields, date: ANY_DATE }), thing },
    ]);
};

/** Joins records from files of other names that name title, authors, date and identifiers as it is remembered. */
const joinRenamed = (field: Field, memories: readonly Memory[]): void => {
  const { records, groups, works } = field;
  const named = [
    ...memories.filter(({ key }) => !isIdentifier(key)).map((memory) => nameMemory(works, memory)),
    ...records.flatMap((paper, index) => nameRecord(field, paper, index)),
  ];
  for (const alike of Map.groupBy(named, ({ name }) => name).values()) {
    const things = alike.map(({ thing }) => thing);
    if (things.some(({ thing }) => thing < works.length)) joinByTurn(things, groups);
  }
};

/** Joins records to the works whose records they were when ingest last met them. */
export const recognizeRecords = (field: Field, memories: readonly Memory[]): void => {
  joinUnchanged(
    field,
    Map.groupBy(memories, ({ key }) => key),
  );
  joinChanged(field, memories);
  joinRenamed(
    field,
    memories.filter(({ source }) => source !== undefined),
  );
};
