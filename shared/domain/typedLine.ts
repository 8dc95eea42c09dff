import { plainText } from './requestText.ts'
import type { Read } from './typedFields.ts'

/** The contract names no limit; nobody's name is longer. */
export const LONGEST_NAME = 200

/** As text, without what cannot be seen or turns the text around it. */
export const seenText = (typed: string): string => plainText(typed.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, ''))

/** On one line, without what cannot be seen. */
export const onOneLine = (typed: string): string => seenText(typed).replace(/\s+/gu, ' ')

/** Without a letter or a digit it names nothing. */
export const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

export function readName(typed: string, required = true): Read<string> {
  const name = onOneLine(typed)
  // A stroke for a name that not everybody has says that there is none.
  if (name === '' || (!required && !saysSomething(name))) return required ? { problem: 'empty' } : { value: '' }
  if (name.length > LONGEST_NAME) return { problem: 'too-long' }
  return saysSomething(name) ? { value: name } : { problem: 'bad-characters' }
}
