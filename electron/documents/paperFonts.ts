import { parseFont, type Advances } from './parsedFonts.ts'

/** `resources/fonts` lies two folders above this file both in the source and in the built tree (`dist/main`). */
const fontFile = (weight: string): URL => new URL(`../../resources/fonts/AtkinsonHyperlegibleNext-${weight}.ttf`, import.meta.url)

export type Weight = 'Regular' | 'Bold'

/** The paper's two fonts: the bytes that stand for them in pdfkit, and how wide their characters are. */
export const paperFonts: Readonly<Record<Weight, { bytes: Uint8Array; advances: Advances }>> = {
  Regular: parseFont('Regular', fontFile('Regular')),
  Bold: parseFont('Bold', fontFile('Bold')),
}
