import { topDialog } from '../../ui/modal.ts'
import { unitsIn, type Texts, type Unit } from './units.ts'

/** What can be read and used now: the dialog on top, else the screen. */
export const stage = (): Element => topDialog() ?? document.querySelector('main') ?? document.body

/** A dialog; or the screen's matter, then the bars that every screen has. */
const parts = (): Element[] => {
  const dialog = topDialog()
  return dialog ? [dialog] : [...document.querySelectorAll('main, [data-speech-bar], footer')]
}

export const isOnStage = (element: Element): boolean => parts().some((part) => part !== element && part.contains(element))

/** All of it in reading order. */
export const unitsOnStage = (texts: Texts): Unit[] => parts().flatMap((part) => unitsIn(part, texts))
