import { paperIdSchema } from '../../src/domain/fields.ts';
import { keysOf } from '../../src/domain/paper-key.ts';
import type { Paper } from '../../src/domain/paper.ts';
import type { LedgerLine } from '../../src/entries/ledger.ts';
import type { ImportedFields, IncomingPaper } from './incoming.ts';
import type { IngestPlan } from './ingest-plan.ts';
import type { Settle } from './merge-fields.ts';
import { planIngest } from './plan-ingest.ts';

export const choices = {
  added: '2026-01-02',
  folder: 'content/papers',
  propose: () => ({ topics: [] }),
};

/** A collection in memory, on which the tests carry plans out. */
export type Store = { readonly entries: readonly Paper[]; readonly ledger: readonly LedgerLine[] };

export const EMPTY: Store = { entries: [], ledger: [] };

export const incoming = (
  title: string,
  fields: Partial<ImportedFields> = {},
  source = 'a.txt',
): IncomingPaper => ({
  fields: { title, abstract: '', ...fields },
  keys: keysOf({ title, doi: fields.doi, arxiv: fields.arxiv }),
  source,
  line: 1,
});

export const entry = (id: string, fields: Partial<Paper> = {}): Paper => ({
  title: id,
  abstract: '',
  ...fields,
  id: paperIdSchema.parse(id),
});

const change = (entries: readonly Paper[], id: string, changes: object): readonly Paper[] =>
  entries.map((one) => {
    const changed = { ...one, ...changes };
    return one.id === id ? { ...changed, abstract: changed.abstract || '' } : one;
  });

export const carryOut = ({ entries }: Store, { actions, ledger }: IngestPlan): Store => ({
  entries: actions.reduce<readonly Paper[]>(
    (store, action) =>
      action.type === 'create'
        ? [...store, { ...action.fields, id: action.id, abstract: action.abstract }]
        : change(store, action.id, action.changes),
    entries,
  ),
  ledger,
});

export const plan = (
  store: Store,
  papers: readonly IncomingPaper[],
  settle: () => Settle = () => 'report',
): IngestPlan => planIngest({ ...store, incoming: papers }, { ...choices, settle });

export const ingest = (store: Store, papers: readonly IncomingPaper[]): Store =>
  carryOut(store, plan(store, papers));

export const edit = (store: Store, id: string, changes: object): Store => ({
  ...store,
  entries: change(store.entries, id, changes),
});
