import { namedSigns } from '../../ui/typing/keySigns.ts'
import type { TextControl } from '../../ui/typing/typing.ts'
import type { Words } from './describe.ts'

/** Tells what has been typed into fields and erased in them, sign by sign; of a field that hides its text only that it was. */
export function createTypedText(t: Words) {
  const known = new WeakMap<TextControl, string>()

  const sign = (field: TextControl, text: string): string => {
    if (field.type === 'password') return t('speech.character')
    if (text.trim() === '') return t('keyboard.space')
    const name = Object.entries(namedSigns).find(([one]) => one === text)?.[1]
    return name ? t(`keyboard.signs.${name}`) : text
  }
  return {
    /** A field that gets the focus: what is in it is no news. */
    noteFocus: (field: TextControl): void => void known.set(field, field.value),
    /** What is said of the change since the last. */
    change(field: TextControl): string {
      const before = known.get(field) ?? ''
      const { value } = field
      known.set(field, value)
      const from = commonStart(before, value)
      const tail = commonStart([...before.slice(from)].reverse().join(''), [...value.slice(from)].reverse().join(''))
      const typed = value.slice(from, value.length - tail)
      const erased = before.slice(from, before.length - tail)
      if (typed !== '') return [...typed].map((one) => sign(field, one)).join(' ')
      return erased === '' ? '' : t('speech.erased', { what: [...erased].map((one) => sign(field, one)).join(' ') })
    },
  }
}

function commonStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1
  return length
}
