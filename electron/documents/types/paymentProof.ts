import { formatDate } from '../../../shared/domain/dates.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { failure, success } from '../../../shared/result.ts'
import { takeNumberByJobs } from '../../cache/queries/copyNumbers.ts'
import { findPayment } from '../../cache/queries/payments.ts'
import type { DocumentType } from '../documentType.ts'
import { mediaOf } from '../media.ts'
import { namedAccount } from '../namedAccount.ts'
import { paymentProofModel } from '../paymentProof/paymentProofModel.ts'
import { readPayments } from '../paymentProof/readPayments.ts'
import { printedAt } from '../printedOn.ts'
import { readAsOf } from '../readAsOf.ts'

/** What the utility has recorded of one payment. */
export const paymentProof: DocumentType<'paymentProof'> = {
  authorize({ paymentId }, { db, counter }) {
    const payment = findPayment(db, paymentId)
    if (!payment || !counter.mayRead(payment.accountId)) return failure({ code: 'not-allowed' })
    const owner = namedAccount(db, payment.accountId)
    if (!owner) return failure({ code: 'not-found' })
    const { locale, zone } = owner
    const name = `${formatDate(payment.paidOn, locale, 'short')}, ${formatMoney(payment.amount, zone.currency, locale)}`
    return success({ accountId: payment.accountId, name })
  },
  accountOf: ({ paymentId }, db) => findPayment(db, paymentId)?.accountId,
  countedBy: ({ paymentId }) => paymentId,
  takeCopyNumber: takeNumberByJobs('paymentProof'),
  auditSubject: ({ paymentId }) => ({ paymentId }),
  fileName: 'Comprobante de pago',
  draw: {
    async documents({ paymentId }, rendition, { db, clock, drawing }) {
      const accountId = findPayment(db, paymentId)?.accountId
      const owner = accountId === undefined ? null : namedAccount(db, accountId)
      const [record] = owner ? readPayments(db, owner.account, (all) => all.filter(({ id }) => id === paymentId)) : []
      if (!owner || !record) return failure({ code: 'not-found' })
      const { account, zone } = owner
      const model = paymentProofModel({
        record,
        account,
        zone,
        rendition,
        printedOn: printedAt(clock.now(), zone.timeZone),
        asOf: readAsOf(db, zone.timeZone),
      })
      const { pdf, sheets } = await drawing.drawPaymentProof(model)
      return success({ bytes: pdf, sheets, kind: 'paymentProof', media: mediaOf(zone) })
    },
  },
}
