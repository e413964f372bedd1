import { expect, it } from 'vitest';
import { failedTests } from './failed-tests.ts';

it('names what failed in vitest, with the first line of what it said', () => {
  const passed = { status: 'passed', fullName: 'a works', failureMessages: [] };
  const failed = {
    status: 'failed',
    fullName: 'b works',
    failureMessages: ['AssertionError: expected 1 to be 2\n    at b.test.ts:3:1'],
  };
  const report = {
    numTotalTests: 2,
    testResults: [
      { name: 'a.test.ts', status: 'passed', message: '', assertionResults: [passed] },
      { name: 'b.test.ts', status: 'failed', message: '', assertionResults: [passed, failed] },
      { name: 'c.test.ts', status: 'failed', message: 'Cannot find d.ts', assertionResults: [] },
    ],
  };
  expect(failedTests(report)).toEqual([
    'b.test.ts › b works: AssertionError: expected 1 to be 2',
    'c.test.ts › the file itself: Cannot find d.ts',
  ]);
});

it('names what failed in Playwright at whatever depth, and not what passed at its second try', () => {
  const error = { message: '\u001B[31mexpected\u001B[39m a heading\nCall log:' };
  const spec = (title: string, ok: boolean) => ({
    title,
    ok,
    file: 'home.spec.ts',
    line: 7,
    tests: [{ results: [{ error }, {}] }],
  });
  const report = {
    stats: {},
    suites: [{ specs: [spec('opens', true)], suites: [{ specs: [spec('leads on', false)] }] }],
  };
  expect(failedTests(report)).toEqual(['home.spec.ts:7 › leads on: expected a heading']);
});

it.each([undefined, { tests: 1 }])('names nothing of a foreign report', (report) => {
  expect(failedTests(report)).toEqual([]);
});
