// the process that `runAstroBuild` starts; astro.config.ts reads its environment
import { build } from 'astro';
import { PROJECT_DIR } from './run-astro.ts';

try {
  await build({ root: PROJECT_DIR, logLevel: 'warn' });
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exitCode = 1;
}
