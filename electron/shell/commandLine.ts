import type { App } from 'electron'

/** Switches of Chromium and Node that Electron leaves among the arguments; none of them is ours to read. */
const FOREIGN = /^--(no-sandbox|inspect|remote-debugging|js-flags|disable-gpu|ozone-platform)/

/** Our own flags: after the application's path in development, after the executable in a package. */
export function ownFlags(argv: readonly string[], isPackaged: boolean): string[] {
  const given = argv.slice(1)
  const path = given.findIndex((argument) => !argument.startsWith('--'))
  return given.slice(isPackaged ? 0 : path + 1).filter((argument) => !FOREIGN.test(argument))
}

/** Gestures that would leave the page, and doors for debuggers, before Chromium reads its command line. */
export function appendKioskSwitches({ commandLine, isPackaged }: Pick<App, 'commandLine' | 'isPackaged'>): void {
  for (const name of ['disable-pinch', 'disable-background-networking', 'disable-component-update', 'disable-domain-reliability']) {
    commandLine.appendSwitch(name)
  }
  commandLine.appendSwitch('overscroll-history-navigation', '0')
  // Whoever plugs in headphones is spoken to, before they touch anything.
  commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required')
  commandLine.appendSwitch('disable-features', 'HardwareMediaKeyHandling,OverscrollHistoryNavigation,TouchpadOverscrollHistoryNavigation')
  if (!isPackaged) return
  for (const name of ['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins']) commandLine.removeSwitch(name)
}
