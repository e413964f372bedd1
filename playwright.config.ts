import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/browser/chromium.ts';

const { executablePath, args, env } = await findChromium();

export default defineConfig({
  testDir: 'tests/site',
  testMatch: '*.spec.ts',
  globalSetup: './tests/setup/built-sites.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  workers: 2,
  // a browser that a busy machine starves is no fault of the site; what fails twice is
  retries: 1,
  timeout: 60_000,
  // texts are unpacked while two tests share a busy machine
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'off',
    // it would answer for servers that fail on purpose; tests/site/offline.spec.ts lets it
    serviceWorkers: 'block',
    launchOptions: { executablePath, args: [...args], env: { ...process.env, ...env } },
  },
});
