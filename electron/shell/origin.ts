/** The page's own scheme and host in Electron, instead of file://. */
export const APP_SCHEME = 'ventanilla'
export const APP_ORIGIN = `${APP_SCHEME}://kiosk`

/** Whether an address is the page's own. Node's URL gives such schemes no origin, so scheme and host are compared. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, username } = new URL(address)
  return protocol === `${APP_SCHEME}:` && host === 'kiosk' && username === ''
}
