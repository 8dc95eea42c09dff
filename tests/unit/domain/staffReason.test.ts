import { describe, expect, it } from 'vitest'
import { LONGEST_REASON, readStaffReason } from '../../../shared/domain/staffReason.ts'

const wanted = (typed: string) => readStaffReason(typed, { optional: false })

describe('a reason of staff', () => {
  it.each([
    ['spaces and lines', ' \n\t '],
    ['a zero width space', ' \u200b '],
    ['a right-to-left override', '\u202e'],
    ['a word joiner, a soft hyphen and a byte order mark', '\u2060\u00ad\ufeff'],
    ['isolates', '\u2066 \u2069'],
    ['a letter of Hangul without a shape', '\u3164\u115f\uffa0'],
    ['a variation selector', '\ufe0f'],
    ['the blank of Braille', '\u2800'],
    ['an accent without a letter', '\u0301'],
    ['a control character', '\u0007'],
  ])('is none where nothing of it can be seen: %s', (_what, typed) => {
    expect(wanted(typed)).toEqual({ problem: 'empty' })
    expect(readStaffReason(typed, { optional: true })).toEqual({ value: '' })
  })

  it('is kept without what hides in it or turns it around', () => {
    expect(wanted('Can\u202ecel\u202cado \u200b por\u2066 \u00d1and\u00fa\u200f')).toEqual({ value: 'Cancelado  por Ñandú' })
    expect(wanted('Primera línea\r\nsegunda')).toEqual({ value: 'Primera línea\nsegunda' })
  })

  it.each(['—', '?', '7', '€', 'ñ', '不'])('may be as short as %s', (typed) => expect(wanted(typed)).toEqual({ value: typed }))

  it('is measured by what can be seen', () => {
    expect(wanted(`${'x'.repeat(LONGEST_REASON)}\u200b`)).toEqual({ value: 'x'.repeat(LONGEST_REASON) })
    expect(wanted('x'.repeat(LONGEST_REASON + 1))).toEqual({ problem: 'too-long' })
  })
})
