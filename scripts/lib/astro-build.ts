// the process that `runAstroBuild` starts; astro.config.ts reads its environment
import { build } from 'astro';
import { PROJECT_DIR } from './run-astro.ts';

try {
  // Astro warns of every collection without entries, as if that were a mistake
  await build({ root: PROJECT_DIR, logLevel: 'error' });
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exitCode = 1;
}
