import { defineConfig } from 'playwright/test';

/** End-to-end tests in real Electron; each launches the built app with a profile of its own. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.test.ts',
  workers: 1,
  timeout: 60_000,
  forbidOnly: true,
  outputDir: 'test-results/e2e',
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? 'test-results/end-to-end.json' }],
  ],
});
