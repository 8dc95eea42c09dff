import { execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { virtualDisplay } from '../../fixtures/shell/display.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { temporaryFolder } from '../../fixtures/shell/loopback.ts'
import { findDebianTool } from '../../fixtures/tools.ts'

const HOST = join(import.meta.dirname, '../../../dist/main/host.js')

/** Whatever Chromium answers with a dialog, a window, a page, a tool or its own end. */
const shortcuts = [
  ...['p', 'o', 's', 'n', 't', 'w', 'r', 'u', 'f', 'g', 'h', 'j', 'd', 'e', 'k', 'l', 'q', '1', 'plus', 'minus', '0', 'F4', 'F5', 'Tab'].map(
    (key) => `ctrl+${key}`,
  ),
  ...['i', 'j', 'c', 'n', 't', 'w', 'q', 'o', 'b', 'm', 'a', 'p', 'r', 'Delete'].map((key) => `ctrl+shift+${key}`),
  ...['F4', 'Home', 'Left', 'Right', 'd', 'e', 'f', 'shift+t'].map((key) => `alt+${key}`),
  ...['F1', 'F3', 'F5', 'F6', 'F7', 'F9', 'F10', 'F11', 'F12', 'shift+F10', 'shift+Escape', 'Menu', 'BackSpace'],
  ...['XF86Back', 'XF86Forward', 'XF86HomePage', 'XF86Search', 'XF86Refresh', 'Print'],
]

/** The kiosk in a real Chromium on a display of its own, and hands on that display's keyboard and mouse. */
async function kioskOnDisplay() {
  const display = await virtualDisplay()
  const env = { ...process.env, DISPLAY: display }
  const kiosk = spawn(process.execPath, [HOST, '--shell', 'browser', '--data-dir', temporaryFolder()], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  onTestFinished(() => void kiosk.kill('SIGKILL'))
  const log: string[] = []
  kiosk.stderr.setEncoding('utf8').on('data', (text: string) => log.push(text))
  const xdotool = findDebianTool('xdotool', 'xdotool')
  const hands = (...args: string[]): string => execFileSync(xdotool, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const windows = (title: string): string[] => {
    try {
      return hands('search', '--onlyvisible', '--name', title).split('\n').filter(Boolean)
    } catch {
      // It exits with 1 when it finds none.
      return []
    }
  }
  await eventually(() => expect(windows('Bienvenido'), log.join('')).toHaveLength(1))
  return { hands, windows, log }
}

test('S31 on a bare display the kiosk fills the screen, and no key or button opens, closes, prints or leaves', async () => {
  const { hands, windows, log } = await kioskOnDisplay()
  const [kiosk] = windows('Bienvenido') as [string]
  await eventually(() => expect(hands('getwindowgeometry', kiosk)).toMatch(/Geometry: 10(79|80)x19(19|20)/))
  const before = windows('.*')

  hands('mousemove', '540', '300')
  for (const key of shortcuts) hands('key', key)
  for (const button of ['2', '3', '8', '9']) hands('click', button)

  // Whatever comes after them in the same queue has been seen to work, and all that was there is still there.
  hands('mousemove', '540', '1050', 'click', '1')
  await eventually(() => expect(windows('Consultar')).toEqual([kiosk]))
  expect(windows('.*')).toEqual(before)
  expect(log.join('')).not.toContain('page failed')
})
