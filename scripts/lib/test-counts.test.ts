import { describe, expect, it } from 'vitest';
import { addCounts, countReport, countStep, describeCounts, NO_TESTS } from './test-counts.ts';

const vitest = {
  numTotalTests: 10,
  numPassedTests: 6,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  success: false,
};
const playwright = { stats: { expected: 4, unexpected: 1, flaky: 2, skipped: 3, duration: 9.5 } };

describe('countReport', () => {
  it('reads the report of vitest', () => {
    expect(countReport(vitest, false)).toEqual({ passed: 6, failed: 1, skipped: 3 });
  });

  it('reads the report of Playwright and takes what passed at its second try for passed', () => {
    expect(countReport(playwright, false)).toEqual({ passed: 6, failed: 1, skipped: 3 });
  });

  it.each([
    ['no report', undefined],
    ['a foreign report', { tests: 1 }],
    ['a report without tests', { numTotalTests: 0 }],
  ])('counts %s as one failed test', (_, report) => {
    expect(countReport(report, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a failure that the report does not show', () => {
    expect(countReport({ ...vitest, numFailedTests: 0 }, false).failed).toBe(1);
  });

  it('adds nothing to a run that succeeded', () => {
    expect(countReport({ ...vitest, numFailedTests: 0 }, true).failed).toBe(0);
  });
});

describe('describeCounts', () => {
  it('sums runners and steps into one line', () => {
    const all = [countStep(true), countStep(false), countReport(vitest, false)];
    expect(describeCounts(all.reduce(addCounts, NO_TESTS))).toBe('7 passed, 2 failed, 3 skipped');
  });
});
