import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { machineFingerprint } from '../../../electron/outbox/machine.ts'
import { temporaryFolder } from '../../fixtures/shell/loopback.ts'

const ID = '3d1219c7c4c5404aaa1f6d2a48adfda4'

function fingerprintOf(...contents: string[]): { fingerprint: string; logged: string[] } {
  const folder = temporaryFolder()
  const logged: string[] = []
  const files = contents.map((content, index) => {
    const file = join(folder, String(index))
    writeFileSync(file, content)
    return file
  })
  const log = pino({}, { write: (line: string) => void logged.push(line) })
  return { fingerprint: machineFingerprint(log, [join(folder, 'missing'), ...files]), logged }
}

it('the fingerprint of a machine is its identifier, hashed', () => {
  const { fingerprint, logged } = fingerprintOf(`${ID}\n`)
  expect(fingerprint).toMatch(/^[0-9a-f]{64}$/)
  expect(fingerprint).not.toContain(ID)
  expect(fingerprintOf('uninitialized\n', ID.toUpperCase())).toEqual({ fingerprint, logged: [] })
  expect(fingerprintOf(ID.replace('3', '4')).fingerprint).not.toBe(fingerprint)
  expect(logged).toEqual([])
})

it('without an identifier the name of the machine stands in for it, and the log says so', () => {
  const { fingerprint, logged } = fingerprintOf('uninitialized\n')
  expect(fingerprint).toBe(fingerprintOf().fingerprint)
  expect(logged.join()).toContain('machine id not found')
})
