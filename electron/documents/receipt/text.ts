import type { Command } from '../../../shared/utility-api/generated/types.gen.ts'
import { printable } from '../printable.ts'

/** A text of more lines is set without its breaks: nobody empties the tray with a full stop to a line. */
const MOST_LINES = 24

/** What the person wrote, line by line and fit to print; empty where the kind has no text. */
export function textOf({ payload }: Command): string[] {
  const text = ('text' in payload && payload.text) || ('notes' in payload && payload.notes) || ''
  const lines = text
    .split(/\r\n?|\n/)
    .map(printable)
    .filter((line, index, all) => line !== '' || (index > 0 && all[index - 1] !== ''))
  if (lines.at(-1) === '') lines.pop()
  return lines.length > MOST_LINES ? [lines.filter(Boolean).join(' ')] : lines
}
