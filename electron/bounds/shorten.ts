/** How much of a text is kept, in letters as people count them, and in lines. */
export interface Room {
  characters: number
  lines: number
}

const graphemes = new Intl.Segmenter('es', { granularity: 'grapheme' })
const ELLIPSIS = '…'
/** No script piles up more marks on one letter. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u
/** Code units of one letter on the average: of a text of more, no more is looked at, however long it is. */
const UNITS_PER_CHARACTER = 4

/** Shortens a text to its room, with `…` where something is left out. One that fits comes back as it is. Takes no longer for a longer text. */
export function shorten(text: string, room: Room): string {
  const most = room.characters * UNITS_PER_CHARACTER
  const start = text.slice(0, most).toWellFormed().replace(PILED_MARKS, '$1')
  const lines = room.lines === 1 ? [start.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')] : start.split(LINE_END)
  const kept = lines.slice(0, room.lines).join('\n')
  const fitting = firstCharacters(kept, room.characters)
  const isWhole = text.length <= most && lines.length <= room.lines && fitting === kept
  return isWhole ? kept : `${firstCharacters(fitting, room.characters - 1).trimEnd()}${ELLIPSIS}`
}

function firstCharacters(text: string, most: number): string {
  if (text.length <= most) return text
  let count = 0
  for (const { index } of graphemes.segment(text)) if (++count > most) return text.slice(0, index)
  return text
}
