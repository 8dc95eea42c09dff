import type { Clock } from '../clock.ts'

/** A wait that can be cut short; a wake while nobody waits cuts the next one. */
export interface Pause {
  sleep(milliseconds: number): Promise<void>
  wake(): void
}

export function createPause(clock: Clock): Pause {
  let woken = false
  let end: (() => void) | null = null

  return {
    async sleep(milliseconds) {
      if (!woken) {
        await new Promise<void>((resolve) => {
          const forget = clock.after(milliseconds, resolve)
          end = () => {
            forget()
            resolve()
          }
        })
      }
      end = null
      woken = false
    },
    wake() {
      woken = true
      end?.()
    },
  }
}
