import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const shared = {
  environment: 'node',
  // our modules keep nothing but what they can find again, so that files share them, and one import serves all
  isolate: false,
  // hundreds of commands are run, each of which would compile the same modules anew
  env: {
    NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/paperlight/compiled'),
  },
  setupFiles: ['tests/setup/silent-console.ts', 'tests/setup/laws.ts', 'tests/setup/growth.ts'],
  // a process that a busy machine starves is no fault of the code; what fails twice is
  retry: 1,
  testTimeout: 60_000,
};

// two projects: `unit` needs nothing, `site` judges the sites that its setup builds
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{src,scripts,tests}/**/*.test.ts'],
          exclude: ['tests/site-checks/**', '**/node_modules/**'],
        },
      },
      {
        test: {
          ...shared,
          name: 'site',
          include: ['tests/site-checks/*.test.ts'],
          globalSetup: ['tests/setup/built-sites.ts'],
          testTimeout: 300_000,
        },
      },
    ],
  },
});
