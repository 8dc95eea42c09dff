import type { KioskDescription, KioskStatus, Zone as ZoneView } from '../../shared/contract/kiosk.ts'
import type { HandlersOf } from '../../shared/contract/index.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import { success } from '../../shared/result.ts'
import { claimDays, regulatorOf } from '../../shared/domain/regulator.ts'
import { localeOf } from '../../shared/domain/zoneLocale.ts'
import type { IdentifierRule, Zone } from '../../shared/utility-api/generated/types.gen.ts'
import { readBranch } from '../cache/queries/branch.ts'
import { currentNotices } from '../cache/queries/notices.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import { logPageBug, type Log } from '../log/log.ts'
import type { SyncStatus } from '../sync/startSync.ts'
import { describeNotice } from './notices.ts'
import { registrationRulesOf } from './registrationRules.ts'
import { homeZone, servedZones } from './servedZones.ts'

interface KioskParts {
  db: ReadableDb
  clock: Clock
  log: Log
  syncStatus: () => SyncStatus
  /** What was decided when the program was put together. */
  made: Pick<KioskDescription, 'version' | 'mode' | 'sampleData' | 'configured' | 'printers' | 'diagnostics' | 'scanner' | 'phone' | 'speech' | 'keypad'>
  filing: () => KioskStatus['filing']
  outOfService: () => boolean
  headphones: () => boolean
}

/** What is the same for everyone who comes to the counter. */
export function createKioskService({ db, clock, log, syncStatus, made, filing, outOfService, headphones }: KioskParts) {
  const describe = (): KioskDescription => {
    const branch = readBranch(db)
    return {
      ...made,
      branch: branch && { name: branch.name, timeZone: branch.timeZone },
      homeZoneId: homeZone(db)?.id ?? null,
      zones: servedZones(db).map(describeZone),
    }
  }
  const status = (): KioskStatus => ({ ...describeData(syncStatus()), filing: filing(), outOfService: outOfService(), headphones: headphones() })

  const handlers = {
    'kiosk.describe': () => success(describe()),
    'kiosk.status': () => success(status()),
    'kiosk.notices': () => {
      const timeZone = homeZone(db)?.timeZone ?? readBranch(db)?.timeZone ?? 'UTC'
      const notices = currentNotices(db, { on: businessDate(clock.now(), timeZone) })
      return success({ notices: notices.map(describeNotice) })
    },
    'kiosk.reportBug': ({ name, stack }) => success({ incidentId: logPageBug(log, name, stack) }),
  } satisfies Omit<HandlersOf<'kiosk'>, 'kiosk.privacyNotice'>
  return { handlers, describe, status }
}

const describeData = ({ online, complete, asOf, changesApplied }: SyncStatus): Omit<KioskStatus, 'filing' | 'outOfService' | 'headphones'> => ({
  online,
  data: complete ? 'ready' : 'preparing',
  dataAsOf: asOf,
  changesLoaded: changesApplied,
})

function describeZone(zone: Zone): ZoneView {
  const { id, name, cities, company, service, currency, timeZone, emergencyPhone, issuer, identifiers, regulator } = zone
  return {
    id,
    name,
    cities: shownCities(cities ?? []),
    company,
    service,
    currency,
    timeZone,
    locale: localeOf(zone),
    emergencyPhone: emergencyPhone ?? null,
    phone: issuer.phone || null,
    regulator: regulatorOf(regulator),
    claimBusinessDays: claimDays(regulator),
    account: describeRule(identifiers?.account),
    invoice: describeRule(identifiers?.invoice),
    registration: registrationRulesOf(zone),
  }
}

const describeRule = ({ label, pattern, help }: IdentifierRule = {}): ZoneView['account'] => ({
  label: label ?? null,
  pattern: pattern ?? null,
  help: help ?? null,
})

/** More nobody reads beneath a name. */
const MOST_CITIES = 60

const shownCities = (cities: readonly string[]): string[] => (cities.length <= MOST_CITIES ? [...cities] : [...cities.slice(0, MOST_CITIES - 1), '…'])
