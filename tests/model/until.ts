import { setTimeout as wait } from 'node:timers/promises'

/** Waits for a condition, with patience that only a thing that never comes exhausts. */
export async function until(what: string, condition: () => boolean, patience = 120_000): Promise<void> {
  const deadline = performance.now() + patience
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what}`)
    await wait(20)
  }
}
