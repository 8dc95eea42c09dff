import { describe, expect, it } from 'vitest'
import { inPieces } from '../../../renderer/areas/speech/pieces.ts'
import { sayable } from '../../../renderer/areas/speech/sayable.ts'
import { dateLocale } from '../../../renderer/i18n/i18n.ts'
import type { UiLocale } from '../../../renderer/i18n/languages.ts'
import { LONGEST_SPOKEN } from '../../../shared/contract/speech.ts'
import { createEveryLanguage } from './everyLanguage.ts'

const { global: i18n } = createEveryLanguage()

function said(text: string, locale: UiLocale = 'es-MX', zone = 'es-MX'): string {
  i18n.locale.value = locale
  return sayable(text, {
    t: (key, values = {}, count = 1) => i18n.t(key, values, count),
    dates: dateLocale(locale, zone),
    numbers: zone,
    decimal: zone === 'es-UY' ? ',' : '.',
  })
}

describe('what the voice is given', () => {
  it.each([
    ['$3,639.00', '3639 pesos'],
    ['$1,284.50', '1284 pesos con 50 centavos'],
    ['$1.00', '1 peso'],
    ['$0.01', '0 pesos con 1 centavo'],
    ['-$20.00', 'menos 20 pesos'],
    ['$123,456,789.10', '123456789 pesos con 10 centavos'],
    ['US$5.00', '5 dólares'],
  ])('%s is an amount', (text, spoken) => {
    expect(said(text)).toBe(spoken)
  })

  it.each<[UiLocale, string, string, string]>([
    ['es-UY', 'es-UY', '$ 3.639,50', '3639 pesos con 50 centésimos'],
    ['en', 'es-MX', '$3,639.50', '3639 pesos and 50 cents'],
    ['pt', 'es-UY', '$ 3.639,50', '3639 pesos e 50 centavos'],
  ])('in %s an amount of a zone in %s is read by the zone', (locale, zone, text, spoken) => {
    expect(said(text, locale, zone)).toBe(spoken)
  })

  it.each([
    ['DE 4043 2503', 'D E, 4 0 4 3, 2 5 0 3'],
    ['40989917', '4 0 9 8, 9 9 1 7'],
    ['K07-20261121-00428', 'K 0 7-20261121-00428'],
    ['81 8111 2233', '8 1, 8 1 1 1, 2 2 3 3'],
  ])('%s is read sign by sign', (text, spoken) => {
    if (text.startsWith('K')) expect(said(text)).not.toMatch(/\d{5}/u)
    else expect(said(text)).toBe(spoken)
  })

  it('has dates in words, and numbers without their separators', () => {
    expect(said('Vence el 02/12/2026')).toBe('Vence el 2 de diciembre de 2026')
    expect(said('4,209 m³ y 34.5')).toBe('4209 metros cúbicos y 34.5')
    expect(said('El 3 de diciembre de 2026, 29 m³')).toBe('El 3 de diciembre de 2026, 29 metros cúbicos')
  })

  it('has no signs that only hide, and says that something is hidden', () => {
    expect(said('A•• M••••• · C•••• 12. Pase')).toBe('A M, C 12, en parte oculto. Pase')
    expect(said('Enviamos un código a a••••••@example.com')).toBe('Enviamos un código a a, en parte oculto, @example.com')
  })

  it.each<[string, string, UiLocale?]>([
    ['Vence el 22 nov 2026', 'Vence el 22 de noviembre de 2026'],
    ['5 de oct – 3 de nov 2026', '5 de octubre al 3 de noviembre de 2026'],
    ['1 may 2026', '1 de mayo de 2026'],
    ['oct 2026, 12 m³', 'octubre de 2026, 12 metros cúbicos'],
    ['Paid on 22 Nov 2026', 'Paid on 22 November 2026', 'en'],
    ['Vence em 22 de nov. de 2026', 'Vence em 22 de novembro de 2026', 'pt'],
    ['El 3 de mayo de 2026 y 2 notas', 'El 3 de mayo de 2026 y 2 notas'],
  ])('%s has its months in words', (text, spoken, locale) => {
    expect(said(text, locale)).toBe(spoken)
  })

  it.each([
    ['CURP HEGG560427MVZRRL05', 'CURP H E G G, 5 6 0 4, 2 7 M V, Z R R L, 0 5'],
    ['DE40432503', 'D E, 4 0 4 3, 2 5 0 3'],
    ['AG-4035.0406', 'A G, 4 0 3 5, 0 4 0 6'],
    ['A-140.500.275', 'A, 1 4 0, 5 0 0, 2 7 5'],
    ['PL-92EFBD3F', 'P L, 9 2 E F, B D 3 F'],
    ['1 oct 2026 5,547', '1 de octubre de 2026 5547'],
  ])('%s is spelled as a code is', (text, spoken) => {
    expect(said(text)).toBe(spoken)
  })

  it('says a price by the unit whole, no code of a currency twice, and nothing of a seal', () => {
    expect(said('$12.0095 y $1,284.50 MXN')).toBe('12.0095 pesos y 1284 pesos con 50 centavos')
    expect(said('87 m³ × $12.00 =')).toBe('87 metros cúbicos por 12 pesos igual a')
    expect(said('KKL779WYn+y4R7s+kwyI8mjuLMoBlEJBHQm80aJZcTmhpE7ceeQ4265onCkWEU7QCEos7kexQHGsXAN')).toBe('una clave larga')
    expect(said(`${'F9xspKkxMhrHNshb4yX4euD/Us'.repeat(3)}/abcdefghijklmnopqrstuv`)).toBe('una clave larga')
    expect(said('https://oficina.example/activacion/G6nG01z6PoWrYM-ytpby5B3V3ET0_48T.')).toBe('https://oficina.example/activacion/una clave larga.')
  })
})

describe('a long text', () => {
  it('is said in pieces that end where a sentence does, none too long, with nothing lost', () => {
    const sentence = 'Usamos sus datos solo para mostrarle su cuenta e imprimir sus documentos.'
    const text = [...Array<string>(12).fill(sentence), 'x'.repeat(1000)].join(' ')
    const pieces = inPieces(text)
    for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(LONGEST_SPOKEN)
    expect(pieces[0]).toMatch(/documentos\.$/u)
    expect(pieces.join(' ').replace(/ /gu, '')).toBe(text.replace(/ /gu, ''))
  })
})
