import type { HandlersOf } from '../../shared/contract/index.ts'
import type { KnownToday, ReadingToBring } from '../../shared/contract/reading.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import { windowState } from '../../shared/domain/readingWindow.ts'
import { success } from '../../shared/result.ts'
import type { Account } from '../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import { readingOn, readingsOfMeter } from '../filings/readingToday.ts'
import type { Counter } from '../session/counter.ts'
import type { AccountAccess } from './accountAccess.ts'
import { consumptionRows } from './consumptionRows.ts'
import { describeFiled } from './filedRequests.ts'

interface ReadingParts {
  clock: Clock
  counter: Pick<Counter, 'current'>
  accounts: AccountAccess
}

/** Whether a customer may bring the reading of the meter today, and what is known of the meter; it is filed with the other requests. */
export function createReadingService({ clock, counter, accounts }: ReadingParts) {
  return {
    'reading.show': ({ accountId }) => {
      const opened = accounts.open(accountId)
      if (!opened.ok) return opened
      const { account, zone, header, db } = opened.value
      const today = businessDate(clock.now(), zone.timeZone)
      return success({
        account: header,
        meterNumber: account.meterNumber,
        today,
        window: windowOf(account, today),
        readings: consumptionRows(readingsOfMeter(db, account)),
        knownToday: knownToday(db, account, today, counter.current().id),
      })
    },
  } satisfies HandlersOf<'reading'>
}

function windowOf({ readingWindow }: Account, today: string): ReadingToBring['window'] {
  const state = windowState(readingWindow, today)
  return readingWindow && state ? { state, opensOn: readingWindow.opensOn, closesOn: readingWindow.closesOn } : null
}

/** Its command, and so the receipt, belongs to the visit in which it was filed. */
function knownToday(db: ReadableDb, account: Account, today: string, visit: string): KnownToday | null {
  const known = readingOn(db, account, today)
  if (!known) return null
  const { reading, filed } = known
  const described = filed && describeFiled(db, filed)
  return {
    value: reading.value,
    filed: described && {
      commandId: filed.sessionId === visit ? described.commandId : null,
      folio: described.folio,
      at: described.filedAt,
      state: described.state,
    },
  }
}
