import type { ObjectDirective } from 'vue'

/** Shows a `<dialog>` above everything as soon as it is in the page; all behind it is inert until it is gone. */
export const vModal: ObjectDirective<HTMLDialogElement> = { mounted: (dialog) => dialog.showModal() }
