import fc from 'fast-check'
import { expect, test } from 'vitest'
import { code128, encodeBars, modulesOf, qrCode, type BarLoad } from '../../../electron/documents/barcodes.ts'

test('digits are carried two to a symbol', () => {
  const digits = code128('004098991700404325030000363900')
  const letters = code128('A'.repeat(30))
  expect(modulesOf(digits ?? [])).toBe(11 * (1 + 15 + 1) + 13)
  expect(modulesOf(letters ?? [])).toBe(11 * (1 + 30 + 1) + 13)
})

test.each(['', ' 123', '123 ', 'peña', 'a\nb', '€12', '\u0000', 'x'.repeat(60)])('a reference that cannot be carried is refused: %j', (reference) => {
  expect(code128(reference)).toBeNull()
})

test('whatever the reference, the bars fit the page or there are none', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 120 }), (reference) => {
      expect(modulesOf(code128(reference) ?? [])).toBeLessThanOrEqual(500)
    }),
  )
})

test('a QR that is too fine to read from paper is refused, as is one that holds nothing', () => {
  expect(qrCode('')).toBeNull()
  expect(qrCode('x'.repeat(579))?.size).toBeLessThanOrEqual(105)
  expect(qrCode('x'.repeat(5000))).toBeNull()
  expect(qrCode('😀'.repeat(290))).toBeNull()
})

test('a QR has its three finder patterns', () => {
  const matrix = qrCode('https://example.com/?id=1')
  if (!matrix) throw new Error('no symbol')
  const last = matrix.size - 1
  for (const [column, row] of [
    [0, 0],
    [last, 0],
    [0, last],
  ] as const)
    expect(matrix.dark(column, row)).toBe(true)
  expect(matrix.dark(7, 7)).toBe(false)
})

const reasonOf = (load: BarLoad): string => {
  const bars = encodeBars(load)
  return bars.ok ? 'carried' : bars.reason
}
const gs1 = (reference: string): BarLoad => ({ symbology: 'gs1-128', elements: [{ ai: '8020', value: reference }] })

test.each<[BarLoad, string]>([
  [{ symbology: 'code128', text: 'peña' }, 'bad-characters'],
  [{ symbology: 'code128', text: '' }, 'bad-characters'],
  [{ symbology: 'code128', text: 'x'.repeat(60) }, 'too-long'],
  [{ symbology: 'code128', text: '1'.repeat(101) }, 'too-long'],
  [{ symbology: 'itf', text: '12A4' }, 'not-digits'],
  [{ symbology: 'itf', text: '' }, 'not-digits'],
  [{ symbology: 'itf', text: '12345' }, 'odd-length'],
  [{ symbology: 'itf', text: '1'.repeat(60) }, 'too-long'],
  [gs1('12 34'), 'bad-characters'],
  [gs1('12^FNC134'), 'bad-characters'],
  [gs1('ñ'), 'bad-characters'],
  [gs1(''), 'bad-characters'],
  [gs1('X'.repeat(60)), 'too-long'],
])('bars say why they cannot carry %j', (load, reason) => {
  expect(reasonOf(load)).toBe(reason)
})

const CODE_128_FRAME = 11 + 11 + 13

/** Symbols that the shortest Code 128 of digits and capitals takes besides start, check and stop: sets B and C, a symbol to change. */
function fewestSymbols(text: string): number {
  const [far, none] = [Number.POSITIVE_INFINITY, 0]
  const rest: { b: number; c: number }[] = Array.from({ length: text.length + 1 }, () => ({ b: far, c: far }))
  rest[text.length] = { b: none, c: none }
  for (let at = text.length - 1; at >= 0; at--) {
    const b = 1 + (rest[at + 1]?.b ?? far)
    const c = /^\d\d/.test(text.slice(at)) ? 1 + (rest[at + 2]?.c ?? far) : far
    rest[at] = { b: Math.min(b, 1 + c), c: Math.min(c, 1 + b) }
  }
  return Math.min(rest[0]?.b ?? far, rest[0]?.c ?? far)
}

test('Code 128 changes between sets B and C so that no shorter symbol exists', () => {
  const parts = fc.array(fc.oneof(fc.stringMatching(/^[0-9]{1,9}$/), fc.stringMatching(/^[A-Z]{1,3}$/)), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(parts, (texts) => {
      const text = texts.join('')
      expect(modulesOf(code128(text) ?? [])).toBe(11 * fewestSymbols(text) + CODE_128_FRAME)
    }),
  )
})

test('wide bars of ITF are three times as wide as narrow ones, and every digit has two', () => {
  const bars = encodeBars({ symbology: 'itf', text: '0123456789' })
  if (!bars.ok) throw new Error(bars.reason)
  expect(new Set(bars.value)).toEqual(new Set([1, 3]))
  expect(bars.value.filter((width) => width === 3)).toHaveLength(2 * 10 + 1)
})
