import { quote } from '../../src/domain/problem.ts';
import type { IngestPlan, Update } from './plan-ingest.ts';

const describeChanges = ({ changes }: Update): string =>
  Object.entries(changes)
    .map(([field, value]) => (value === undefined ? `without ${field}` : field))
    .join(', ');

/** What a plan would do, a line for each entry; nothing when it would do nothing. */
export const describePlan = ({ actions }: IngestPlan): readonly string[] =>
  actions.map((action) =>
    action.type === 'create'
      ? `create ${action.id}  ${quote(action.fields.title)}`
      : `update ${action.id}  ${describeChanges(action)}`,
  );

const count = (number: number, noun: string): string => `${number} ${noun}`;

/** `created 119, updated 0, kept 0, …`: one line; what seldom happens is only said when it does. */
export const summarizePlan = (plan: IngestPlan): string => {
  const created = plan.actions.filter(({ type }) => type === 'create').length;
  const conflicts = plan.problems.filter(({ field }) => field !== undefined).length;
  return [
    count(created, 'created'),
    count(plan.actions.length - created, 'updated'),
    count(plan.kept, 'kept'),
    count(conflicts, conflicts === 1 ? 'conflict' : 'conflicts'),
    ...(plan.adopted === 0 ? [] : [count(plan.adopted, 'adopted')]),
    ...(plan.staysRemoved === 0 ? [] : [count(plan.staysRemoved, 'stay removed')]),
  ].join(', ');
};
