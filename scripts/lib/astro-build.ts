// the process that `runAstroBuild` starts; astro.config.ts reads its environment
import { build } from 'astro';
import { PROJECT_DIR } from './run-astro.ts';

try {
  // `force`: the store of the last build is keyed by the content configuration and would outlive changed code
  await build({ root: PROJECT_DIR, logLevel: 'warn', force: true });
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exitCode = 1;
}
