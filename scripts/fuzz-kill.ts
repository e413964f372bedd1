import { spawnSync } from 'node:child_process';
import { PROJECT_DIR } from './lib/run-astro.ts';

/** `npm run fuzz:kill`: kills ingest 200 times at any moment, which takes minutes; `npm test` kills it a few times. */
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'scripts/ingest-kill.test.ts'],
  { cwd: PROJECT_DIR, stdio: 'inherit', env: { KILLS: '200', ...process.env } },
);
process.exitCode = status ?? 1;
