import { defineConfig } from '@playwright/test'

/** Which shell the tests drive the application in; `tests/e2e/fixtures.ts` starts it. */
export interface ShellOption {
  shell: 'browser' | 'electron'
}

/** The same suite on both shells. Each test starts what it needs of them, so there is no browser of Playwright's own. */
export default defineConfig<object, ShellOption>({
  testDir: 'tests/e2e',
  globalSetup: './scripts/ensureBuilt.ts',
  // Much of a test is waiting: for paper, for the feed, for an idle minute. Three browsers, kiosks and utilities keep two cores busy.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  // Waiting ends with its condition: these bound only how long a fault takes to show, on machines that do much else.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  projects: [
    { name: 'browser', use: { shell: 'browser' } },
    // What is about the browser shell itself bears this tag.
    { name: 'electron', use: { shell: 'electron' }, grepInvert: /@browser/ },
  ],
})
