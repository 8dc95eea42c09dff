import type { Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../../fixtures/tools.ts'

/** What a phone reads off the screen as it stands. */
export async function readScreenQr(page: Page): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-screen-'))
  try {
    const picture = join(folder, 'screen.png')
    await page.screenshot({ path: picture })
    return run('zbarimg', '--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', picture).trim()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
