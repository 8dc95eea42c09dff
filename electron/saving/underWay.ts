/** What is under way for whom. */
export interface UnderWay<T> {
  /** The same that is asked for again, as by a second touch, is not begun again. */
  join(sessionId: string, wish: unknown, begin: () => Promise<T>): Promise<T>
  has(sessionId: string): boolean
  isEmpty(): boolean
}

export function createUnderWay<T>(): UnderWay<T> {
  const all = new Map<string, { sessionId: string; work: Promise<T> }>()
  return {
    join(sessionId, wish, begin) {
      const key = JSON.stringify([sessionId, wish])
      const same = all.get(key)
      if (same) return same.work
      const work = begin().finally(() => all.delete(key))
      all.set(key, { sessionId, work })
      return work
    },
    has: (sessionId) => [...all.values()].some((one) => one.sessionId === sessionId),
    isEmpty: () => all.size === 0,
  }
}
