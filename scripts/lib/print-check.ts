import { relative, sep } from 'node:path';
import { formatProblem, type Problem } from '../../src/domain/problem.ts';
import {
  describeMore,
  sumUp,
  toProblemReport,
  toWorkflowCommand,
} from '../../src/domain/problem-report.ts';
import { resolvePath } from './cli.ts';
import { repositoryRoot } from './repository-root.ts';

export const CHECK_FORMATS = ['text', 'json', 'github'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** Lines for stdout, which takes results, and for stderr. */
export type Printed = { readonly out: readonly string[]; readonly err: readonly string[] };

/** Of each kind of warning so many are told in words. */
const MOST_OF_A_KIND = 10;

const toText = (problems: readonly Problem[]): readonly string[] => {
  const { shown, more } = sumUp(problems, MOST_OF_A_KIND);
  const rest = more.map(
    (one) => `… and ${describeMore(one)} (npm run check -- --format json has all)`,
  );
  return [...shown.map(formatProblem), ...rest];
};

/** Prints what is wrong with a collection, for commands that do more than check. */
export const printBriefly = (problems: readonly Problem[]): void => {
  for (const line of toText(problems)) console.error(line);
};

const toCommands = (summary: string, problems: readonly Problem[], root: string): Printed => {
  const { shown, more } = sumUp(problems, MOST_OF_A_KIND);
  const out = shown.map((problem) => {
    const file = relative(root, resolvePath(problem.file)).split(sep).join('/');
    return toWorkflowCommand({ ...problem, file });
  });
  const rest = more.map((one) => `… and ${describeMore(one)}`);
  return { out, err: [...rest, summary] };
};

/** What a check prints: `summary` says how much was looked at. */
export const printCheck = (
  format: CheckFormat,
  summary: string,
  problems: readonly Problem[],
  contentDir: string,
): Printed => {
  if (format === 'text') return { out: [summary], err: toText(problems) };
  if (format === 'github')
    return toCommands(summary, problems, repositoryRoot(contentDir) ?? resolvePath('.'));
  return { out: [JSON.stringify(toProblemReport(problems), null, 2)], err: [summary] };
};
