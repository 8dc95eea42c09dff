/** Lines of at most so many characters, broken between words; a word that is longer is broken where the line ends. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (longer.length <= columns) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    for (; line.length > columns; line = line.slice(columns)) lines.push(line.slice(0, columns))
  }
  return line === '' ? lines : [...lines, line]
}

/** A name and its value on one line, or the value under it, at the right. */
export function pair(label: string, value: string, columns: number): string[] {
  const room = columns - label.length
  if (value.length < room) return [label + value.padStart(room)]
  return [...wrap(label, columns), ...wrap(value, columns).map((line) => line.padStart(columns))]
}

/** How many times larger a text can stand on one line: in width, and in height, which costs no column. */
export function scaleFor(text: string, columns: number, upTo: number): { width: number; height: number } {
  const width = Math.max(1, Math.min(upTo, Math.floor(columns / Math.max(text.length, 1))))
  return { width, height: Math.max(2, width) }
}
