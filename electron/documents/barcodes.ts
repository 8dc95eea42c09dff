import bwip from 'bwip-js/node'

/** Widths of bars and gaps in modules, a bar first. */
export type Bars = readonly number[]

/** Dark cells of a square symbol, row by row. */
export interface Matrix {
  size: number
  dark(column: number, row: number): boolean
}

/** Beyond this many modules a Code 128 of 0.33 mm modules is wider than the page. */
const MOST_MODULES = 500
/** Beyond this many cells a side, a QR of 30 mm is too fine for the printers and phones of a branch (version 22). */
const MOST_CELLS = 105
/** What the encoder takes without throwing, even when each character is four bytes. */
const MOST_QR_CHARACTERS = 580

/**
 * Code 128 of a reference, or null where it cannot be carried: the encoder takes any letter in silence and makes a symbol that reads as
 * something else, so what is not plain ASCII is refused here.
 */
export function code128(text: string): Bars | null {
  if (!/^[\x20-\x7e]+$/.test(text) || text !== text.trim() || text.length > MOST_MODULES / 5) return null
  const [symbol] = bwip.raw('code128', text)
  if (!symbol || !('sbs' in symbol)) return null
  return modulesOf(symbol.sbs) <= MOST_MODULES ? symbol.sbs : null
}

export const modulesOf = (bars: Bars): number => bars.reduce((sum, width) => sum + width, 0)

/** QR with error correction M, or null where the text does not fit a symbol that can be read from paper. */
export function qrCode(text: string): Matrix | null {
  if (text === '' || text.length > MOST_QR_CHARACTERS) return null
  const [symbol] = bwip.raw('qrcode', text, 'eclevel=M')
  if (!symbol || !('pixs' in symbol) || symbol.pixx > MOST_CELLS) return null
  return { size: symbol.pixx, dark: (column, row) => symbol.pixs[row * symbol.pixx + column] === 1 }
}
