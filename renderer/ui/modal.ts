import type { ObjectDirective } from 'vue'

interface Standing {
  dialog: HTMLDialogElement
  /** The next code that is scanned takes its place. */
  givesWay: boolean
}

/** Those that stand above the page, in the order in which they were opened. */
const standing: Standing[] = []

/** The one that takes touches: all behind it is inert. */
export const topDialog = (): HTMLDialogElement | undefined => standing.at(-1)?.dialog

/** Whether one stands, on top or not, that must be closed before anything else is done. */
export const mustBeClosed = (): boolean => standing.some(({ givesWay }) => !givesWay)

/** Shows a `<dialog>` above everything as soon as it is in the page, until it is gone. Its value: whether it gives way to a scanned code. */
export const vModal: ObjectDirective<HTMLDialogElement, boolean | undefined> = {
  mounted(dialog, { value = false }) {
    standing.push({ dialog, givesWay: value })
    dialog.showModal()
  },
  beforeUnmount(dialog) {
    const place = standing.findIndex((one) => one.dialog === dialog)
    if (place >= 0) standing.splice(place, 1)
  },
}
