/** What a `TypedField` lets its screen reach. */
export interface FieldHandle {
  field: HTMLInputElement | null
  focus: () => void
}

/** Puts text where the caret of a field stands, as if it had been typed. */
export function typeInto(field: HTMLInputElement, text: string): void {
  const { start, end } = selection(field)
  if (field.maxLength >= 0 && field.value.length - (end - start) + text.length > field.maxLength) return
  replace(field, start, end, text)
}

/** Removes what is selected, else the character before the caret. */
export function eraseIn(field: HTMLInputElement): void {
  const { start, end } = selection(field)
  replace(field, start === end ? Math.max(0, start - 1) : start, end, '')
}

const selection = ({ selectionStart, selectionEnd, value }: HTMLInputElement) => ({
  start: selectionStart ?? value.length,
  end: selectionEnd ?? value.length,
})

function replace(field: HTMLInputElement, start: number, end: number, text: string): void {
  field.setRangeText(text, start, end)
  field.setSelectionRange(start + text.length, start + text.length)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
