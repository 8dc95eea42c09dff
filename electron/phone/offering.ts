import type { PhoneState } from '../../shared/contract/phone.ts'
import type { Clock } from '../clock.ts'
import { codeOf } from '../faults.ts'
import { logBug, type Log } from '../log/log.ts'
import { createSerialAccess } from '../waiting.ts'
import { serveDocument, type DocumentServer, type ServedFile } from './documentServer.ts'
import type { PhoneSettings } from './phoneSettings.ts'

/** What is offered now. */
export interface Offered {
  /** It is not served any more; what is offered in its place stays. */
  end(): Promise<void>
}

interface Wanted {
  file: ServedFile
  /** As of `secretPath`. */
  path: string
  language: string
  onFetch: () => boolean
}

export interface Offering {
  /** Serves a file in place of the one before; null where nothing can be served. */
  begin(wanted: Wanted): Promise<Offered | null>
  /** Nothing is served any more. */
  end(): Promise<void>
  /** A phone is being sent the file. */
  isSending(): boolean
}

interface OfferingParts {
  clock: Clock
  log: Log
  settings: PhoneSettings
  /** After so many milliseconds it ends by itself. */
  lifetime: number
  onChanged: (state: PhoneState) => void
}

/** The one file that is served at a time, if any. */
export function createOffering({ clock, log, settings, lifetime, onChanged }: OfferingParts): Offering {
  const serially = createSerialAccess()
  let served: { server: DocumentServer; stopTimer: () => void } | null = null

  async function close(): Promise<void> {
    const before = served
    served = null
    before?.stopTimer()
    await before?.server.close()
  }
  /** Whether it was this one that was served. */
  const endOnly = (server: DocumentServer): Promise<boolean> =>
    serially(async () => {
      if (served?.server !== server) return false
      await close()
      return true
    })
  const expire = (server: DocumentServer): void => {
    endOnly(server)
      .then((hasEnded) => hasEnded && onChanged('closed'))
      .catch((error: unknown) => logBug(log, 'phone', error))
  }
  return {
    begin: (wanted) =>
      serially(async () => {
        await close()
        try {
          const events = { onOpened: () => onChanged('opened'), onFetched: () => onChanged('fetched') }
          const server = await serveDocument({ ...wanted, ...events, settings, clock, log })
          served = { server, stopTimer: clock.after(lifetime, () => expire(server)) }
          return { end: async () => void (await endOnly(server)) }
        } catch (error) {
          log.warn({ code: codeOf(error) }, whyNot(error))
          return null
        }
      }),
    end: () => serially(close),
    isSending: () => served?.server.isSending() ?? false,
  }
}

const whyNot = (error: unknown): string =>
  error instanceof Error && 'syscall' in error && error.syscall === 'listen'
    ? 'no document can be served to phones: the address or the port cannot be had'
    : 'no document can be served to phones: the certificate cannot be used'
