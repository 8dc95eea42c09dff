import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { needsBuild } from './build.ts'

/** What stands in `dist` is what stands in the sources, afterwards. Throws where the build fails. */
export default function ensureBuilt(): void {
  if (!needsBuild()) return
  // In a process of its own: Vite sets NODE_ENV to production for whatever that process starts later, and its memory goes with it.
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'build.ts')], { stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error('the build failed')
}
