import { shorten } from '../bounds/shorten.ts'
import { paperFonts } from './paperFonts.ts'

interface Setting {
  size: number
  bold?: boolean
}

const widths = { Regular: new Map<string, number>(), Bold: new Map<string, number>() }

/** In points. A digit counts as the widest one, for they are set in columns. */
export function textWidth(text: string, { size, bold = false }: Setting): number {
  const weight = bold ? 'Bold' : 'Regular'
  let sum = 0
  for (const character of text) {
    const same = /\d/.test(character) ? '0' : character
    let width = widths[weight].get(same)
    if (width === undefined) {
      const { unitsPerEm, advanceOf } = paperFonts[weight].advances
      widths[weight].set(same, (width = advanceOf(same.codePointAt(0) ?? 0) / unitsPerEm))
    }
    sum += width
  }
  return sum * size
}

/** The size at which a text, an amount above all, stands on one line of a width: it is never broken, nor does it touch what is beside it. */
export function sizeToFit(text: string, width: number, setting: Setting): number {
  const needed = textWidth(text, setting)
  return needed <= width ? setting.size : Math.floor((setting.size * width * 100) / needed) / 100
}

/** More than any place of a sheet holds: beyond it nothing is measured. */
const MOST_CHARACTERS = 2_000

/** A text that takes no more than so many lines of a width, with `…` where it would. */
export function fitted(whole: string, width: number, { lines = 1, ...setting }: Setting & { lines?: number }): string {
  const text = shorten(whole, { characters: MOST_CHARACTERS, lines: 1 })
  let short = text
  let characters = Math.min(text.length, Math.ceil((text.length * width * lines) / Math.max(1, textWidth(text, setting))))
  while (linesOf(short, width, setting) > lines && characters > 1) short = shorten(text, { characters: characters--, lines: 1 })
  return short
}

/** How many lines of a width a text takes, broken between words and in those that are longer. */
function linesOf(text: string, width: number, setting: Setting): number {
  let [lines, used] = [1, 0]
  for (const word of text.match(/\S+\s*/gu) ?? []) {
    const [whole, seen] = [textWidth(word, setting), textWidth(word.trimEnd(), setting)]
    if (used > 0 && used + seen > width) [lines, used] = [lines + 1, 0]
    lines += Math.max(0, Math.ceil(seen / width) - 1)
    used += whole
    if (seen > width) used = whole % width
  }
  return lines
}

/** Lines as full as a width takes, broken anywhere: for what is read by machines. */
export function filledLines(text: string, width: number, setting: Setting): string[] {
  const lines = ['']
  let used = 0
  for (const character of text) {
    const wide = textWidth(character, setting)
    if (used + wide > width) {
      lines.push('')
      used = 0
    }
    lines.push((lines.pop() ?? '') + character)
    used += wide
  }
  return lines
}
