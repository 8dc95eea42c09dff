import fc from 'fast-check'
import { expect, test } from 'vitest'
import { code128, modulesOf, qrCode } from '../../../electron/documents/barcodes.ts'

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
  for (const [column, row] of [[0, 0], [last, 0], [0, last]] as const) expect(matrix.dark(column, row)).toBe(true)
  expect(matrix.dark(7, 7)).toBe(false)
})
