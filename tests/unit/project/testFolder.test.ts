import { existsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTestFolder } from '../../../scripts/testFolder.ts'

test('what the tests write stands where the system says when there is no room in memory, and goes as a whole', () => {
  const { folder, remove } = openTestFolder('/nowhere')
  expect(folder.startsWith(join(tmpdir(), 'ventanilla-tests-'))).toBe(true)
  writeFileSync(join(folder, 'left behind'), '')
  remove()
  expect(existsSync(folder)).toBe(false)
})
