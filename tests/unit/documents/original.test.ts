import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkOriginal } from '../../../electron/documents/original.ts'

const pdf = Buffer.from('%PDF-1.7\nwhatever the utility keeps')
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64')

test('an original is a PDF whose digest the feed carries', () => {
  expect(checkOriginal(pdf, digest(pdf))).toBe(true)
})

test('a PDF without a digest, or with one byte changed, is not verified', () => {
  expect(checkOriginal(pdf, null)).toBe(false)
  expect(checkOriginal(pdf, '')).toBe(false)
  const changed = Buffer.from(pdf)
  changed[20] = 0x20
  expect(checkOriginal(changed, digest(pdf))).toBe(false)
})

test('what is no PDF is not printed, whatever its digest', () => {
  const page = Buffer.from('<html>Inicie sesión</html>')
  expect(checkOriginal(page, digest(page))).toBe(false)
  expect(checkOriginal(new Uint8Array(), digest(new Uint8Array()))).toBe(false)
})
