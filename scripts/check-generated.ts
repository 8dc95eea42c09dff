import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@hey-api/openapi-ts'
import generation from '../openapi-ts.config.ts'

const KEPT = join(import.meta.dirname, '..', 'shared', 'utility-api', 'generated')

/** `npm run check:generated`: what the generator makes of the utility's API now is what stands in the repository. */
const fresh = mkdtempSync(join(tmpdir(), 'ventanilla-generated-'))
try {
  const config = await generation
  await createClient({ ...config, logs: { file: false, level: 'silent' }, output: { clean: true, indexFile: false, path: fresh } })
  const names = [...new Set([...readdirSync(fresh), ...readdirSync(KEPT)])]
  const stale = names.filter((name) => read(fresh, name) !== read(KEPT, name))
  for (const name of stale) console.error(`shared/utility-api/generated/${name} is not what openapi.yaml says: npm run generate`)
  process.exitCode = stale.length === 0 ? 0 : 1
} finally {
  rmSync(fresh, { recursive: true, force: true })
}

function read(folder: string, name: string): string | null {
  return readdirSync(folder).includes(name) ? readFileSync(join(folder, name), 'utf8') : null
}
