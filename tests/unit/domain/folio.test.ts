import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LAST_OF_DAY, readFolio, writeFolio } from '../../../shared/domain/folio.ts'

const folios = fc.record({
  series: fc.stringMatching(/^[A-Z0-9]{2,6}$/),
  day: fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  number: fc.integer({ min: 1, max: LAST_OF_DAY }),
})

describe('a folio', () => {
  it('is written as the design has it', () => {
    expect(writeFolio({ series: 'K07', day: '2026-11-21', number: 42 })).toBe('K07-20261121-00428')
  })

  it('is read back however it is typed', () => {
    fc.assert(
      fc.property(folios, (parts) => {
        const folio = writeFolio(parts)
        for (const typed of [folio, folio.toLowerCase(), folio.replaceAll('-', ''), folio.replaceAll('-', ' '), ` ${folio} `, folio.replaceAll('-', '–')]) {
          expect(readFolio(typed)).toEqual({ ok: true, folio })
        }
      }),
    )
  })

  it('tells a slip of the pen, in any one digit of date and counter', () => {
    fc.assert(
      fc.property(folios, fc.nat(12), fc.integer({ min: 1, max: 9 }), (parts, place, shift) => {
        const folio = writeFolio(parts)
        const digits = [...folio.slice(parts.series.length).replaceAll('-', '')]
        digits[place] = String((Number(digits[place]) + shift) % 10)
        expect(readFolio(parts.series + digits.join(''))).toEqual({ ok: false, problem: 'folio-check' })
      }),
    )
  })

  it.each([
    ['', 'empty'],
    [' - ', 'empty'],
    ['hola', 'not-a-folio'],
    ['K-20261121-00428', 'not-a-folio'],
    ['K07-20261121-00429', 'folio-check'],
    ['K07-20261121-0042', 'folio-check'], // read from its end, because the series may end in digits
  ])('%j is told: %s', (typed, problem) => {
    expect(readFolio(typed)).toEqual({ ok: false, problem })
  })
})
