import { readFileSync } from 'node:fs'
import fontkit from './fontkit.cjs'
import { shapeOnce } from './shaping.ts'

const MARK = 'parsed font: '
const parsed = new Map<string, object>()

const nameIn = (bytes: Uint8Array): string | null => {
  const text = Buffer.from(bytes).toString('latin1', 0, MARK.length + 20)
  return text.startsWith(MARK) ? text.slice(MARK.length) : null
}

/**
 * pdfkit has each document parse its fonts again, a third of the time that a page takes. fontkit takes formats of a program's own, and
 * this is one: bytes that only name a font, which was parsed before. A font holds nothing of a document, whose subset is its own.
 */
class ParsedFont {
  static probe(bytes: Uint8Array): boolean {
    return parsed.has(nameIn(bytes) ?? '')
  }

  constructor({ buffer }: { buffer: Uint8Array }) {
    return parsed.get(nameIn(buffer) ?? '') ?? this
  }
}

fontkit.registerFormat(ParsedFont)

/** How wide characters are, in units of the font. */
export interface Advances {
  unitsPerEm: number
  advanceOf(codePoint: number): number
}

/** Parses a font file once for this thread; its bytes stand for the file wherever pdfkit takes the bytes of a font. */
export function parseFont(name: string, file: URL): { bytes: Uint8Array; advances: Advances } {
  const font = fontkit.create(readFileSync(file))
  shapeOnce(font, name)
  parsed.set(name, font)
  const advanceOf = (codePoint: number): number => font.glyphForCodePoint(codePoint).advanceWidth
  return { bytes: Buffer.from(MARK + name, 'latin1'), advances: { unitsPerEm: font.unitsPerEm, advanceOf } }
}
