/** How many tests passed, failed and were skipped. */
export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

export const NO_TESTS: Counts = { passed: 0, failed: 0, skipped: 0 };

export const addCounts = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** The line with which a run of all tests ends. */
export const describeCounts = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** A step that does not count its tests is one test. */
export const countStep = (succeeded: boolean): Counts => ({
  ...NO_TESTS,
  [succeeded ? 'passed' : 'failed']: 1,
});

type Numbers = Readonly<Record<string, number>>;

const sumOf = (numbers: Numbers, names: readonly string[]): number =>
  names.reduce((sum, name) => sum + (numbers[name] ?? 0), 0);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const onlyNumbers = (record: Readonly<Record<string, unknown>>): Numbers =>
  Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, number] => Number.isInteger(entry[1])),
  );

/** Reads the JSON report of vitest or of Playwright; undefined when it is neither. */
const readReport = (report: unknown): Counts | undefined => {
  if (!isRecord(report)) return undefined;
  if ('numTotalTests' in report) {
    const numbers = onlyNumbers(report);
    return {
      passed: sumOf(numbers, ['numPassedTests']),
      failed: sumOf(numbers, ['numFailedTests']),
      skipped: sumOf(numbers, ['numPendingTests', 'numTodoTests']),
    };
  }
  if (!isRecord(report['stats'])) return undefined;
  const numbers = onlyNumbers(report['stats']);
  return {
    // what passed at its second try passed; the runner's list names it
    passed: sumOf(numbers, ['expected', 'flaky']),
    failed: sumOf(numbers, ['unexpected']),
    skipped: sumOf(numbers, ['skipped']),
  };
};

/**
 * What a runner's report counts. A runner that fails without a failed test (a file that does not load, a
 * crash, no report, no test at all) counts as one failed test more.
 */
export const countReport = (report: unknown, succeeded: boolean): Counts => {
  const counts = readReport(report) ?? NO_TESTS;
  const ranAny = counts.passed + counts.failed > 0;
  const hidesFailure = counts.failed === 0 && !(succeeded && ranAny);
  return hidesFailure ? addCounts(counts, countStep(false)) : counts;
};
