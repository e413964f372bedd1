import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { failedTests } from './lib/failed-tests.ts';
import { PROJECT_DIR } from './lib/run-astro.ts';
import {
  addCounts,
  countReport,
  countStep,
  describeCounts,
  NO_TESTS,
  type Counts,
} from './lib/test-counts.ts';

/** One npm script; all are run, the cheap ones first, also after one has failed. */
type Step = {
  readonly script: string;
  /** flags that make it write a JSON report to a file */
  readonly report?: (file: string) => readonly string[];
  /** judges what this earlier step built, so it is skipped when that failed */
  readonly needs?: string;
};

const vitestReport = (file: string) => [
  '--reporter=dot',
  '--reporter=json',
  `--outputFile=${file}`,
];

/** Steps that use one processor each, in two rows side by side: types and lint write the same files at their start. */
const QUICK: readonly (readonly Step[])[] = [
  [{ script: 'format' }, { script: 'check' }, { script: 'types' }],
  [{ script: 'lint' }],
];

const STEPS: readonly Step[] = [
  { script: 'unit', report: vitestReport },
  { script: 'test:build' },
  { script: 'test:site', report: vitestReport, needs: 'test:build' },
  { script: 'e2e', report: () => ['--reporter=list,json'], needs: 'test:build' },
];

const REPORTS_DIR = join(PROJECT_DIR, 'node_modules/.cache/paperlight/reports');
const reportFileOf = ({ script }: Step): string =>
  join(REPORTS_DIR, `${script.replace(':', '-')}.json`);

const run = (step: Step): Promise<boolean> => {
  const flags = step.report?.(reportFileOf(step)) ?? [];
  const child = spawn('npm', ['run', '--silent', step.script, '--', ...flags], {
    cwd: PROJECT_DIR,
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      PLAYWRIGHT_JSON_OUTPUT_FILE: reportFileOf(step),
      ...(step.needs === undefined ? {} : { TEST_SITES_BUILT: '1' }),
    },
    // all output to stderr: stdout has the sum alone
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => {
      done(code === 0);
    });
  });
};

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
};

const failures: string[] = [];

const countRun = (step: Step, succeeded: boolean): Counts => {
  const report = step.report && readJson(reportFileOf(step));
  const named = failedTests(report).map((test) => `${step.script}: ${test}`);
  failures.push(...(named.length > 0 || succeeded ? named : [step.script]));
  return step.report === undefined ? countStep(succeeded) : countReport(report, succeeded);
};

const runStep = async (step: Step): Promise<Counts> => {
  console.error(`\n— ${step.script}`);
  const start = performance.now();
  const counts = countRun(step, await run(step));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.error(`— ${step.script}: ${describeCounts(counts)} in ${seconds} s`);
  return counts;
};

rmSync(REPORTS_DIR, { recursive: true, force: true });
mkdirSync(REPORTS_DIR, { recursive: true });
const countsByScript = new Map<string, Counts>();

const runRow = async (steps: readonly Step[]): Promise<void> => {
  for (const step of steps) {
    const isBlocked = step.needs !== undefined && countsByScript.get(step.needs)?.failed !== 0;
    if (isBlocked) console.error(`\n— ${step.script}: skipped, for ${step.needs ?? ''} failed`);
    countsByScript.set(step.script, isBlocked ? { ...NO_TESTS, skipped: 1 } : await runStep(step));
  }
};

await Promise.all(QUICK.map(runRow));
await runRow(STEPS);
const total = [...countsByScript.values()].reduce(addCounts, NO_TESTS);
// once more at the end: between them and it stand hundreds of lines
for (const failure of failures) console.error(`✗ ${failure}`);
console.log(describeCounts(total));
process.exitCode = total.failed === 0 ? 0 : 1;
