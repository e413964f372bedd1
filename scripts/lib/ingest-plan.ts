import type { Proposal } from '../../src/domain/classify.ts';
import type { PaperId } from '../../src/domain/fields.ts';
import type { Paper, PaperFields } from '../../src/domain/paper.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { ImportedField, LedgerLine } from '../../src/entries/ledger.ts';
import type { IncomingPaper } from './incoming.ts';
import type { Settle } from './merge-fields.ts';

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

/** A field that both the curator and the source changed. */
export type Conflict = {
  readonly id: PaperId;
  readonly field: ImportedField;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** where the source says so */
  readonly source: string;
  readonly line: number | undefined;
};

/** A record that is another version of a work as of now. */
export type Joining = { readonly id: PaperId; readonly record: IncomingPaper };

export type IngestPlan = {
  /** in the order of the sources */
  readonly actions: readonly (Creation | Update)[];
  /** the whole ledger as it will be */
  readonly ledger: readonly LedgerLine[];
  readonly joinings: readonly Joining[];
  readonly conflicts: readonly Conflict[];
  /** ids of entries to which nothing happens although a source tells of them */
  readonly kept: readonly PaperId[];
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
  /** what to do with conflicts; they are reported when nothing else is said */
  readonly settle?: (id: PaperId) => Settle;
};
