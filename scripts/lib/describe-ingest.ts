import type { Paper } from '../../src/domain/paper.ts';
import { quote } from '../../src/domain/problem.ts';
import type { ImportedField } from '../../src/entries/ledger.ts';
import { showDifference } from './field-words.ts';
import type { Conflict, Creation, IngestPlan, Joining, Update } from './ingest-plan.ts';

const describeField = (field: ImportedField, from: unknown, to: unknown, sign: string): string => {
  const [before, after] = showDifference(field, from, to);
  return `  ${field.padEnd(9)} ${before} ${sign} ${after}`;
};

const describeCreation = ({ id, fields }: Creation): string =>
  `create ${id}  ${quote(fields.title)}`;

const describeUpdate = (
  { id, changes }: Update,
  entryById: ReadonlyMap<string, Paper>,
): readonly string[] => [
  `update ${id}`,
  ...Object.entries(changes).map(([name, value]) => {
    const field = name as ImportedField;
    return describeField(field, entryById.get(id)?.[field], value, '→');
  }),
];

const describeJoining = ({ id, record: { source, line, fields } }: Joining): string =>
  `join ${id}  as another version: ${quote(fields.title)}, ${source}:${line}`;

const describeConflict = ({ id, field, mine, theirs }: Conflict): readonly string[] => [
  `conflict ${id}`,
  describeField(field, mine, theirs, '≠'),
];

/** Records that became versions of papers, which nobody may learn from the entries alone. */
export const describeJoinings = ({ joinings }: IngestPlan): readonly string[] =>
  joinings.map(describeJoining);

/**
 * What a plan would do: what is created, updated field by field, joined, in conflict, and how much is kept; nothing
 * when it would do nothing.
 */
export const describePlan = (plan: IngestPlan, entries: readonly Paper[]): readonly string[] => {
  const entryById = new Map<string, Paper>(entries.map((entry) => [entry.id, entry]));
  return [
    ...plan.actions.flatMap((one) => (one.type === 'create' ? [describeCreation(one)] : [])),
    ...plan.actions.flatMap((one) => (one.type === 'update' ? describeUpdate(one, entryById) : [])),
    ...describeJoinings(plan),
    ...plan.conflicts.flatMap(describeConflict),
  ];
};

const count = (number: number, noun: string): string => `${number} ${noun}`;

/** `119 created, 0 updated, 0 kept, …`: one line; what seldom happens is only said when it does. */
export const summarizePlan = (plan: IngestPlan): string => {
  const created = plan.actions.filter(({ type }) => type === 'create').length;
  const conflicts = plan.conflicts.length;
  return [
    count(created, 'created'),
    count(plan.actions.length - created, 'updated'),
    count(plan.kept.length, 'kept'),
    count(conflicts, conflicts === 1 ? 'conflict' : 'conflicts'),
    ...(plan.joinings.length === 0 ? [] : [count(plan.joinings.length, 'joined')]),
    ...(plan.adopted === 0 ? [] : [count(plan.adopted, 'adopted')]),
    ...(plan.staysRemoved === 0 ? [] : [count(plan.staysRemoved, 'stay removed')]),
  ].join(', ');
};
