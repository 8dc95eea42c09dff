import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

// Whatever the caller's is, and before any worker starts: the production build of Vue reports no emitted events to the tests.
process.env.NODE_ENV = 'test'

/** For machines of two cores that do other things too; no test asserts how long it takes. */
const patience = { testTimeout: 300_000, hookTimeout: 300_000 }

const MOCKING = 'tests/unit/shell/electron.test.ts'

export default defineConfig({
  test: {
    // Much of a test is waiting: for printers, networks and processes.
    maxWorkers: 4,
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          exclude: ['tests/unit/renderer/**', MOCKING],
          // Pure code and fakes: no file leaves anything behind, and to load all modules for each costs two thirds of the time.
          isolate: false,
          ...patience,
        },
      },
      {
        test: {
          name: 'shell',
          environment: 'node',
          // Isolated, so that its mock of `electron` does not stay for other files.
          include: [MOCKING],
          ...patience,
        },
      },
      {
        plugins: [vue()],
        test: {
          name: 'renderer',
          // Each test connects the page anew and leaves no screen behind.
          isolate: false,
          environment: 'happy-dom',
          include: ['tests/unit/renderer/**/*.test.ts'],
          setupFiles: ['tests/unit/renderer/emptyPage.ts'],
          ...patience,
        },
      },
      {
        test: {
          name: 'integration',
          environment: 'node',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: 'scripts/ensureBuilt.ts',
          ...patience,
        },
      },
    ],
  },
})
