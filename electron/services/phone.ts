import type { FileFormat } from '../../shared/contract/documents.ts'
import type { RequestOf } from '../../shared/contract/index.ts'
import type { PhoneOffer, PhoneState } from '../../shared/contract/phone.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Audit } from '../audit/audit.ts'
import type { Clock } from '../clock.ts'
import { qrPicture } from '../documents/qrPicture.ts'
import { storing } from '../faults.ts'
import type { Log } from '../log/log.ts'
import { secretPath, type ServedFile } from '../phone/documentServer.ts'
import { createOffering, type Offering } from '../phone/offering.ts'
import { originOf, type PhoneSettings } from '../phone/phoneSettings.ts'
import type { Allowance } from '../saving/allowance.ts'
import { safeName } from '../saving/names.ts'
import type { Counter, Session } from '../session/counter.ts'
import type { AuthorizedDocument, Documents, FiledDocument } from './documents.ts'
import { entryOf } from './savingEntry.ts'

const LIFETIME = 5 * 60_000

const MEDIA_TYPES: Record<FileFormat, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  xml: 'application/xml',
}

interface PhoneParts {
  documents: Pick<Documents, 'authorize' | 'file'>
  counter: Pick<Counter, 'current'>
  clock: Clock
  log: Log
  audit: Audit
  /** null: this kiosk serves no phone. */
  settings: PhoneSettings | null
  /** Of the files that one visit may take away, also by other ways. */
  allowance: Allowance
  onChanged: (state: PhoneState) => void
}

export interface PhoneService {
  handlers: {
    'phone.offer'(request: RequestOf<'phone.offer'>): Promise<Result<PhoneOffer>>
    'phone.withdraw'(): Result<Record<never, never>>
  }
  /** A phone is being sent a document of this session: who waits for it has not left. */
  isSending(sessionId: string): boolean
  /** Nothing of a visit is served after it. */
  endSession(): void
  /** Nothing is served any more, also not what is still drawn. */
  stop(): Promise<void>
}

interface Wish extends RequestOf<'phone.offer'> {
  authorized: AuthorizedDocument
  session: Session
}

/** A document that one phone fetches from the kiosk: one at a time, for five minutes at most, while the visit lasts. */
export function createPhoneService({ settings, allowance, ...parts }: PhoneParts): PhoneService {
  const { documents, counter } = parts
  const serving = settings && { settings, offering: createOffering({ ...parts, settings, lifetime: LIFETIME }) }
  /** Only the last that was asked for, and not withdrawn, is served. */
  let last: Wish | null = null
  let stopped = false
  const isWanted = (wish: Wish): boolean => counter.current().id === wish.session.id && wish === last

  async function withdraw(): Promise<void> {
    last = null
    await serving?.offering.end()
  }
  return {
    handlers: {
      'phone.offer': async (request) => {
        if (!serving || stopped) return failure({ code: 'phone-unavailable' })
        const authorized = documents.authorize(request.document)
        if (!authorized.ok) return authorized
        const wish = { ...request, authorized: authorized.value, session: counter.current() }
        last = wish
        return allowance.spend(wish.session.id, () => offer(wish, { ...parts, ...serving, isWanted }))
      },
      'phone.withdraw': () => {
        void withdraw()
        return success({})
      },
    },
    isSending: (sessionId) => last?.session.id === sessionId && (serving?.offering.isSending() ?? false),
    endSession: () => void withdraw(),
    async stop() {
      stopped = true
      await withdraw()
    },
  }
}

interface OfferParts extends Pick<PhoneParts, 'documents' | 'clock' | 'audit'> {
  offering: Offering
  settings: PhoneSettings
  isWanted: (wish: Wish) => boolean
}

/** Once a copy is numbered, the audit says what became of it. */
async function offer(wish: Wish, parts: OfferParts): Promise<Result<PhoneOffer>> {
  const { documents, audit } = parts
  const filed = await documents.file(wish.authorized.ref, wish.format)
  if (!filed.ok) return filed
  const record = (outcome: string): boolean => storing(() => success(audit.record(entryOf({ ...wish, filed: filed.value, place: 'phone', outcome })))).ok
  const offered = await serve(wish, { ...parts, file: servedFile(filed.value, wish.format), record })
  if (!offered.ok) record(offered.problem.code)
  return offered
}

interface ServeParts extends OfferParts {
  file: ServedFile
  record: (outcome: string) => boolean
}

async function serve(wish: Wish, { offering, settings, clock, isWanted, file, record }: ServeParts): Promise<Result<PhoneOffer>> {
  // Whoever has come meanwhile is not shown what the one before asked for.
  if (!isWanted(wish)) return failure({ code: 'not-allowed' })
  const path = secretPath()
  const qr = qrPicture(originOf(settings) + path)
  const offered = qr && (await offering.begin({ file, path, language: wish.language, onFetch: () => record('fetched') }))
  if (!offered) return failure({ code: 'phone-unavailable' })
  const code = !isWanted(wish) ? 'not-allowed' : !record('offered') ? 'cannot-store' : null
  if (code === null) return success({ qr, expiresAt: new Date(clock.now() + LIFETIME).toISOString(), network: settings.network ?? null })
  await offered.end()
  return failure({ code })
}

const servedFile = ({ name, extension, bytes }: FiledDocument, format: FileFormat): ServedFile => ({
  fileName: `${safeName(name)}.${extension}`,
  mediaType: MEDIA_TYPES[format],
  bytes,
})
