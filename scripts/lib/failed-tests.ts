import { z } from 'zod';

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string().optional(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

const playwrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  ok: z.boolean(),
  tests: z.array(
    z.object({
      results: z.array(
        z.object({ error: z.object({ message: z.string().optional() }).optional() }),
      ),
    }),
  ),
});
type PlaywrightSuite = {
  readonly specs: readonly z.infer<typeof playwrightSpec>[];
  readonly suites?: readonly PlaywrightSuite[] | undefined;
};
const playwrightSuite: z.ZodType<PlaywrightSuite> = z.object({
  specs: z.array(playwrightSpec),
  suites: z.array(z.lazy(() => playwrightSuite)).optional(),
});
const playwrightReport = z.object({ suites: z.array(playwrightSuite) });

// eslint-disable-next-line no-control-regex -- colours of a terminal begin with the control character
const COLOURS = /\u001B\[[\d;]*m/gu;
const firstLine = (message = ''): string => message.replaceAll(COLOURS, '').split('\n', 1)[0] ?? '';

const describe = (where: string, name: string, message: string | undefined): string =>
  `${where} › ${name}: ${firstLine(message)}`;

const failedInVitest = ({ testResults }: z.infer<typeof vitestReport>): readonly string[] =>
  testResults.flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length > 0)
      return failed.map((test) => describe(file.name, test.fullName, test.failureMessages?.[0]));
    return file.status === 'failed' ? [describe(file.name, 'the file itself', file.message)] : [];
  });

const failedInSuite = ({ specs, suites = [] }: PlaywrightSuite): readonly string[] => [
  ...specs
    .filter(({ ok }) => !ok)
    .map(({ file, line, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.map(({ error }) => error?.message));
      return describe(`${file}:${String(line)}`, title, errors.find(Boolean));
    }),
  ...suites.flatMap(failedInSuite),
];

/**
 * The tests that failed by the JSON report of vitest or of Playwright, each with its file and the first line
 * of what it said: what a reader of a long output looks for first. None when the report is neither.
 */
export const failedTests = (report: unknown): readonly string[] => {
  const vitest = vitestReport.safeParse(report);
  if (vitest.success) return failedInVitest(vitest.data);
  const playwright = playwrightReport.safeParse(report);
  return playwright.success ? playwright.data.suites.flatMap(failedInSuite) : [];
};
