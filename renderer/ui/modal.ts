import type { ObjectDirective } from 'vue'

/** Those that stand above the page, in the order in which they were opened. */
const standing: HTMLDialogElement[] = []

/** The one that takes touches: all behind it is inert. */
export const topDialog = (): HTMLDialogElement | undefined => standing.at(-1)

/** Shows a `<dialog>` above everything as soon as it is in the page, until it is gone. */
export const vModal: ObjectDirective<HTMLDialogElement> = {
  mounted(dialog) {
    standing.push(dialog)
    dialog.showModal()
  },
  beforeUnmount(dialog) {
    standing.splice(standing.indexOf(dialog), 1)
  },
}
