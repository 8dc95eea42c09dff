import type { Command } from '../../../shared/utility-api/generated/types.gen.ts'
import { textOf } from '../../filings/filingTypes.ts'
import { printable } from '../printable.ts'

/** A text of more lines is set without its breaks: nobody empties the tray with a full stop to a line. */
const MOST_LINES = 24

/** What the person wrote, line by line and fit to print; empty where the kind has no text. */
export function linesOf(command: Command): string[] {
  const lines = textOf(command)
    .split(/\r\n?|\n/)
    .map(printable)
    .filter((line, index, all) => line !== '' || (index > 0 && all[index - 1] !== ''))
  if (lines.at(-1) === '') lines.pop()
  return lines.length > MOST_LINES ? [lines.filter(Boolean).join(' ')] : lines
}
