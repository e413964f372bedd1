import { z } from 'zod';
import { byPlace, type Problem } from './problem.ts';

const problemSchema = z.strictObject({
  severity: z.enum(['error', 'warning']).describe('Only errors make a command fail.'),
  file: z
    .string()
    .describe('The file, as a person would type it who stands where the command ran.'),
  line: z.int().min(1).optional().describe('The line of that file, when it is known.'),
  field: z.string().optional().describe('The field, such as `authors.0.orcid`.'),
  found: z.string().describe('What stands there.'),
  wanted: z.string().describe('What should stand there.'),
  hint: z.string().describe('What to do about it.'),
});

/** What `npm run check -- --format json` prints. */
export const problemReportSchema = z.strictObject({
  problems: z.array(problemSchema).describe('All that is wrong, by file, line and field.'),
  errors: z.int().min(0).describe('How many of them are errors.'),
  warnings: z.int().min(0).describe('How many of them are warnings.'),
});
export type ProblemReport = z.infer<typeof problemReportSchema>;

const toMember = ({ severity, file, line, field, found, wanted, hint }: Problem) => ({
  severity,
  file,
  ...(line === undefined ? {} : { line }),
  ...(field === undefined ? {} : { field }),
  found,
  wanted,
  hint,
});

/** All problems as one value, in one order. */
export const toProblemReport = (problems: readonly Problem[]): ProblemReport => {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return {
    problems: problems.toSorted(byPlace).map(toMember),
    errors,
    warnings: problems.length - errors,
  };
};

/** As GitHub's workflow commands want the text after the second pair of colons. */
const escapeMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** The same for a property, which a colon or a comma would end. */
const escapeProperty = (text: string): string =>
  escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * A problem as a command of GitHub's workflows, which shows it beside the line. Expects the file as the repository
 * knows it.
 */
export const toWorkflowCommand = (problem: Problem): string => {
  const { severity, file, line, field, found, wanted, hint } = problem;
  const properties = [
    `file=${escapeProperty(file)}`,
    ...(line === undefined ? [] : [`line=${line}`]),
    `title=${escapeProperty(field ?? 'Paperlight')}`,
  ];
  const message = escapeMessage(`Found ${found}, wanted ${wanted}.\n${hint}`);
  return `::${severity} ${properties.join(',')}::${message}`;
};

/** Problems of one kind that were left out of a list. */
export type More = { readonly of: Problem; readonly count: number };

/** Warnings are of one kind when they want the same of the same field. */
const kindOf = ({ field = '', wanted }: Problem): string => `${field.split('.', 1)[0]}\n${wanted}`;

/**
 * Leaves so many warnings of each kind, the first, and counts the others: ten thousand of one kind hide all
 * others. Errors are all left.
 */
export const sumUp = (
  problems: readonly Problem[],
  most: number,
): { readonly shown: readonly Problem[]; readonly more: readonly More[] } => {
  const counts = new Map<string, number>();
  const left = new Map<string, More>();
  const shown = problems.toSorted(byPlace).filter((problem) => {
    if (problem.severity === 'error') return true;
    const kind = kindOf(problem);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count > most) left.set(kind, { of: problem, count: count - most });
    return count <= most;
  });
  return { shown, more: [...left.values()] };
};

/** @example describeMore({ of: noTopic, count: 2 }) // '2 more warnings of this kind: topics, wanted one to four' */
export const describeMore = ({ of: { field, wanted }, count }: More): string => {
  const what = field === undefined ? '' : `${field.split('.', 1)[0]}, `;
  return `${count} more warning${count === 1 ? '' : 's'} of this kind: ${what}wanted ${wanted}`;
};
