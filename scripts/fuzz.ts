import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT_DIR } from './lib/run-astro.ts';

const usage = `
npm run fuzz -- [FILE…]

Tries the laws of the project on 10,000 cases each, other ones at each run: what importers, queries, addresses,
reading lists, mails and entries make of text that is broken or hostile. It takes the better part of an hour.

  FILE       files of tests, or parts of their names (else all that judge what comes from outside)
  LAW_RUNS   how many cases each law is tried on (else 10000)
  LAW_SEED   the cases of an earlier run
`;

const RUNS = '10000';

/** Laws on what comes from outside. */
const LAWS = [
  'tests/fuzz',
  'tests/nasty',
  'tests/laws',
  'tests/mail/message',
  'src/search/query-syntax',
  'src/search/url-state',
  'src/domain/reading-list',
  'src/domain/saved-searches',
  'src/domain/text',
  'src/entries',
];

const args = process.argv.slice(2);
if (args.includes('--help')) console.log(usage.trim());
else {
  const seed = process.env['LAW_SEED'] ?? String(Math.floor(Math.random() * 2 ** 31));
  const runs = process.env['LAW_RUNS'] ?? RUNS;
  const files = args.length > 0 ? args : LAWS;
  console.log(`LAW_SEED=${seed} LAW_RUNS=${runs}`);
  const vitest = join(PROJECT_DIR, 'node_modules/vitest/vitest.mjs');
  const flags = ['--project', 'unit', '--maxWorkers', '1', '--testTimeout', '7200000'];
  const child = spawn(process.execPath, [vitest, 'run', ...flags, ...files], {
    cwd: PROJECT_DIR,
    env: { ...process.env, LAW_SEED: seed, LAW_RUNS: runs },
    stdio: 'inherit',
  });
  child.once('exit', (status) => {
    if (status !== 0)
      console.error(
        `The same cases once more: LAW_SEED=${seed} LAW_RUNS=${runs} npm run fuzz -- FILE`,
      );
    process.exitCode = status ?? 1;
  });
}
