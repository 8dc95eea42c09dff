import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Medium, RemovableMedia } from '../../electron/saving/medium.ts'

export interface FakeMedia extends RemovableMedia {
  /** A folder that stands for a stick. */
  plugIn(folder: string, change?: Partial<Medium>): Medium
  pullOut(folder: string): void
  /** The system does not say what is there, until something is plugged in or pulled out. */
  fail(): void
}

/** Sticks that are plugged in and pulled out by the test. */
export function fakeMedia(): FakeMedia {
  const plugged = new Map<string, Medium>()
  const listeners = new Set<() => void>()
  let fails = false
  let count = 0
  const changed = (): void => {
    fails = false
    for (const listener of listeners) listener()
  }
  return {
    list: () => (fails ? Promise.reject(new Error('EACCES')) : Promise.resolve([...plugged.values()])),
    watch(onChange) {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    plugIn(folder, change) {
      count += 1
      const medium = { key: String(count), folder, name: basename(folder), device: statSync(folder).dev, ...change }
      plugged.set(folder, medium)
      changed()
      return medium
    },
    pullOut(folder) {
      plugged.delete(folder)
      changed()
    },
    fail() {
      fails = true
    },
  }
}
