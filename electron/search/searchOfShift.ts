import type { Searching } from './searchThread.ts'

/** The search, as long as somebody is there who may search. */
export interface SearchOfShift extends Pick<Searching, 'find'> {
  /** Starts its thread, unless it runs. */
  begin(): void
  end(): Promise<void>
}

/** A kiosk that no clerk uses pays nothing for the search: its thread starts when one signs in, and ends when they leave. */
export function createSearchOfShift(start: () => Searching): SearchOfShift {
  let searching: Searching | null = null
  const begin = (): Searching => (searching ??= start())
  return {
    begin: () => void begin(),
    find: (text, recent) => begin().find(text, recent),
    async end() {
      const ended = searching
      searching = null
      await ended?.close()
    },
  }
}
