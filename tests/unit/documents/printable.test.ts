import fc from 'fast-check'
import * as fontkit from 'fontkit'
import { expect, test } from 'vitest'
import { printable } from '../../../electron/documents/printable.ts'

const weights = ['Regular', 'Bold']

test.each(weights)('every character that is left as it is can be drawn in %s', (weight) => {
  const font = fontkit.openSync(`resources/fonts/AtkinsonHyperlegibleNext-${weight}.ttf`)
  if (!('hasGlyphForCodePoint' in font)) throw new Error('a collection of fonts')
  const kept = Array.from({ length: 0x3000 }, (_, code) => code).filter((code) => {
    const character = String.fromCodePoint(code)
    return character.trim() !== '' && printable(character) === character
  })
  expect(kept.length).toBeGreaterThan(300)
  expect(kept.filter((code) => !font.hasGlyphForCodePoint(code))).toEqual([])
})

test('names of both countries and their neighbours are not touched', () => {
  for (const name of ['María Ñandú Güemes', 'Łukasz Żółć', 'João Conceição', 'Ştefan Ţepeş', 'O’Higgins & Hnos. S.A.', 'm³ 1.º 2.ª €']) {
    expect(printable(name)).toBe(name)
  }
})

test('S04 markup and formulas are text like any other', () => {
  for (const text of ['<b>Ana</b>', '{{7*7}}', '=cmd|/c calc', '${process.env}', '&lt;', '\\u0041']) expect(printable(text)).toBe(text)
})

test('what the font cannot draw is one question mark a character, as a person counts them', () => {
  expect(printable('Ana 😀')).toBe('Ana ?')
  expect(printable('👩‍👩‍👧 y 🇲🇽')).toBe('? y ?')
  expect(printable('Иван')).toBe('????')
  expect(printable('a\ud800b')).toBe('a?b')
})

test('control characters become spaces, invisible ones go, and combined letters are put together', () => {
  expect(printable('a\u0000b\nc\td\u001be')).toBe('a b c d e')
  expect(printable('ab\u202ecd\u200b')).toBe('abcd')
  expect(printable('Pen\u0303a')).toBe('Peña')
})

test('any text at all becomes text without control characters, and stays as it is the second time', () => {
  fc.assert(
    fc.property(fc.uint16Array({ maxLength: 40 }), (units) => {
      const text = String.fromCharCode(...units)
      const once = printable(text)
      expect(once).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
      expect(printable(once)).toBe(once)
    }),
  )
})
