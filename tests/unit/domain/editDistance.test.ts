import { describe, expect, it } from 'vitest'
import { editDistance } from '../../../shared/domain/editDistance.ts'

describe('slips of the finger between two words', () => {
  it.each([
    ['pago', 'pago', 0],
    ['pgao', 'pago', 1],
    ['pag', 'pago', 1],
    ['ppago', 'pago', 1],
    ['pugo', 'pago', 1],
    ['recomecion', 'reconexion', 2],
    ['', 'a', 1],
    ['ab', 'ba', 1],
  ])('counts from %s to %s: %i', (one, other, slips) => {
    expect(editDistance(one, other, 2)).toBe(slips)
    expect(editDistance(other, one, 2)).toBe(slips)
  })

  it('counts no further than it is asked to', () => {
    expect(editDistance('medidor', 'factura', 2)).toBe(3)
    expect(editDistance('a', 'a'.repeat(10_000), 1)).toBe(2)
    expect(editDistance('pago', 'paagoo', 1)).toBe(2)
  })
})
