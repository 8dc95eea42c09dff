import { describe, expect, test } from 'vitest'
import { csvOf } from '../../../electron/documents/csv.ts'
import { fileText } from '../../../electron/documents/fileText.ts'

const mexican = csvOf('es-MX')
const uruguayan = csvOf('es-UY')

describe('a text that a spreadsheet would calculate stands behind an apostrophe', () => {
  test.each(['=1+1', '+1', '-1+1', '@SUM(A1)', '=cmd|calc!A0', '＝1+1', '＋1', '＠x', '\t=1+1', '\r=1+1', ' =1+1', '\u202e=1+1', '\u0000=1'])('%j', (text) => {
    expect(mexican.text(text)).toMatch(/^"?'[=+\-@＝＋＠]/u)
  })

  test.each(['Pago', 'a=1', '1-2', "'=1", 'DE-4043', '3 + 4', ''])('%j is none', (text) => {
    expect(mexican.text(text)).toBe(text)
  })
})

test('a negative figure stays a figure', () => {
  expect(mexican.figure(-1234.5, 2)).toBe('-1234.50')
  expect(uruguayan.figure(-1234.5, 2)).toBe('-1234,50')
  expect(uruguayan.figure(30.5)).toBe('30,5')
})

test('fields are quoted where they hold what separates or quotes', () => {
  expect(['a,b', 'a;b', 'a"b', 'a b', 'línea 1\nlínea 2'].map(mexican.text)).toEqual(['"a,b"', '"a;b"', '"a""b"', 'a b', 'línea 1 línea 2'])
  expect(mexican.text('=HYPERLINK("http://x","y")')).toBe('"\'=HYPERLINK(""http://x"",""y"")"')
})

test('a file begins with the mark of UTF-8, ends its lines as RFC 4180 does, and separates as the locale does', () => {
  const lines = [
    [mexican.text('Año'), mexican.figure(1.5, 2)],
    ['', ''],
  ]
  expect(Buffer.from(mexican.file(lines)).toString('utf8')).toBe('\ufeffAño,1.50\r\n,\r\n')
  expect(Buffer.from(uruguayan.file([['a', 'b']])).toString('utf8')).toBe('\ufeffa;b\r\n')
})

describe('text in a file', () => {
  test.each([
    ['José 👨‍👩‍👧 ñ', 'José 👨‍👩‍👧 ñ'],
    ['a\u0000b\u001bc\u0085d', 'a b c d'],
    ['\u202eabc\u2066', 'abc'],
    ['مرحبا שלום', 'مرحبا שלום'],
    ['half \ud83d', 'half \ufffd'],
    ['e\u0301', 'é'],
    ['x\uffff\ufffey', 'xy'],
  ])('%j is %j', (given, expected) => {
    expect(fileText(given)).toBe(expected)
  })

  test('one longer than a cell is cut, and not in the middle of a letter', () => {
    expect(fileText('x'.repeat(40_000))).toHaveLength(32_767)
    expect(fileText(`${'x'.repeat(32_766)}😀`).isWellFormed()).toBe(true)
  })
})
