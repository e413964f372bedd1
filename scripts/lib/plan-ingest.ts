import { newPaperId } from '../../src/domain/paper-id.ts';
import { keysOf, type PaperKey } from '../../src/domain/paper-key.ts';
import type { PaperId } from '../../src/domain/fields.ts';
import type { Paper, PaperFields } from '../../src/domain/paper.ts';
import { quote, type Problem } from '../../src/domain/problem.ts';
import type { Proposal } from '../../src/domain/classify.ts';
import type { ImportedField, LedgerLine } from '../../src/entries/ledger.ts';
import { groupByPaper, type Sighting } from './group-incoming.ts';
import type { IncomingPaper } from './incoming.ts';
import { hashesOf, mergeFields } from './merge-fields.ts';

/** A file to be written anew. */
export type Creation = {
  readonly type: 'create';
  readonly id: PaperId;
  readonly fields: PaperFields;
  readonly abstract: string;
};

/** Fields of an entry that follow their source; `undefined` takes a field out. */
export type Update = {
  readonly type: 'update';
  readonly id: PaperId;
  readonly changes: Readonly<Partial<Record<ImportedField, unknown>>>;
};

export type IngestPlan = {
  /** in the order of the sources */
  readonly actions: readonly (Creation | Update)[];
  /** the whole ledger as it will be */
  readonly ledger: readonly LedgerLine[];
  /** entries to which nothing happens although a source tells of them */
  readonly kept: number;
  /** entries that were there without ingest and are known by it now */
  readonly adopted: number;
  /** papers of sources whose entries are gone and stay gone */
  readonly staysRemoved: number;
  readonly problems: readonly Problem[];
};

export type IngestState = {
  readonly ledger: readonly LedgerLine[];
  readonly entries: readonly Paper[];
  readonly incoming: readonly IncomingPaper[];
};

export type IngestChoices = {
  /** the day on which new entries enter */
  readonly added: string;
  readonly propose: (text: { title: string; abstract: string }) => Proposal;
  /** how problems call the folder of entries */
  readonly folder: string;
};

const conflict = (
  file: string,
  field: ImportedField,
  entry: Paper,
  paper: IncomingPaper,
): Problem => ({
  severity: 'warning',
  file,
  field,
  found: `${quote(entry[field] ?? '')}, but ${quote(paper.fields[field] ?? '')} in ${paper.source}:${paper.line}`,
  wanted: 'a field that was changed on one side only',
  hint: 'The entry was left as it is. Compare both and keep what is right.',
});

const createEntry = (
  { fields: { abstract, ...fields } }: IncomingPaper,
  id: PaperId,
  { added, propose }: IngestChoices,
): Creation => {
  const { topics, kind } = propose({ title: fields.title, abstract });
  const proposed = {
    ...(topics.length === 0 ? {} : { topics: [...topics] }),
    ...(kind === undefined ? {} : { kind }),
  };
  return { type: 'create', id, fields: { ...fields, ...proposed, added }, abstract };
};

/** Where the entries of ledger lines are today: under their id, or under the id that has it as an alias. */
const indexEntries = (entries: readonly Paper[]): ReadonlyMap<string, Paper> =>
  new Map([
    ...entries.flatMap((entry) => (entry.aliases ?? []).map((alias) => [alias, entry] as const)),
    ...entries.map((entry) => [entry.id, entry] as const),
  ]);

/** Entries that ingest does not know, by every key that they could have. */
const indexUnknown = (
  { ledger, entries }: IngestState,
  entryById: ReadonlyMap<string, Paper>,
): Map<PaperKey, Paper> => {
  const known = new Set(ledger.map(({ id }) => entryById.get(id)));
  const unknown = entries.filter((entry) => !known.has(entry));
  return new Map(
    unknown.toReversed().flatMap((entry) => keysOf(entry).map((key) => [key, entry] as const)),
  );
};

