import type { Clock } from '../clock.ts'

const WINDOW = 10_000
const MOST_IN_WINDOW = 20
/** More addresses than phones in a branch; beyond them nobody new is answered until the window ends. */
const MOST_ADDRESSES = 200

/** Whether one more request of this address is answered: so many in ten seconds. */
export function createRequestLimit(clock: Clock): (address: string) => boolean {
  let began = clock.elapsed()
  const counts = new Map<string, number>()
  return (address) => {
    if (clock.elapsed() - began >= WINDOW) {
      began = clock.elapsed()
      counts.clear()
    }
    const count = (counts.get(address) ?? 0) + 1
    if (!counts.has(address) && counts.size >= MOST_ADDRESSES) return false
    counts.set(address, count)
    return count <= MOST_IN_WINDOW
  }
}
