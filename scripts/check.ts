import type { Problem } from '../src/domain/problem.ts';
import { checkContent, type CheckedContent } from './lib/check-content.ts';
import { runCommand, UsageError } from './lib/cli.ts';
import { CHECK_FORMATS, printCheck, type CheckFormat } from './lib/print-check.ts';

const usage = `
npm run check -- [--content DIR] [--format text|json|github]

Reads the whole collection and lists everything that is wrong with it: at once, each with its file, line or
field, what was found, what was wanted and what to do. Only errors make it fail.

  --content DIR  the collection's folder (else CONTENT_DIR, else content)
  --format NAME  text: for people, to stderr; of many warnings of one kind the first ten (this is the default)
                 json: one object to stdout, {problems: [{severity, file, line?, field?, found, wanted, hint}],
                 errors, warnings}; its schema is what npm run schemas writes as check.schema.json
                 github: commands for a workflow, which shows them beside the lines; to stdout
`;

const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;

/** `119 papers, 21 topics, 0 errors, 2 warnings` */
const summarize = ({ counts, problems }: CheckedContent): string => {
  const having = (severity: Problem['severity']): number =>
    problems.filter((problem) => problem.severity === severity).length;
  return [
    count(counts.papers, 'paper'),
    count(counts.topics, 'topic'),
    count(having('error'), 'error'),
    count(having('warning'), 'warning'),
  ].join(', ');
};

const readFormat = (name = 'text'): CheckFormat => {
  const format = CHECK_FORMATS.find((one) => one === name);
  if (format !== undefined) return format;
  throw new UsageError(`--format: expected one of ${CHECK_FORMATS.join(', ')}, not "${name}".`);
};

await runCommand(
  { usage, options: { format: { type: 'string' } } },
  async ({ contentDir, values }) => {
    const format = readFormat(values.format);
    const checked = await checkContent(contentDir);
    const { out, err } = printCheck(format, summarize(checked), checked.problems, contentDir);
    for (const line of out) console.log(line);
    for (const line of err) console.error(line);
    return checked.problems;
  },
  // told above, as it was asked for
  () => undefined,
);
