import type { Counter } from '../session/counter.ts'

/** Something of the visitor who is there now, in memory only; the next one does not have it. */
export interface OfVisit<T> {
  get(): T | null
  /** @param visit whose it is; of one that is over nothing is kept */
  set(visit: string, value: T): void
  /** @param visit of another nothing is forgotten */
  forget(visit: string): void
}

export function createOfVisit<T>(counter: Pick<Counter, 'current'>): OfVisit<T> {
  let held: { visit: string; value: T } | null = null
  return {
    get: () => (held?.visit === counter.current().id ? held.value : null),
    set(visit, value) {
      if (visit === counter.current().id) held = { visit, value }
    },
    forget(visit) {
      if (held?.visit === visit) held = null
    },
  }
}
