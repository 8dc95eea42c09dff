import type { Correction, CorrectionForm, OpenedCommand } from '../../shared/contract/outbox.ts'
import type { Topic as ShownTopic } from '../../shared/contract/requests.ts'
import { folioToAddTo, openClaimOf } from '../../shared/domain/openClaim.ts'
import { localeOf } from '../../shared/domain/zoneLocale.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Account, Command, Zone } from '../../shared/utility-api/generated/types.gen.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { readBody, type StoredCommand } from '../cache/queries/commands.ts'
import { listInvoices } from '../cache/queries/invoices.ts'
import { listTopics } from '../cache/queries/topics.ts'
import { findZone } from '../cache/queries/zones.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import { zoneOf } from '../documents/zoneOf.ts'
import { isCorrectable, readForm, refillOf } from '../filings/filingTypes.ts'
import { readMessage } from '../filings/types/contact.ts'
import type { Message } from '../outbox/outbox.ts'
import { describeTopic as describeContactTopic } from './contact.ts'
import { conventionsOf } from './conventions.ts'
import { requestsOf } from './filedRequests.ts'
import { describeTopic } from './requests.ts'

/** Of the account's invoices, more than anybody disputes. */
const MOST_INVOICES = 120

interface Owner {
  account: Account
  zone: Zone
}

/** The account of a command, as the branch knows it: whoever serves may correct it, whether or not its customer stands there. */
function ownerOf(db: ReadableDb, { accountId }: StoredCommand): Owner | null {
  const account = accountId === null ? null : findAccount(db, accountId)
  const zone = account && findZone(db, account.zoneId)
  return account && zone ? { account, zone } : null
}

/** Why a refused command cannot be corrected here; null where it can. */
export function whyUncorrectable(db: ReadableDb, stored: StoredCommand): OpenedCommand['uncorrectable'] {
  const command = readBody(stored.body)
  if (!command) return 'unreadable'
  const { kind } = command
  if (!isCorrectable(kind)) return kind
  return stored.accountId !== null && !ownerOf(db, stored) ? 'account' : null
}

/** What a correction is filled in with. Problems: account-withdrawn, not-correctable. */
export function beginCorrection(db: ReadableDb, stored: StoredCommand): Result<Correction> {
  const command = readBody(stored.body)
  const owner = ownerOf(db, stored)
  if (stored.accountId !== null && !owner) return failure({ code: 'account-withdrawn' })
  const zone = owner?.zone ?? zoneOf(db, null)
  const form = command && zone && refillOf(command, { db, zone, locale: localeOf(zone) })
  if (!form) return failure({ code: 'not-correctable' })
  return success({
    commandId: stored.id,
    folio: stored.localFolio,
    refusal: stored.refusal,
    form,
    conventions: conventionsOf(zone),
    topics: topicsFor(db, form.kind),
    contactTopics: form.kind === 'contact' ? listTopics(db).flatMap(describeContactTopic) : [],
    invoices: owner
      ? listInvoices(db, owner.account.id)
          .slice(0, MOST_INVOICES)
          .map(({ id, number, total }) => ({ id, number, total }))
      : [],
  })
}

const topicsFor = (db: ReadableDb, kind: CorrectionForm['kind']): ShownTopic[] =>
  listTopics(db)
    .filter((topic) => topic.kind === kind)
    .flatMap(describeTopic)

interface CorrectionParts {
  db: ReadableDb
  clock: Clock
}

/**
 * What a correction says, ready to be filed: by the rules of every form of its kind. The customer's agreement to the privacy notice is the one that they gave.
 * Problems: invalid-fields, account-withdrawn, not-correctable.
 */
export function readCorrection({ db, clock }: CorrectionParts, stored: StoredCommand, form: CorrectionForm): Result<Message> {
  const corrected = readBody(stored.body)
  if (corrected?.kind !== form.kind) return failure({ code: 'not-correctable' })
  const message = form.kind === 'contact' ? readContact(form, { db, clock }) : readOfAccount(form, stored, { db, clock, corrected })
  return message.ok ? success(withConsent(message.value, corrected)) : message
}

const blank = { formId: '', privacyNotice: null }

function readContact({ kind, ...form }: Extract<CorrectionForm, { kind: 'contact' }>, parts: CorrectionParts): Result<Message> {
  const payload = readMessage({ ...blank, ...form, noticeOf: null }, parts)
  return payload.ok ? success({ kind, payload: payload.value }) : payload
}

type OfAccount = Exclude<CorrectionForm, { kind: 'contact' }>

function readOfAccount(form: OfAccount, stored: StoredCommand, { db, clock, corrected }: CorrectionParts & { corrected: Command }): Result<Message> {
  const owner = ownerOf(db, stored)
  if (!owner) return failure({ code: 'account-withdrawn' })
  const accountId = owner.account.id
  const openClaim = (folio: string): string | null => {
    const claim = openClaimOf(requestsOf(db, accountId), folio)
    return claim && folioToAddTo(claim)
  }
  return readForm({ ...blank, accountId, ...form }, { db, clock, ...owner, masking: 'full', locale: localeOf(owner.zone), openClaim, corrected })
}

function withConsent(message: Message, corrected: Command): Message {
  const consent = 'replyTo' in corrected.payload ? corrected.payload.replyTo?.consent : undefined
  if (!consent || !mayReply(message)) return message
  const payload = { ...message.payload, replyTo: { ...message.payload.replyTo, consent } }
  return { ...message, payload } as Message
}

type WithReply = Extract<Message, { kind: 'question' | 'claim' | 'contact' }>
const mayReply = (message: Message): message is WithReply => message.kind === 'question' || message.kind === 'claim' || message.kind === 'contact'