type Outcome = {
  readonly line: LedgerLine;
  readonly action?: Creation | Update;
  readonly fate: 'created' | 'known' | 'adopted' | 'removed';
  readonly problems: readonly Problem[];
};

const mergeInto = (entry: Paper, { paper, line }: Sighting, folder: string): Outcome => {
  const { changes, hashes, conflicts } = mergeFields(line?.fields ?? {}, entry, paper.fields);
  const known = line ?? { id: entry.id, key: paper.keys[0] ?? '' };
  const file = `${folder}/${entry.id}.md`;
  return {
    line: { ...known, source: paper.source, fields: hashes, removed: false },
    ...(Object.keys(changes).length === 0
      ? {}
      : { action: { type: 'update', id: entry.id, changes } }),
    fate: line === undefined ? 'adopted' : 'known',
    problems: conflicts.map((field) => conflict(file, field, entry, paper)),
  };
};

/** One action an entry: sources of several former papers may change one, and the first then holds. */
const joinActions = (actions: readonly (Creation | Update)[]): IngestPlan['actions'] => {
  const joined = new Map<PaperId, Creation | Update>();
  for (const action of actions) {
    const before = joined.get(action.id);
    const isBoth = before?.type === 'update' && action.type === 'update';
    const changes = isBoth ? { ...action.changes, ...before.changes } : {};
    joined.set(action.id, isBoth ? { ...before, changes } : action);
  }
  return [...joined.values()];
};

/**
 * Decides what ingest does; touches nothing. Papers are known by their keys and never by today's titles: by the
 * ledger, else, for entries written by hand or by a run that was killed, by the keys of the entries themselves.
 */
export const planIngest = (state: IngestState, choices: IngestChoices): IngestPlan => {
  const entryById = indexEntries(state.entries);
  const unknown = indexUnknown(state, entryById);
  const taken = new Set<string>([...entryById.keys(), ...state.ledger.map(({ id }) => id)]);
  const { sightings, problems } = groupByPaper(state.incoming, state.ledger);

  const adopt = ({ keys, fields }: IncomingPaper): Paper | undefined => {
    const key = [...keys, ...keysOf(fields)].find((one) => unknown.has(one));
    const entry = key === undefined ? undefined : unknown.get(key);
    if (entry !== undefined) for (const one of keysOf(entry)) unknown.delete(one);
    return entry;
  };
  const create = ({ paper }: Sighting): Outcome => {
    const id = newPaperId(paper.fields.title, taken);
    taken.add(id);
    const line = { id, source: paper.source, key: paper.keys[0] ?? '', removed: false };
    const action = createEntry(paper, id, choices);
    return {
      line: { ...line, fields: hashesOf(paper.fields) },
      action,
      fate: 'created',
      problems: [],
    };
  };
  const decide = (sighting: Sighting): Outcome => {
    const { line, paper } = sighting;
    const entry = line === undefined ? adopt(paper) : entryById.get(line.id);
    if (entry !== undefined) return mergeInto(entry, sighting, choices.folder);
    if (line === undefined) return create(sighting);
    return { line: { ...line, removed: true }, fate: 'removed', problems: [] };
  };

  const outcomes = sightings.map(decide);
  const decided = new Map(outcomes.map(({ line }) => [line.id, line]));
  const untold = state.ledger
    .filter(({ id }) => !decided.has(id))
    .map((line) => ({ ...line, removed: !entryById.has(line.id) }));
  const count = (fate: Outcome['fate']): number =>
    outcomes.filter((outcome) => outcome.fate === fate).length;
  return {
    actions: joinActions(outcomes.flatMap(({ action }) => action ?? [])),
    ledger: [...decided.values(), ...untold],
    kept: outcomes.filter(({ action, fate }) => action === undefined && fate !== 'removed').length,
    adopted: count('adopted'),
    staysRemoved: count('removed'),
    problems: [...problems, ...outcomes.flatMap((outcome) => outcome.problems)],
  };
};
