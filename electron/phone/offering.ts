import type { PhoneState } from '../../shared/contract/phone.ts'
import type { Clock } from '../clock.ts'
import { codeOf } from '../faults.ts'
import { logBug, type Log } from '../log/log.ts'
import { createSerialAccess } from '../waiting.ts'
import { serveDocument, type DocumentServer, type ServedFile } from './documentServer.ts'
import type { PhoneSettings } from './phoneSettings.ts'

export interface Offering {
  /** Serves a file in place of the one before; its address, or null where nothing can be served. */
  begin(wanted: { file: ServedFile; language: string; onFetch: () => boolean }): Promise<string | null>
  /** Nothing is served any more. */
  end(): Promise<void>
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
  const end = (): Promise<void> => serially(close)
  const expire = (): void => {
    end()
      .then(() => onChanged('closed'))
      .catch((error: unknown) => logBug(log, 'phone', error))
  }
  return {
    begin: (wanted) =>
      serially(async () => {
        await close()
        try {
          const told = { onOpened: () => onChanged('opened'), onFetched: () => onChanged('fetched') }
          const server = await serveDocument({ ...wanted, ...told, settings, clock })
          served = { server, stopTimer: clock.after(lifetime, expire) }
          return server.url
        } catch (error) {
          log.warn({ code: codeOf(error) }, 'no document can be served to phones at this address and port')
          return null
        }
      }),
    end,
  }
}
