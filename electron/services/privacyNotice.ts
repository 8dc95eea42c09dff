import type { Handlers } from '../../shared/contract/index.ts'
import type { ShownNotice } from '../../shared/contract/filings.ts'
import type { LegalText as ShownText } from '../../shared/contract/kiosk.ts'
import { failure, success } from '../../shared/result.ts'
import { localeOf } from '../../shared/domain/zoneLocale.ts'
import type { LegalText } from '../../shared/utility-api/generated/types.gen.ts'
import { branchAlone, type AccountReaders } from '../cache/accountReaders.ts'
import { findLegalText, isInForce } from '../cache/queries/legalTexts.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Counter } from '../session/counter.ts'
import { zoneOf } from './servedZones.ts'

interface NoticeParts {
  db: ReadableDb
  counter: Pick<Counter, 'mayRead'>
  readers?: AccountReaders
}

/** The notice of the company that serves an account; without one, that of the branch's own zone. */
export function createPrivacyNotice({ db, counter, readers = branchAlone(db) }: NoticeParts) {
  return {
    'kiosk.privacyNotice': ({ language, accountId }) => {
      if (accountId !== null && !counter.mayRead(accountId)) return failure({ code: 'not-allowed' })
      const zone = zoneOf(readers, accountId)
      const locales = [language, ...(zone ? [localeOf(zone)] : [])]
      const text = findLegalText(db, { kind: 'privacyNotice', locales, zoneId: zone?.id ?? null })
      if (!text) return failure({ code: 'not-found' })
      return success(describeLegalText(text))
    },
  } satisfies Pick<Handlers, 'kiosk.privacyNotice'>
}

export const describeLegalText = ({ id, version, title, summary, body }: LegalText): ShownText => ({ id, version, title, summary: summary ?? null, body })

/** What the person agreed to must be what the utility publishes: where it publishes a notice for the account's zone, or the branch's own without an account, the form must have shown one in force there. */
export const isNoticeInForce = (readers: AccountReaders, { accountId, privacyNotice }: { accountId: string | null; privacyNotice: ShownNotice }): boolean =>
  isInForce(readers.of(accountId), 'privacyNotice', zoneOf(readers, accountId)?.id ?? null, privacyNotice)
