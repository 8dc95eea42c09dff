import type { Counter } from '../session/counter.ts'

/** Something of the visitor who is there now, in memory only: with the visit it is gone. */
export interface OfVisit<T> {
  get(): T | null
  /** @param visit whose it is; of one that is over nothing is kept */
  set(visit: string, value: T): void
  /** @param visit of another nothing is forgotten */
  forget(visit: string): void
}

export function createOfVisit<T>(counter: Pick<Counter, 'current' | 'whenOver'>): OfVisit<T> {
  let held: { visit: string; value: T } | null = null
  const clear = (): void => void (held = null)
  return {
    get: () => (held?.visit === counter.current().id ? held.value : null),
    set(visit, value) {
      if (visit !== counter.current().id) return
      held = { visit, value }
      counter.whenOver(clear)
    },
    forget(visit) {
      if (held?.visit === visit) held = null
    },
  }
}
