import type { Handlers } from '../../shared/contract/index.ts'
import type { FilingForm } from '../../shared/contract/filings.ts'
import { failure, success } from '../../shared/result.ts'
import { localeOf } from '../../shared/domain/zoneLocale.ts'
import { findLegalText, listLegalTexts } from '../cache/queries/legalTexts.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Counter } from '../session/counter.ts'
import { accountsOf } from '../session/person.ts'
import { zoneOf } from './servedZones.ts'

/** The notice of the company that serves the open account; while none is open, that of the branch's own zone. */
export function createPrivacyNotice({ db, counter }: { db: ReadableDb; counter: Pick<Counter, 'current'> }) {
  return {
    'kiosk.privacyNotice': ({ language }) => {
      const [accountId = null] = accountsOf(counter.current().person)
      const zone = zoneOf(db, accountId)
      const locales = [language, ...(zone ? [localeOf(zone)] : [])]
      const text = findLegalText(db, { kind: 'privacyNotice', locales, zoneId: zone?.id ?? null })
      if (!text) return failure({ code: 'not-found' })
      const { id, version, title, summary, body } = text
      return success({ id, version, title, summary: summary ?? null, body })
    },
  } satisfies Pick<Handlers, 'kiosk.privacyNotice'>
}

/** What the person agreed to must be what the utility publishes: where it publishes a notice for the account's zone, the form must have shown one in force there. */
export function isNoticeInForce(db: ReadableDb, { accountId, privacyNotice }: Pick<FilingForm, 'accountId' | 'privacyNotice'>): boolean {
  const zoneId = zoneOf(db, accountId)?.id ?? null
  if (!privacyNotice) return findLegalText(db, { kind: 'privacyNotice', locales: [], zoneId }) === null
  const inForce = listLegalTexts(db, 'privacyNotice').find(({ id, version }) => id === privacyNotice.id && version === privacyNotice.version)
  return inForce !== undefined && (!inForce.zoneId || inForce.zoneId === zoneId)
}
