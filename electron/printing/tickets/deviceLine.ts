import { constants } from 'node:fs'
import { open, stat, type FileHandle } from 'node:fs/promises'
import type { Clock } from '../../clock.ts'
import { codeOf } from '../../faults.ts'
import type { Log } from '../../log/log.ts'
import { sleep } from '../../waiting.ts'
import { piecesOf, SHORT_REST, type Line, type OpenLine } from './line.ts'

interface DeviceParts {
  path: string
  clock: Clock
  log: Log
}

const { O_RDWR, O_WRONLY, O_NONBLOCK, O_NOCTTY } = constants

/**
 * Connections to a printer behind a device file (`/dev/usb/lp0`). A pipe is accepted, and never answers; an ordinary file is refused, because
 * with a mistyped path tickets would be lost without an error. Opened without blocking: a printer that hangs must not block a thread.
 */
export function deviceLines({ path, clock, log }: DeviceParts): OpenLine {
  return async () => {
    try {
      const file = await stat(path)
      if (!file.isCharacterDevice() && !file.isFIFO()) return unusable(log, 'ENODEV')
      const mode = file.isFIFO() ? O_WRONLY : O_RDWR
      const handle = await open(path, mode | O_NONBLOCK | O_NOCTTY)
      return lineOver(handle, mode === O_RDWR, clock)
    } catch (error) {
      const code = codeOf(error)
      return code === 'EBUSY' ? 'busy' : unusable(log, code)
    }
  }
}

function unusable(log: Log, code: string): 'unreachable' {
  log.warn({ code }, 'ticket printer device not opened')
  return 'unreachable'
}

function lineOver(handle: FileHandle, answers: boolean, clock: Clock): Line {
  let isDown = false
  const buffer = Buffer.alloc(256)

  /** Tries an operation until the device is ready; null after so long, or when the device is gone. */
  async function whenReady(patience: number, attempt: () => Promise<number>): Promise<number | null> {
    for (const start = clock.elapsed(); !isDown; await sleep(clock, SHORT_REST)) {
      try {
        const count = await attempt()
        if (count > 0) return count
      } catch (error) {
        if (codeOf(error) !== 'EAGAIN') isDown = true
      }
      if (clock.elapsed() - start >= patience) return null
    }
    return null
  }
  return {
    async send(bytes, patience) {
      for (const piece of piecesOf(bytes)) {
        for (let at = 0; at < piece.length;) {
          const count = await whenReady(patience, async () => (await handle.write(piece, at)).bytesWritten)
          if (count === null) return false
          at += count
        }
      }
      return true
    },
    async receive(patience) {
      if (!answers) await whenReady(patience, () => Promise.resolve(0))
      const count = answers ? await whenReady(patience, async () => (await handle.read(buffer)).bytesRead) : null
      if (count === null) return isDown ? null : new Uint8Array()
      return Uint8Array.from(buffer.subarray(0, count))
    },
    close() {
      if (!isDown) void handle.close().catch(() => undefined)
      isDown = true
    },
  }
}
