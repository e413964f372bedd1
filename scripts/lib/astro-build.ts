// the process that `runAstroBuild` starts; astro.config.ts reads its environment
import { build } from 'astro';
import { PROJECT_DIR } from './run-astro.ts';

// the store of the last build is keyed by the content configuration alone and would outlive changed code
await build({ root: PROJECT_DIR, logLevel: 'warn', force: true });
