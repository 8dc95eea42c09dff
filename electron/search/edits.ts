/**
 * How many letters must be added, left out, changed or swapped with their neighbour to make one word of the other; `beyond` where it is more than `most`.
 */
export function editsBetween(one: string, other: string, most: number): number {
  const beyond = most + 1
  if (Math.abs(one.length - other.length) > most) return beyond
  let older: number[] = []
  let above = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    let least = row
    for (let column = 1; column <= other.length; column += 1) {
      const cost = cheapest({ one, other, row, column }, current, above, older)
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return beyond
    older = above
    above = current
  }
  return Math.min(above[other.length] ?? beyond, beyond)
}

interface Place {
  one: string
  other: string
  row: number
  column: number
}

function cheapest({ one, other, row, column }: Place, current: number[], above: number[], older: number[]): number {
  const same = one.charCodeAt(row - 1) === other.charCodeAt(column - 1)
  const changed = (above[column - 1] ?? 0) + (same ? 0 : 1)
  const cost = Math.min(changed, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1)
  const isSwapped =
    row > 1 && column > 1 && one.charCodeAt(row - 1) === other.charCodeAt(column - 2) && one.charCodeAt(row - 2) === other.charCodeAt(column - 1)
  return isSwapped ? Math.min(cost, (older[column - 2] ?? 0) + 1) : cost
}
