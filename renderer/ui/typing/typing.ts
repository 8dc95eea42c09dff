export type TextControl = HTMLInputElement | HTMLTextAreaElement

/** What a field to type in lets its screen reach. */
export interface FieldHandle {
  field: TextControl | null
  focus: () => void
}

/** What keys that stand apart from the fields write into. */
export interface KeysTarget {
  type: (text: string) => void
  erase: () => void
}

/** Puts text where the caret of a field stands, as if it had been typed. */
export function typeInto(field: TextControl, text: string): void {
  const { start, end } = selection(field)
  if (field.maxLength >= 0 && field.value.length - (end - start) + text.length > field.maxLength) return
  replaceIn(field, start, end, text)
}

/** Removes what is selected, else the character before the caret. */
export function eraseIn(field: TextControl): void {
  const { start, end } = selection(field)
  replaceIn(field, start === end ? Math.max(0, start - 1) : start, end, '')
}

const selection = ({ selectionStart, selectionEnd, value }: TextControl) => ({
  start: selectionStart ?? value.length,
  end: selectionEnd ?? value.length,
})

/** Writes over a part of it, and leaves the caret behind. */
export function replaceIn(field: TextControl, start: number, end: number, text: string): void {
  field.setRangeText(text, start, end)
  field.setSelectionRange(start + text.length, start + text.length)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** The types of inputs into which keys write. */
const WRITTEN_INTO = new Set(['text', 'search', 'tel', 'url', 'email', 'password', 'number'])

/** Not a box to tick, which a space would change. */
export const isTextControl = (target: EventTarget | null): target is TextControl =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && WRITTEN_INTO.has(target.type))

/** Gives a field what it had, with its caret. */
export function putBack(field: TextControl, { value, start, end }: { value: string; start: number | null; end: number | null }): void {
  field.value = value
  if (start !== null) field.setSelectionRange(start, end)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
