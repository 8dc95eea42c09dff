/** What Chromium would put into a field out of its memory: of the clipboard, a drag, the middle button, or what was typed before. */
const FROM_MEMORY = new Set(['insertFromPaste', 'insertFromPasteAsQuotation', 'insertFromDrop', 'insertFromYank', 'historyUndo', 'historyRedo'])

const forbidden = (event: Event): void => event.preventDefault()

/** Whatever is copied, nothing is: that empties the clipboard. Prevented without data, it would leave there what is there. */
function copyNothing(event: ClipboardEvent): void {
  event.clipboardData?.setData('text/plain', '')
  event.preventDefault()
}

/**
 * The kiosk needs no clipboard: copying and cutting empty it, and nothing comes into a field but what is typed. Returns what empties it when
 * a visit ends, wherever its content came from.
 */
export function closeClipboard(page: Document): () => void {
  for (const name of ['copy', 'cut'] as const) page.addEventListener(name, copyNothing, { capture: true })
  // The command is there without a selection only where somebody prevents `beforecopy`.
  for (const name of ['paste', 'beforecopy']) page.addEventListener(name, forbidden, { capture: true })
  page.addEventListener(
    'beforeinput',
    (event) => {
      if (FROM_MEMORY.has(event.inputType)) event.preventDefault()
    },
    { capture: true },
  )
  const copy = (): void => void page.execCommand('copy')
  return () => {
    copy()
    // Chromium lets a page write only just after a touch: where the visit ended by itself, that is the next visitor's first.
    for (const name of ['pointerup', 'keydown']) page.addEventListener(name, copy, { capture: true, once: true })
  }
}
