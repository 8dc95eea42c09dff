/**
 * Keys that a field may need, row by row; names in braces are keys that do something. Every keyboard can write all that its field accepts,
 * on further pages where one has no room: `pagesOf` says which key turns to which.
 */
const figures = '1 2 3 4 5 6 7 8 9 0'
const searchRow = 'z x c v b n m {erase}'
const shiftRow = '{shift} z x c v b n m {erase}'
const letters = [figures, 'á é í ó ú ü ¿ ? ¡ !', 'q w e r t y u i o p', 'a s d f g h j k l ñ', shiftRow, '{signs} , . {space} {enter}']
const portuguese = [figures, 'á â ã é ê í ó ô õ ú ç', 'q w e r t y u i o p', 'a s d f g h j k l à', shiftRow, '{signs} , . {space} {enter}']
const password = [figures, 'q w e r t y u i o p', 'a s d f g h j k l ñ', shiftRow, '{signs} , . - _ @', '{accents} {space} {next}']
/** What ends an address: which of them it is, the country of the zone says (`emailEndings.ts`). */
export const providerKeys = ['{provider-1}', '{provider-2}', '{provider-3}'] as const
export const endingKeys = ['{ending-1}', '{ending-2}'] as const
const emailSigns = `{signs} . - _ ${endingKeys.join(' ')} {next}`
const email = [figures, 'q w e r t y u i o p', 'a s d f g h j k l + @', shiftRow, emailSigns, providerKeys.join(' ')]
const signs = ['$ € % @ # & / \\ | ~', '( ) [ ] { } < > = ^', '+ - * _ : ; \' " ? !', '¿ ¡ º ª ° … ² ³ · `', '{accents} £ « » “ ” ’ – {erase}']
const accents = ['á é í ó ú ý à è ì ò', 'ù â ê î ô û ä ë ï ö', 'ü ÿ ã õ ñ å ç æ ø ß', '{shift} ð þ × ÷ ± ½ ¼ {erase}']
const phoneLetters = ['q w e r t y u i o p', 'a s d f g h j k l ñ', 'z x c v b n m á ã ó', '. : = ; {erase}', '{letters} {space} {next}']

const CAPITAL: Record<string, string> = { ß: 'ẞ' }
const inCapitals = (rows: string[]): string[] => rows.map((row) => row.replace(/(?<=^| )\p{Ll}(?= |$)/gu, (letter) => CAPITAL[letter] ?? letter.toUpperCase()))

const onOneLine = (rows: string[]): string[] => [...rows.slice(0, -1), '{signs} . {space} {next}']

/** Pages for several fields end as their field does: with another line, or with the next field. */
const ending = (rows: string[], turn: string, last: string): string[] => [...rows, `{letters} ${turn}, . {space} ${last}`]
const lettersNext = onOneLine(letters)
const portugueseNext = onOneLine(portuguese)
const signsEnter = ending(signs, '', '{enter}')
const signsNext = ending(signs, '', '{next}')
const accentsEnter = ending(accents, '{signs} ', '{enter}')
const accentsNext = ending(accents, '{signs} ', '{next}')

export const layouts = {
  digits: ['1 2 3', '4 5 6', '7 8 9', '- 0 .', '{space} {next} {erase}'],
  invoice: [figures, 'Q W E R T Y U I O P', 'A S D F G H J K L', 'Z X C V B N M - .', '{space} {erase}'],
  /** To search with: capitals do not count. Accents do not either, but whoever writes their language looks for its letters. */
  words: [figures, 'á é í ó ú ü', 'q w e r t y u i o p', 'a s d f g h j k l ñ', searchRow, '{space}'],
  portugueseWords: [figures, 'á â ã é ê í ó ô õ ú ç', 'q w e r t y u i o p', 'a s d f g h j k l à', searchRow, '{space}'],
  letters,
  lettersCapitals: inCapitals(letters),
  portuguese,
  portugueseCapitals: inCapitals(portuguese),
  /** For a line of text with a field after it. */
  lettersNext,
  lettersNextCapitals: inCapitals(lettersNext),
  portugueseNext,
  portugueseNextCapitals: inCapitals(portugueseNext),
  email,
  emailCapitals: inCapitals(email),
  password,
  passwordCapitals: inCapitals(password),
  signsEnter,
  signsNext,
  accentsEnter,
  accentsEnterCapitals: inCapitals(accentsEnter),
  accentsNext,
  accentsNextCapitals: inCapitals(accentsNext),
  pin: ['1 2 3', '4 5 6', '7 8 9', '0 {erase}'],
  date: ['1 2 3', '4 5 6', '7 8 9', '/ 0 {erase}'],
  phone: ['1 2 3 + #', '4 5 6 ( )', '7 8 9 - .', '{abc} 0 ext. / ,', '{space} {next} {erase}'],
  phoneLetters,
  point: ['1 2 3', '4 5 6', '7 8 9', '. 0 ,', '{space} {next} {erase}'],
  comma: ['1 2 3', '4 5 6', '7 8 9', ', 0 .', '{space} {next} {erase}'],
  /** Where there is no other field to go on to. */
  pointAlone: ['1 2 3', '4 5 6', '7 8 9', '. 0 ,', '{space} {erase}'],
  commaAlone: ['1 2 3', '4 5 6', '7 8 9', ', 0 .', '{space} {erase}'],
}
export type KeyboardLayout = keyof typeof layouts

/** For figures, with the decimal sign of a locale at hand. */
export const numberKeys = (locale: string): 'comma' | 'point' => (new Intl.NumberFormat(locale).format(0.5).includes(',') ? 'comma' : 'point')
/** The same for the only field of a screen. */
export const numberKeysAlone = (locale: string): KeyboardLayout => `${numberKeys(locale)}Alone`

/** A language's own keys for a name or another line. */
export const lineKeys = (keyboard: KeyboardLayout): KeyboardLayout => (keyboard === 'portuguese' ? 'portugueseNext' : 'lettersNext')

/** Those to search with. */
export const searchKeys = (keyboard: KeyboardLayout): KeyboardLayout => (keyboard === 'portuguese' ? 'portugueseWords' : 'words')

/** The same keys in capitals, where there are such. */
export const capitalsOf: Partial<Record<KeyboardLayout, KeyboardLayout>> = {
  letters: 'lettersCapitals',
  portuguese: 'portugueseCapitals',
  lettersNext: 'lettersNextCapitals',
  portugueseNext: 'portugueseNextCapitals',
  email: 'emailCapitals',
  password: 'passwordCapitals',
  accentsEnter: 'accentsEnterCapitals',
  accentsNext: 'accentsNextCapitals',
}

/** Keys that turn to another page of the same keyboard; `{letters}` turns back to the first. */
export const turningKeys = ['{letters}', '{signs}', '{accents}', '{abc}'] as const
export type TurningKey = (typeof turningKeys)[number]
type Pages = Partial<Record<TurningKey, KeyboardLayout>>
const withEnter: Pages = { '{signs}': 'signsEnter', '{accents}': 'accentsEnter' }
const withNext: Pages = { '{signs}': 'signsNext', '{accents}': 'accentsNext' }

/** The further pages of a keyboard, by the key that turns to them. */
export const pagesOf: Partial<Record<KeyboardLayout, Pages>> = {
  letters: withEnter,
  portuguese: withEnter,
  lettersNext: withNext,
  portugueseNext: withNext,
  email: withNext,
  password: withNext,
  phone: { '{abc}': 'phoneLetters' },
}

export const everyKey = [...new Set(Object.values(layouts).flat().join(' ').split(' '))].join(' ')
