import { defineConfig } from 'vitest/config';

const shared = {
  environment: 'node',
  setupFiles: ['tests/setup/silent-console.ts', 'tests/setup/laws.ts'],
  testTimeout: 30_000,
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
