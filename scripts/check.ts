import type { Problem } from '../src/domain/problem.ts';
import { checkContent, type CheckedContent } from './lib/check-content.ts';
import { runCommand } from './lib/cli.ts';

const usage = `
npm run check -- [--content DIR]

Reads the whole collection and lists everything that is wrong with it: at once, each with its file, line or
field, what was found, what was wanted and what to do. Only errors make it fail.

  --content DIR  the collection's folder (else CONTENT_DIR, else content)
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

await runCommand({ usage, options: {} }, async ({ contentDir }) => {
  const checked = await checkContent(contentDir);
  console.log(summarize(checked));
  return checked.problems;
});
