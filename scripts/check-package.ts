import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DebugLogger } from 'builder-util'
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js'
import { build, Platform } from 'electron-builder'
import { packageFaults } from './package/contents.ts'
import { fuseFaults } from './package/fuses.ts'
import { makeStandIn } from './package/standIn.ts'

const ROOT = join(import.meta.dirname, '..')

/** `npm run check:package`: the configuration is valid, and the unpacked package for Linux holds what it must and nothing that it must not. */
async function check(): Promise<string[]> {
  const config = await getConfig(ROOT, 'electron-builder.yml', null)
  await validateConfiguration(config, new DebugLogger(false))
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-package-'))
  try {
    const electronDist = await makeStandIn(join(folder, 'electron'))
    const directories = { ...config.directories, output: join(folder, 'release') }
    await build({
      projectDir: ROOT,
      targets: Platform.LINUX.createTarget('dir'),
      config: { ...config, electronDist, directories },
      publish: 'never',
    })
    const unpacked = join(folder, 'release', 'linux-unpacked')
    return [...packageFaults(unpacked), ...(await fuseFaults(join(unpacked, 'ventanilla')))]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const faults = await check()
for (const fault of faults) console.error(fault)
console.log(faults.length === 0 ? 'the package holds what it must, and nothing else' : `${faults.length} faults in the package`)
// At once: electron-builder's own exit hook would end with 0.
process.exit(faults.length === 0 ? 0 : 1)
