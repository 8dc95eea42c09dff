/** The part of fontkit that `parsedFonts.ts` uses; the package's own types leave formats out. */
interface Format {
  probe(bytes: Uint8Array): boolean
  new (stream: { buffer: Uint8Array }): object
}

interface Font {
  unitsPerEm: number
  glyphForCodePoint(codePoint: number): { advanceWidth: number }
  layout(text: string, features?: readonly string[] | null): { glyphs: readonly object[]; positions: object[] }
}

declare const fontkit: {
  create(bytes: Uint8Array): Font
  registerFormat(format: Format): void
}

export = fontkit
