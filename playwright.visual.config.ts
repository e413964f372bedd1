import { defineConfig } from '@playwright/test';
import { findSteadyChromium } from './tests/browser/chromium.ts';

const { executablePath, args, env } = await findSteadyChromium();

export default defineConfig({
  testDir: 'tests/visual',
  testMatch: '*.spec.ts',
  globalSetup: './tests/setup/pictured-sites.ts',
  globalTeardown: './tests/setup/shrink-pictures.ts',
  snapshotPathTemplate: 'tests/visual/pictures/{arg}{ext}',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  workers: 2,
  timeout: 60_000,
  expect: {
    timeout: 20_000,
    // the pictures are kept in few colours, see tests/setup/shrink-pictures.ts
    toHaveScreenshot: { animations: 'disabled', caret: 'hide', maxDiffPixels: 40 },
  },
  reporter: 'list',
  use: {
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'off',
    serviceWorkers: 'block',
    // the style sheet that brings the font is written into the page
    bypassCSP: true,
    launchOptions: { executablePath, args: [...args], env: { ...process.env, ...env } },
  },
});
