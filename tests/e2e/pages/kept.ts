import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kiosk } from '../../fixtures/shell/startKiosk.ts'

/** Everything that a kiosk has on its disk, and what it logged. */
export const keptBy = ({ dataDir, log }: Kiosk): string =>
  readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
    .join('\n') + log()
