/**
 * Takes the whole screen where no window manager did: Chromium's kiosk mode asks one for it, and on a bare X server there is none.
 * Electron and a WM have done it already; a page in an ordinary tab cannot.
 */
export function fillScreen(page: Window): void {
  const { width, height } = page.screen
  if (page.outerWidth < width || page.outerHeight < height) page.resizeTo(width, height)
}
