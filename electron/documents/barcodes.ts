import bwip from 'bwip-js/node'
import { carried, type Carried, notCarried } from '../../shared/domain/paymentReference.ts'

/** Widths of bars and gaps in modules, a bar first. */
export type Bars = readonly number[]

/** Dark cells of a square symbol, row by row. */
export interface Matrix {
  size: number
  dark(column: number, row: number): boolean
}

/** Beyond this many modules a Code 128 of 0.33 mm modules is wider than the page. */
const MOST_MODULES = 500
/** Of the densest: two digits to eleven modules. */
const MOST_CHARACTERS = 100
/** Beyond this many cells a side, a QR of 30 mm is too fine for the printers and phones of a branch (version 22). */
const MOST_CELLS = 105
/** What the encoder takes without throwing, even when each character is four bytes. */
const MOST_QR_CHARACTERS = 580

/** One datum of a GS1-128 symbol: its application identifier and its value. */
export interface Gs1Element {
  ai: string
  value: string
}

/** What bars are to carry. */
export type BarLoad = { symbology: 'code128' | 'itf'; text: string } | { symbology: 'gs1-128'; elements: readonly Gs1Element[] }

/** The bars, or why there are none: the encoders take anything in silence and make a symbol that reads as something else. */
export function encodeBars(load: BarLoad): Carried<Bars> {
  switch (load.symbology) {
    case 'code128':
      return encodeCode128(load.text)
    case 'itf':
      return encodeItf(load.text)
    case 'gs1-128':
      return encodeGs1(load.elements)
  }
}

/** Code 128 of a reference, or null where it cannot be carried. */
export function code128(text: string): Bars | null {
  const bars = encodeCode128(text)
  return bars.ok ? bars.value : null
}

function encodeCode128(text: string): Carried<Bars> {
  if (!/^[\x20-\x7e]+$/.test(text) || text !== text.trim()) return notCarried('bad-characters')
  return symbolOf('code128', text)
}

/** Of wide bars three times as wide as narrow ones: two and a half is the least that readers of paper like. */
const ITF_WIDE = 3

function encodeItf(text: string): Carried<Bars> {
  if (!/^[0-9]+$/.test(text)) return notCarried('not-digits')
  if (text.length % 2 !== 0) return notCarried('odd-length')
  return symbolOf('interleaved2of5', text, (width) => (width > 1 ? ITF_WIDE : 1))
}

/** Identifiers whose values have a length of their own need no separator behind them (GS1 General Specifications, figure 7.8.5-2). */
const FIXED_LENGTH = /^(?:0[0-4]|1[1-9]|20|3[1-6]|41)/
/** The invariant characters of ISO 646. */
const GS1_CHARACTERS = /^[!"%-?A-Z_a-z]+$/

function encodeGs1(elements: readonly Gs1Element[]): Carried<Bars> {
  if (!elements.every(({ value }) => GS1_CHARACTERS.test(value))) return notCarried('bad-characters')
  const last = elements.length - 1
  const fields = elements.map(({ ai, value }, index) => ai + value + (index === last || FIXED_LENGTH.test(ai) ? '' : '^FNC1'))
  return symbolOf('code128', `^FNC1${fields.join('')}`, undefined, 'parsefnc')
}

function symbolOf(encoder: string, text: string, widthOf = (width: number): number => width, options = ''): Carried<Bars> {
  if (text.length > MOST_CHARACTERS) return notCarried('too-long')
  const [symbol] = bwip.raw(encoder, text, options)
  const bars = symbol && 'sbs' in symbol ? symbol.sbs.map(widthOf) : []
  return bars.length > 0 && modulesOf(bars) <= MOST_MODULES ? carried(bars) : notCarried('too-long')
}

export const modulesOf = (bars: Bars): number => bars.reduce((sum, width) => sum + width, 0)

/** QR with error correction M, or null where the text does not fit a symbol that can be read from paper. */
export function qrCode(text: string): Matrix | null {
  if (text === '' || text.length > MOST_QR_CHARACTERS) return null
  const [symbol] = bwip.raw('qrcode', text, 'eclevel=M')
  if (!symbol || !('pixs' in symbol) || symbol.pixx > MOST_CELLS) return null
  return { size: symbol.pixx, dark: (column, row) => symbol.pixs[row * symbol.pixx + column] === 1 }
}
