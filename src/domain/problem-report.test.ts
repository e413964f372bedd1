import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from './problem.ts';
import {
  describeMore,
  problemReportSchema,
  sumUp,
  toProblemReport,
  toWorkflowCommand,
} from './problem-report.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 30 });
const anyProblem: fc.Arbitrary<Problem> = fc
  .record(
    {
      severity: fc.constantFrom('error', 'warning'),
      file: fc.oneof(fc.constantFrom('a.md', 'b:c,d%.md'), anyText),
      line: fc.integer({ min: 1, max: 9 }),
      field: fc.constantFrom('topics', 'topics.0', 'topics.1', 'a,b:c'),
      found: anyText,
      wanted: fc.constantFrom('a', 'b', 'c:\r\n%0A'),
      hint: anyText,
    },
    { requiredKeys: ['severity', 'file', 'found', 'wanted', 'hint'] },
  )
  .map((problem): Problem => problem);
const anyProblems = fc.array(anyProblem, { maxLength: 40 });

const NO_TOPIC: Problem = {
  severity: 'warning',
  file: 'content/papers/a, b: 100%.md',
  line: 3,
  field: 'topics',
  found: 'no topic',
  wanted: 'a topic',
  hint: 'Add one:\r\nany.',
};

describe('toProblemReport', () => {
  test('is what its schema says, tells of each problem once, and survives JSON', () => {
    fc.assert(
      fc.property(anyProblems, (problems) => {
        const report = toProblemReport(problems);
        const read = problemReportSchema.parse(JSON.parse(JSON.stringify(report)));
        expect(read).toEqual(report);
        expect(read.errors + read.warnings).toBe(problems.length);
        expect(read.problems.map(formatProblem).toSorted()).toEqual(
          problems.map(formatProblem).toSorted(),
        );
      }),
    );
  });

  test('does not depend on the order in which places were found', () => {
    const other = { ...NO_TOPIC, file: 'content/papers/0.md' };
    expect(toProblemReport([NO_TOPIC, other])).toEqual(toProblemReport([other, NO_TOPIC]));
  });
});

/** Reads a command the way GitHub's runner does: up to the colons, split at commas, percent signs undone last. */
const readCommand = (line: string) => {
  const [, command = '', rest = '', message = ''] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? [];
  const unescapeMessage = (text: string): string =>
    text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const unescapeProperty = (text: string): string =>
    unescapeMessage(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
  const properties = rest.split(',').map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), unescapeProperty(pair.slice(at + 1))] as const;
  });
  return { command, ...Object.fromEntries(properties), message: unescapeMessage(message) };
};

describe('toWorkflowCommand', () => {
  test('escapes what GitHub would read as its own', () => {
    expect(toWorkflowCommand(NO_TOPIC)).toBe(
      '::warning file=content/papers/a%2C b%3A 100%25.md,line=3,title=topics::' +
        'Found no topic, wanted a topic.%0AAdd one:%0D%0Aany.',
    );
  });

  test('is one line, from which the runner reads what the problem says', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const line = toWorkflowCommand(problem);
        expect(line).not.toMatch(/[\r\n]/);
        const { severity, file, line: number, field, found, wanted, hint } = problem;
        expect(readCommand(line)).toEqual({
          command: severity,
          file,
          ...(number === undefined ? {} : { line: String(number) }),
          title: field ?? 'Paperlight',
          message: `Found ${found}, wanted ${wanted}.\n${hint}`,
        });
      }),
    );
  });
});

describe('sumUp', () => {
  test('leaves every error, no more warnings of a kind than asked for, and counts the others', () => {
    fc.assert(
      fc.property(anyProblems, fc.nat({ max: 5 }), (problems, most) => {
        const { shown, more } = sumUp(problems, most);
        const errorsOf = (list: readonly Problem[]) =>
          list.filter(({ severity }) => severity === 'error').length;
        expect(errorsOf(shown)).toBe(errorsOf(problems));
        expect(shown.length + more.reduce((sum, { count }) => sum + count, 0)).toBe(
          problems.length,
        );
        expect(more.every(({ count }) => count > 0)).toBe(true);
        const kinds = Map.groupBy(
          shown.filter(({ severity }) => severity === 'warning'),
          ({ field, wanted }) => `${field?.replace(/\.\d/, '')} ${wanted}`,
        );
        for (const kind of kinds.values()) expect(kind.length).toBeLessThanOrEqual(most);
      }),
    );
  });

  test('says how many of which kind were left out', () => {
    const flood = ['a', 'b', 'c'].map((file) => ({ ...NO_TOPIC, file }));
    const { shown, more } = sumUp([...flood, { ...NO_TOPIC, field: 'doi' }], 1);
    expect(shown.map(({ file, field }) => `${file} ${field}`)).toEqual([
      'a topics',
      'content/papers/a, b: 100%.md doi',
    ]);
    expect(more.map(describeMore)).toEqual([
      '2 more warnings of this kind: topics, wanted a topic',
    ]);
  });
});
