import { describe, expect, it } from 'vitest'
import { languageCodes, languages, type Language } from '../../../renderer/i18n/languages.ts'
import { capitalsOf, layouts, lineKeys, pagesOf, searchKeys, type KeyboardLayout, type TurningKey } from '../../../renderer/ui/typing/keyboardLayouts.ts'
import { namedSigns } from '../../../renderer/ui/typing/keySigns.ts'
import { readAccountNumber } from '../../../shared/domain/accountNumber.ts'
import { readEmail } from '../../../shared/domain/email.ts'
import { readFolio } from '../../../shared/domain/folio.ts'
import { readInvoiceNumber } from '../../../shared/domain/invoiceNumber.ts'
import { readPhone } from '../../../shared/domain/phone.ts'
import { readDate } from '../../../shared/domain/typedDate.ts'
import { readTypedNumber } from '../../../shared/domain/typedNumber.ts'

const keysOf = (layout: KeyboardLayout): string[] => layouts[layout].join(' ').split(' ')

/** The pages of a keyboard that its own keys lead to. */
function pagesWithin(first: KeyboardLayout): KeyboardLayout[] {
  const found = new Set<KeyboardLayout>([first])
  for (const page of found) {
    for (const key of keysOf(page)) {
      const next = key === '{letters}' ? first : key === '{shift}' ? capitalsOf[page] : pagesOf[first]?.[key as TurningKey]
      if (next) found.add(next)
    }
  }
  return [...found]
}

/** What a keyboard can write, a character each. */
function writes(first: KeyboardLayout): Set<string> {
  const keys = pagesWithin(first).flatMap(keysOf)
  const words = keys.map((key) => (key === '{space}' ? ' ' : key === '{enter}' ? '\n' : key)).filter((key) => !/^\{.+\}$/u.test(key))
  return new Set(words.filter((word) => word.length === 1))
}

const ascii = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index))
const latin = [...'áéíóúüñçàâãêôõèìòùîûäëïöåæøßýÿÁÉÍÓÚÜÑÇÀÂÃÊÔÕÈÌÒÙÎÛÄËÏÖÅÆØẞÝŸ']
const others = [...'€£¿¡ºª°…²³·«»“”’–×÷±½¼']
const candidates = [...ascii, ...latin, ...others]

/** Typed in at any place of any of these, a character is accepted: the field's rule takes what comes of it. */
const within = (samples: string[], takes: (typed: string) => boolean) => (character: string) =>
  samples.some((sample) => Array.from({ length: sample.length + 1 }, (_, at) => sample.slice(0, at) + character + sample.slice(at)).some(takes))

const plainLetters = [...'abcdefghijklmnopqrstuvwxyz']
const lettersOf: Record<Language, string[]> = {
  es: [...plainLetters, ...'áéíóúüñ'],
  en: plainLetters,
  pt: [...plainLetters, ...'áâãàçéêíóôõú'],
}

const reads = (locale: string) => (typed: string) => readTypedNumber(typed, locale) !== null
/** One sample for each place where a field takes other characters than elsewhere. */
const emails = ['a@b.mx', '"a"@b.mx', '"\\"@b.mx', 'a@[1.1.1.1]', 'a@[1.1.1.1', 'a@1.1.1.1]', 'a@[IPv6:::1]', 'a@[IPv6::1]', 'ab.mx', '"a@b.mx']
const fields: { field: string; layout: KeyboardLayout; accepts: (character: string) => boolean }[] = [
  { field: 'account number', layout: 'digits', accepts: within(['4098991', '40989917'], (typed) => readAccountNumber(typed).ok) },
  { field: 'invoice number', layout: 'invoice', accepts: within(['DE4043250', 'DE40432503'], (typed) => readInvoiceNumber(typed).ok) },
  { field: 'folio', layout: 'invoice', accepts: within(['K07-20261121-00428', '07-20261121-00428'], (typed) => readFolio(typed).ok) },
  { field: 'reading, Mexico', layout: 'point', accepts: within(['4300', '4'], reads('es-MX')) },
  { field: 'reading alone, Mexico', layout: 'pointAlone', accepts: within(['4300', '4'], reads('es-MX')) },
  { field: 'reading, Uruguay', layout: 'comma', accepts: within(['4300', '4'], reads('es-UY')) },
  { field: 'reading alone, Uruguay', layout: 'commaAlone', accepts: within(['4300', '4'], reads('es-UY')) },
  { field: 'date', layout: 'date', accepts: (character) => /[\d/]/u.test(character) && readDate('21/11/2026', 'es-MX', true) !== null },
  { field: 'e-mail', layout: 'email', accepts: within(emails, (typed) => readEmail(typed).ok) },
  { field: 'phone', layout: 'phone', accepts: within(['5512345678', '5512345678 et 12', '5512345678 in 12', '5512345678 12'], (typed) => readPhone(typed).ok) },
  { field: 'text, Spanish', layout: 'letters', accepts: () => true },
  { field: 'text, Portuguese', layout: 'portuguese', accepts: () => true },
  { field: 'name, Spanish', layout: 'lettersNext', accepts: () => true },
  { field: 'name, Portuguese', layout: 'portugueseNext', accepts: () => true },
  { field: 'password', layout: 'password', accepts: () => true },
]

