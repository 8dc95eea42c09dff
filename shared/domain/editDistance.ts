/**
 * How many slips of the finger make one word of another: a letter too many, too few, another one, or two that changed places. Beyond `most` it is
 * `most + 1`, and found soon.
 */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (let row = 1; row <= one.length; row += 1) {
    const now = nextRow(one, other, row, before, last)
    if (Math.min(...now) > most) return most + 1
    before = last
    last = now
  }
  return Math.min(last[other.length] ?? 0, most + 1)
}

/** From the beginning of one word, a letter longer than in the row before, to every beginning of the other. */
function nextRow(one: string, other: string, row: number, before: readonly number[], last: readonly number[]): number[] {
  const now = [row]
  const letter = one[row - 1]
  for (let column = 1; column <= other.length; column += 1) {
    const changed = (last[column - 1] ?? 0) + (letter === other[column - 1] ? 0 : 1)
    let least = Math.min(changed, (last[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1)
    if (row > 1 && letter === other[column - 2] && one[row - 2] === other[column - 1]) least = Math.min(least, (before[column - 2] ?? 0) + 1)
    now.push(least)
  }
  return now
}
