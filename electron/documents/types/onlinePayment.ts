import { failure, success, type Result } from '../../../shared/result.ts'
import { takeNumberByJobs } from '../../cache/queries/copyNumbers.ts'
import { findOnlinePayment, isOpened, type OpenedPayment } from '../../cache/queries/onlinePayments.ts'
import { branchAlone } from '../../cache/accountReaders.ts'
import type { ReadableDb } from '../../cache/db.ts'
import type { DocumentType, DrawingParts, Refs, Rendition } from '../documentType.ts'
import { mediaOf } from '../media.ts'
import { namedAccount } from '../namedAccount.ts'
import { onlinePaymentModel, type OnlinePaymentSource } from '../onlinePayment/onlinePaymentModel.ts'
import { printedAt } from '../printedOn.ts'
import { stateNow } from '../../onlinePayments/standing.ts'
import { drawnTicket } from '../tickets/drawnTicket.ts'
import { onlinePaymentTicket } from '../tickets/onlinePaymentTicket.ts'

/** A payment on one's own phone, as the utility told of it last: it works without a network. */
export const onlinePayment: DocumentType<'onlinePayment'> = {
  authorize({ paymentId }, { db, counter }) {
    const payment = findOpened(db, paymentId)
    if (!payment || !counter.mayRead(payment.accountId)) return failure({ code: 'not-allowed' })
    return success({ accountId: payment.accountId, name: payment.reference })
  },
  accountOf: ({ paymentId }, db) => findOpened(db, paymentId)?.accountId,
  countedBy: ({ paymentId }) => paymentId,
  takeCopyNumber: takeNumberByJobs('onlinePayment'),
  auditSubject: ({ paymentId }) => ({ onlinePaymentId: paymentId }),
  fileName: 'Pago en línea',
  draw: {
    async documents(ref, rendition, parts) {
      const source = sourceOf(ref, rendition, parts)
      if (!source.ok) return source
      const { pdf, sheets } = await parts.drawing.drawOnlinePayment(onlinePaymentModel(source.value))
      return success({ bytes: pdf, sheets, kind: 'onlinePayment', media: mediaOf(source.value.zone) })
    },
    async tickets(ref, rendition, parts) {
      const source = sourceOf(ref, rendition, parts)
      return source.ok ? drawnTicket('onlinePayment', onlinePaymentTicket(onlinePaymentModel(source.value)), parts) : source
    },
  },
}

function findOpened(db: ReadableDb, paymentId: string): OpenedPayment | null {
  const payment = findOnlinePayment(db, paymentId)
  return payment && isOpened(payment) ? payment : null
}

function sourceOf({ paymentId }: Refs['onlinePayment'], { copyNumber }: Rendition, { db, clock }: DrawingParts): Result<OnlinePaymentSource> {
  const payment = findOpened(db, paymentId)
  const owner = payment && namedAccount(db, payment.accountId)
  if (!owner) return failure({ code: 'not-found' })
  const { account, zone } = owner
  // Paper is read later: by this machine's own clock, where the utility's is not at hand.
  const time = { hasPassed: (instant: string): boolean => Date.parse(instant) <= clock.now() }
  return success({
    payment,
    state: stateNow(payment, { readers: branchAlone(db), time }),
    account,
    zone,
    copyNumber,
    printedOn: printedAt(clock.now(), zone.timeZone),
  })
}
