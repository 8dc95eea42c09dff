/** What can be pressed, chosen or typed in. */
const CONTROLS =
  'button, a[href], input:not([type=hidden]), textarea, select, summary, [role=button], [role=link], [role=radio], [role=checkbox], [role=switch], [role=combobox]'

/** Our own keyboard on the screen: it is walked through only while somebody types with it. */
const KEYBOARD = '.simple-keyboard'

export const isControl = (element: Element): boolean => element.matches(CONTROLS)
export const isUsable = (element: Element): boolean => !element.matches(':disabled')
export const controlsIn = (element: Element): HTMLElement[] => [...element.querySelectorAll<HTMLElement>(CONTROLS)].filter(isPerceivable)
export const isKeyboard = (element: Element): boolean => element.matches(KEYBOARD)
export const keyboardIn = (element: Element): HTMLElement | null => element.querySelector<HTMLElement>(KEYBOARD)

/** Neither hidden nor said to be for the eyes alone. What is drawn out of sight for who listens is perceivable. */
export function isPerceivable(element: Element): boolean {
  if (element.closest('[aria-hidden=true], [inert], [hidden]')) return false
  // What stands in no box of its own is as visible as what is in it.
  return element.checkVisibility({ visibilityProperty: true }) || getComputedStyle(element).display === 'contents'
}