describe('the keyboard on the screen', () => {
  it.each(fields)('writes every character that its field accepts: $field', ({ layout, accepts }) => {
    const able = writes(layout)
    // Numbers are read in any case and in any form of a sign: `x` for `X`, `-` for a dash.
    const folds = !['letters', 'portuguese', 'lettersNext', 'portugueseNext', 'email', 'password'].includes(layout)
    const plain = (character: string): string[] => [...(folds ? character.normalize('NFKC').replace(/[\u2010-\u2015]/gu, '-') : character)]
    const isAble = (character: string): boolean =>
      able.has(character) || (folds && [able.has(character.toLowerCase()), able.has(character.toUpperCase().charAt(0))].includes(true))
    const isWritten = (character: string): boolean => plain(character).every(isAble)
    // A letter that is taken for a digit, and a sign that bills print before a number, are forgiven in what comes from elsewhere: nobody needs them here.
    const forgiven = ['digits', 'point', 'comma', 'pointAlone', 'commaAlone', 'phone'].includes(layout) ? /^[OILSB|#]$/iu : /^[|#]$/u
    const stands = (character: string): boolean => !folds || !plain(character).every((letter) => forgiven.test(letter))
    const accepted = candidates.filter((character) => stands(character) && accepts(character))
    expect(accepted.length).toBeGreaterThan(10)
    expect(accepted.filter((character) => !isWritten(character))).toEqual([])
  })

  it.each(languageCodes)('has the letters of the language on the first page of its text, its lines and its search: %s', (language) => {
    const { keyboard } = languages[language]
    for (const layout of [keyboard, lineKeys(keyboard), searchKeys(keyboard)]) {
      expect([layout, lettersOf[language].filter((letter) => !keysOf(layout).includes(letter))]).toEqual([layout, []])
    }
  })

  it('writes lines in a text and no lines elsewhere', () => {
    const withLines = fields.filter(({ layout }) => pagesWithin(layout).flatMap(keysOf).includes('{enter}')).map(({ field }) => field)
    expect(withLines).toEqual(['text, Spanish', 'text, Portuguese'])
  })

  it('leads back from every page, and erases on every one', () => {
    for (const { layout } of fields) {
      for (const page of pagesWithin(layout)) {
        expect([page, keysOf(page).includes('{erase}')]).toEqual([page, true])
        if (page !== layout && page !== capitalsOf[layout]) expect([page, keysOf(page).includes('{letters}')]).toEqual([page, true])
      }
    }
  })

  it('has at most six rows, and a name for every sign', () => {
    for (const [name, rows] of Object.entries(layouts)) expect([name, rows.length <= 6]).toEqual([name, true])
    const signs = fields.flatMap(({ layout }) => [...writes(layout)]).filter((character) => /[^\p{L}\p{N}\s]/u.test(character))
    expect(signs.filter((sign) => !Object.hasOwn(namedSigns, sign))).toEqual([])
  })
})
