import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { missingTools, toolFolders } from '../../../scripts/tools.ts'

function folderWith(...names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-tools-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const name of names) writeFileSync(join(folder, name), '', { mode: 0o755 })
  return folder
}

test('every tool that is nowhere is named', () => {
  const missing = missingTools([folderWith('qpdf')])
  expect(missing).toEqual(expect.arrayContaining(['chromium', 'ippeveprinter', 'pdftotext', 'zbarimg']))
  expect(missing).not.toContain('qpdf')
})

test('a tool may stand in any of the folders, and another Chromium will do', () => {
  expect(missingTools([folderWith('qpdf'), folderWith('google-chrome')])).not.toContain('chromium')
})

test('a file that cannot be run is no tool', () => {
  const folder = folderWith()
  writeFileSync(join(folder, 'qpdf'), '', { mode: 0o644 })
  expect(missingTools([folder])).toContain('qpdf')
})

test('the folders of administrators are looked into, where Debian keeps ippeveprinter', () => {
  expect(toolFolders({ PATH: '/bin' })).toEqual(expect.arrayContaining(['/bin', '/usr/sbin']))
})
