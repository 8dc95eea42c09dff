/**
 * Keys that a field may need, row by row; names in braces are keys that do something. `letters` writes sentences and has a twin in capitals,
 * which the key *Mayús.* shows.
 */
const letters = ['1 2 3 4 5 6 7 8 9 0', 'á é í ó ú ü ¿ ? ¡ !', 'q w e r t y u i o p', 'a s d f g h j k l ñ', '{shift} z x c v b n m {erase}', ', . {space} {enter}']
const portuguese = [
  '1 2 3 4 5 6 7 8 9 0',
  'á â ã é ê í ó ô õ ú ç',
  'q w e r t y u i o p',
  'a s d f g h j k l à',
  '{shift} z x c v b n m {erase}',
  ', . ? ! {space} {enter}',
]
const inCapitals = (rows: string[]): string[] => rows.map((row) => row.replace(/(?<=^| )\p{Ll}/gu, (letter) => letter.toUpperCase()))

export const layouts = {
  digits: ['1 2 3', '4 5 6', '7 8 9', '- 0 {erase}', '{next}'],
  invoice: ['1 2 3 4 5 6 7 8 9 0', 'Q W E R T Y U I O P', 'A S D F G H J K L', 'Z X C V B N M - .', '{space} {erase}'],
  letters,
  lettersCapitals: inCapitals(letters),
  portuguese,
  portugueseCapitals: inCapitals(portuguese),
  email: ['1 2 3 4 5 6 7 8 9 0', 'q w e r t y u i o p', 'a s d f g h j k l', 'z x c v b n m - _ .', '@ .com {next} {erase}'],
  date: ['1 2 3', '4 5 6', '7 8 9', '/ 0 {erase}'],
  phone: ['1 2 3', '4 5 6', '7 8 9', '+ 0 {erase}', '{next}'],
  point: ['1 2 3', '4 5 6', '7 8 9', '. 0 {erase}', '{next}'],
  comma: ['1 2 3', '4 5 6', '7 8 9', ', 0 {erase}', '{next}'],
}
export type KeyboardLayout = keyof typeof layouts

/** The same keys in capitals, where there are such. */
export const capitalsOf: Partial<Record<KeyboardLayout, KeyboardLayout>> = { letters: 'lettersCapitals', portuguese: 'portugueseCapitals' }

/** Signs that a screen reader would not say, by the name under which the locales know them. */
export const namedSigns = {
  '-': 'hyphen',
  _: 'underscore',
  '.': 'dot',
  ',': 'comma',
  '+': 'plus',
  '/': 'stroke',
  '@': 'at',
  '¿': 'opensQuestion',
  '?': 'question',
  '¡': 'opensExclamation',
  '!': 'exclamation',
} as const

export const everyKey = [...new Set(Object.values(layouts).flat().join(' ').split(' '))].join(' ')
