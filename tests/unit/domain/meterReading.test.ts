import { describe, expect, it } from 'vitest'
import { drumsOf, meterShape, readMeterValue } from '../../../shared/domain/meterReading.ts'
import { windowState } from '../../../shared/domain/readingWindow.ts'

const drawn = (typed: string, values: number[], locale = 'es-MX'): string =>
  drumsOf(typed, meterShape(values), locale)
    .map(({ digit, counts }) => (counts ? (digit ?? '_') : 'x'))
    .join('')

describe('a meter', () => {
  it('has as many digits as its readings say, and decimals only where they have any', () => {
    expect(meterShape([])).toEqual({ whole: 5, decimals: 0 })
    expect(meterShape([812, 1_234_567])).toEqual({ whole: 7, decimals: 0 })
    expect(meterShape([4_209, 4_180.25])).toEqual({ whole: 5, decimals: 2 })
    expect(meterShape([0.123456])).toEqual({ whole: 5, decimals: 3 })
    expect(meterShape(Array.from({ length: 300_000 }, (_, index) => index))).toEqual({ whole: 6, decimals: 0 })
  })

  it('shows what is typed in the drums that count', () => {
    expect(drawn('', [4_209])).toBe('_____xxx')
    expect(drawn('4209', [4_209])).toBe('04209xxx')
    expect(drawn('4,209', [4_209])).toBe('04209xxx')
    expect(drawn('1234567', [4_209])).toBe('1234567xxx')
    expect(drawn('mil', [4_209])).toBe('_____xxx')
  })

  it('shows decimals as the locale writes them, also while they are being typed', () => {
    expect(drawn('4209.', [4_209.5])).toBe('042090xx')
    expect(drawn('4209.5', [4_209.5])).toBe('042095xx')
    expect(drawn('4209,57', [4_209.25], 'es-UY')).toBe('0420957x')
    expect(drawn('4209.5', [4_209])).toBe('04209xxx')
  })
})

describe('a typed reading', () => {
  const read = (typed: string, values = [4_209], locale = 'es-MX') => readMeterValue(typed, meterShape(values), locale)

  it('is understood as the locale writes it', () => {
    expect(read(' 4,240 ')).toEqual({ value: 4_240 })
    expect(read('4.240', [4_209], 'es-UY')).toEqual({ value: 4_240 })
    expect(read('4240,5', [4_209.5], 'es-UY')).toEqual({ value: 4_240.5 })
    expect(read('4240.0')).toEqual({ value: 4_240 })
  })

  it.each([
    ['', 'empty'],
    ['cuatro mil', 'not-a-number'],
    ['-4', 'not-a-number'],
    ['4240.5', 'no-decimals'],
  ])('%j is %s', (typed, problem) => {
    expect(read(typed)).toEqual({ problem })
  })

  it('has no more decimals than the meter', () => {
    expect(read('4240.25', [4_209.5])).toEqual({ problem: 'too-many-decimals' })
  })
})

describe('a window', () => {
  const window = { opensOn: '2026-12-03', closesOn: '2026-12-07' }

  it('is open on its first and its last day, and on no other', () => {
    const days = ['2026-12-02', '2026-12-03', '2026-12-07', '2026-12-08']
    expect(days.map((day) => windowState(window, day))).toEqual(['later', 'open', 'open', 'past'])
  })

  it('that does not exist, or ends before it begins, is none', () => {
    for (const odd of [null, undefined, { opensOn: '2026-12-07', closesOn: '2026-12-03' }]) expect(windowState(odd, '2026-12-05')).toBeNull()
  })
})
