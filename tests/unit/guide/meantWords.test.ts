import { describe, expect, it } from 'vitest'
import { meantBy, wordsIn } from '../../../electron/guide/meantWords.ts'

const known = ['factura', 'facturacion', 'medidor', 'pago', 'paso', 'reconexion']

describe('the words that are searched for', () => {
  it('are letters and figures, without capitals and accents, each once', () => {
    expect(wordsIn('¿DÓNDE está el año 2026? "Donde" OR*')).toEqual(['donde', 'esta', 'el', 'ano', '2026', 'or'])
    expect(wordsIn(Array.from({ length: 50 }, (_, index) => `w${index}`).join(' '))).toHaveLength(12)
  })

  it.each([
    ['fact', ['fact']],
    ['facturas', ['factura']],
    ['medidores', ['medidor']],
  ])('begin words of the texts, in the singular too: %s', (word, words) => expect(meantBy(word, known)).toEqual({ words, begin: true }))

  it.each([
    ['pazo', ['pago', 'paso']],
    ['recomex', ['reconexion']],
    ['medidro', ['medidor']],
    ['paz', []],
    ['bicicleta', []],
  ])('else resemble some, or none: %s', (word, words) => expect(meantBy(word, known)).toEqual({ words, begin: false }))
})
