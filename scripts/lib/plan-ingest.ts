import { byText } from '../../src/domain/by-text.ts';
import type { PaperId } from '../../src/domain/fields.ts';
import { newPaperId } from '../../src/domain/paper-id.ts';
import type { Paper } from '../../src/domain/paper.ts';
import type { LedgerLine } from '../../src/entries/ledger.ts';
import { composeWork, type Composition } from './compose-work.ts';
import type { IncomingPaper } from './incoming.ts';
import type {
  Conflict,
  Creation,
  IngestChoices,
  IngestPlan,
  IngestState,
  Update,
} from './ingest-plan.ts';
import { reportBesides, reportConflict, reportDoubt, reportRenamed } from './ingest-problems.ts';
import { baseKey, freeKey, indexEntries, listKnownWorks } from './known-works.ts';
import { matchRecords, type Work } from './match-records.ts';
import { mergeFields } from './merge-fields.ts';

type Outcome = {
  readonly line: LedgerLine;
  readonly id: PaperId;
  readonly records: readonly IncomingPaper[];
  readonly composition?: Composition;
  readonly action?: Creation | Update;
  readonly fate: 'created' | 'known' | 'adopted' | 'removed';
  readonly conflicts: readonly Conflict[];
};

const createEntry = (
  { told: { values } }: Composition,
  id: PaperId,
  { added, propose }: IngestChoices,
): Creation => {
  const { abstract = '', title = '', ...fields } = values;
  const { topics, kind } = propose({ title, abstract });
  const proposed = {
    ...(topics.length === 0 ? {} : { topics: [...topics] }),
    ...(kind === undefined ? {} : { kind }),
  };
  return { type: 'create', id, fields: { title, ...fields, ...proposed, added }, abstract };
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

/** Decides the fate of one work after another: each takes an id and a key that no later one may take. */
class Decider {
  readonly #choices: IngestChoices;
  readonly #ids: Set<string>;
  readonly #keys: Set<string>;

  constructor({ ledger, entries }: IngestState, choices: IngestChoices) {
    this.#choices = choices;
    this.#ids = new Set([...indexEntries(entries).keys(), ...ledger.map(({ id }) => id)]);
    this.#keys = new Set(ledger.map(({ key }) => key));
  }

  decide({ known = {}, records }: Work): Outcome | undefined {
    const { line, entry } = known;
    if (line !== undefined && entry === undefined)
      return {
        line: { ...line, removed: true },
        id: line.id,
        records,
        fate: 'removed',
        conflicts: [],
      };
    const composition = composeWork(known, records);
    if (composition === undefined) return undefined;
    return entry === undefined
      ? this.#create(composition, records)
      : this.#merge(entry, line, composition, records);
  }

  #create(composition: Composition, records: readonly IncomingPaper[]): Outcome {
    const id = newPaperId(composition.told.values.title ?? '', this.#ids);
    this.#ids.add(id);
    return {
      line: this.#toLine(id, composition, undefined),
      id,
      records,
      composition,
      action: createEntry(composition, id, this.#choices),
      fate: 'created',
      conflicts: [],
    };
  }

  #merge(
    entry: Paper,
    line: LedgerLine | undefined,
    composition: Composition,
    records: readonly IncomingPaper[],
  ): Outcome {
    const { id } = entry;
    const { told, holder } = composition;
    const settle = this.#choices.settle?.(id) ?? 'report';
    const { changes, hashes, conflicts } = mergeFields(line?.fields ?? {}, entry, told, settle);
    return {
      line: { ...this.#toLine(line?.id ?? id, composition, line), fields: hashes },
      id,
      records,
      composition,
      ...(Object.keys(changes).length > 0 && { action: { type: 'update', id, changes } }),
      fate: line === undefined ? 'adopted' : 'known',
      conflicts: conflicts.map((field) => ({
        id,
        field,
        mine: entry[field],
        theirs: told.values[field],
        source: holder.source,
        line: holder.told?.line,
      })),
    };
  }

  #toLine(id: PaperId, composition: Composition, before: LedgerLine | undefined): LedgerLine {
    const { holder, told, others } = composition;
    const key = this.#keyOf(composition, before);
    this.#keys.add(key);
    return {
      id,
      source: holder.source,
      key,
      fields: told.hashes,
      ...(others.length > 0 && { others: [...others] }),
      removed: false,
    };
  }

  /** The key by which the ledger knows the paper already, as long as its record has it. */
  #keyOf({ holder }: Composition, before: LedgerLine | undefined): string {
    const keys = holder.told?.keys ?? [holder.key];
    if (before !== undefined && (holder.told === undefined || keys.includes(baseKey(before.key))))
      return before.key;
    return freeKey(keys, this.#keys);
  }
}

const countFate = (outcomes: readonly Outcome[], fate: Outcome['fate']): number =>
  outcomes.filter((outcome) => outcome.fate === fate).length;

/**
 * Decides what ingest does; touches nothing. Papers are known again by what the ledger remembers of their records,
 * whatever their entries say today; other records are one with them, or with each other, when they share a DOI or an
 * arXiv id, or title, first author and year.
 */
export const planIngest = (state: IngestState, choices: IngestChoices): IngestPlan => {
  const known = listKnownWorks(state.ledger, state.entries);
  const { works, doubts } = matchRecords(known, state.incoming);
  const decider = new Decider(state, choices);
  const outcomes = works.flatMap((work) => decider.decide(work) ?? []);
  const decided = new Map(outcomes.map(({ line }) => [line.id, line]));
  const entryById = indexEntries(state.entries);
  const untold = state.ledger
    .filter(({ id }) => !decided.has(id))
    .map((line) => ({ ...line, removed: !entryById.has(line.id) }));
  const ids = new Map(outcomes.flatMap(({ id, records }) => records.map((one) => [one, id])));
  const conflicts = outcomes.flatMap((outcome) => outcome.conflicts);
  const compositions = outcomes.flatMap(({ composition }) => composition ?? []);
  return {
    actions: joinActions(outcomes.flatMap(({ action }) => action ?? [])),
    ledger: [...decided.values(), ...untold].toSorted((a, b) => byText(a.id, b.id)),
    joinings: outcomes.flatMap(({ id, composition }) =>
      (composition?.joined ?? []).map((record) => ({ id, record })),
    ),
    conflicts,
    kept: outcomes
      .filter(({ action, fate }) => action === undefined && fate !== 'removed')
      .map(({ id }) => id),
    adopted: countFate(outcomes, 'adopted'),
    staysRemoved: countFate(outcomes, 'removed'),
    problems: [
      ...reportRenamed(known, choices.folder),
      ...reportBesides(compositions.flatMap(({ besides }) => besides)),
      ...doubts.flatMap((doubt) => reportDoubt(doubt, ids)),
      ...conflicts.map((conflict) => reportConflict(conflict, choices.folder)),
    ],
  };
};
