import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..', '..')

// Vite's build sets NODE_ENV to production in its process; a runner that inherits it loads the production build of Vue.
test('tests of components pass whatever NODE_ENV the caller has', async () => {
  const runner = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const arguments_ = [runner, 'run', '--project', 'renderer', 'tests/unit/renderer/zoneSelect.test.ts']
  const { stdout } = await promisify(execFile)(process.execPath, arguments_, { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' } })
  expect(stdout).toMatch(/Tests.+passed/)
})
