/** The only names that cross between the page and Electron's main process. */
export const ipcNames = {
  call: 'kiosk:call',
  event: 'kiosk:event',
  ping: 'kiosk:ping',
  pong: 'kiosk:pong',
} as const
