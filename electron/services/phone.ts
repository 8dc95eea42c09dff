import type { FileFormat } from '../../shared/contract/documents.ts'
import type { RequestOf } from '../../shared/contract/index.ts'
import type { PhoneOffer, PhoneState } from '../../shared/contract/phone.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Audit } from '../audit/audit.ts'
import type { Clock } from '../clock.ts'
import { qrPicture } from '../documents/qrPicture.ts'
import { storing } from '../faults.ts'
import type { Log } from '../log/log.ts'
import type { ServedFile } from '../phone/documentServer.ts'
import { createOffering, type Offering } from '../phone/offering.ts'
import type { PhoneSettings } from '../phone/phoneSettings.ts'
import { createAllowance } from '../saving/allowance.ts'
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
  /** Documents that one visit may take away like this. */
  limits: { perVisit: number }
  onChanged: (state: PhoneState) => void
}

export interface PhoneService {
  handlers: {
    'phone.offer'(request: RequestOf<'phone.offer'>): Promise<Result<PhoneOffer>>
    'phone.withdraw'(): Result<Record<never, never>>
  }
  /** Nothing of a visit is served after it. */
  endSession(): void
  stop(): Promise<void>
}

interface Wish extends RequestOf<'phone.offer'> {
  authorized: AuthorizedDocument
  session: Session
  number: number
}

/** A document that one phone fetches from the kiosk: one at a time, for five minutes at most, while the visit lasts. */
export function createPhoneService({ settings, limits, ...parts }: PhoneParts): PhoneService {
  const { documents, counter } = parts
  const offering = settings && createOffering({ ...parts, settings, lifetime: LIFETIME })
  const allowance = createAllowance(limits.perVisit)
  /** Counts what was asked for and withdrawn: only the last is served. */
  let asked = 0
  const isWanted = ({ session, number }: Wish): boolean => counter.current().id === session.id && number === asked

  function withdraw(): void {
    asked += 1
    void offering?.end()
  }
  return {
    handlers: {
      'phone.offer': async (request) => {
        if (!offering) return failure({ code: 'phone-unavailable' })
        const authorized = documents.authorize(request.document)
        if (!authorized.ok) return authorized
        asked += 1
        const wish = { ...request, authorized: authorized.value, session: counter.current(), number: asked }
        const network = settings?.network ?? null
        return allowance.spend(wish.session.id, () => offer(wish, { ...parts, offering, isWanted, network }))
      },
      'phone.withdraw': () => {
        withdraw()
        return success({})
      },
    },
    endSession: withdraw,
    stop: async () => offering?.end(),
  }
}

interface OfferParts extends Pick<PhoneParts, 'documents' | 'clock' | 'audit'> {
  offering: Offering
  isWanted: (wish: Wish) => boolean
  network: string | null
}

async function offer(wish: Wish, parts: OfferParts): Promise<Result<PhoneOffer>> {
  const { documents, audit, offering, isWanted } = parts
  const filed = await documents.file(wish.authorized.ref, wish.format)
  if (!filed.ok) return filed
  // Whoever has come meanwhile is not shown what the one before asked for.
  if (!isWanted(wish)) return failure({ code: 'not-allowed' })
  const record = (outcome: string): boolean => storing(() => success(audit.record(entryOf({ ...wish, filed: filed.value, place: 'phone', outcome })))).ok
  const url = await offering.begin({ file: servedFile(filed.value, wish.format), language: wish.language, onFetch: () => record('fetched') })
  if (url === null) return failure({ code: 'phone-unavailable' })
  const described = describe(url, parts)
  if (isWanted(wish) && described.ok && record('offered')) return described
  await offering.end()
  if (!isWanted(wish)) return failure({ code: 'not-allowed' })
  return described.ok ? failure({ code: 'cannot-store' }) : described
}

function describe(url: string, { clock, network }: OfferParts): Result<PhoneOffer> {
  const qr = qrPicture(url)
  return qr ? success({ qr, expiresAt: new Date(clock.now() + LIFETIME).toISOString(), network }) : failure({ code: 'phone-unavailable' })
}

const servedFile = ({ name, extension, bytes }: FiledDocument, format: FileFormat): ServedFile => ({
  fileName: `${safeName(name)}.${extension}`,
  mediaType: MEDIA_TYPES[format],
  bytes,
})
