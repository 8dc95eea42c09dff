/** Characters that change the direction of what follows, and two that XML cannot carry. Joiners stay: they hold emoji together. */
const TREACHEROUS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu
/** More in one cell, and Excel mends the workbook by throwing text away. */
const MOST_IN_A_CELL = 32_767
/** Most texts: nothing of them changes. */
const PLAIN = /^[!-~]([ -~]{0,198}[!-~])?$/

/** Text of the utility as it can stand in a file: one line without control characters, in any script. */
export function fileText(text: string): string {
  if (PLAIN.test(text)) return text
  const line = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s|\p{Cc}/gu, ' ')
    .replace(TREACHEROUS, '')
  return line.trim().slice(0, MOST_IN_A_CELL).toWellFormed()
}
