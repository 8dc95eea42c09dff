import { failure, success } from '../../../shared/result.ts'
import { findAgreement } from '../../cache/queries/agreements.ts'
import { takeNumberByJobs } from '../../cache/queries/copyNumbers.ts'
import { accessToAccount } from '../access.ts'
import { agreementModel } from '../agreement/agreementModel.ts'
import type { DocumentType } from '../documentType.ts'
import { mediaOf } from '../media.ts'
import { namedAccount } from '../namedAccount.ts'
import { printedAt } from '../printedOn.ts'
import { readAsOf } from '../readAsOf.ts'

/** A payment agreement with its installments, as it stands when it is printed. */
export const agreement: DocumentType<'agreement'> = {
  authorize({ agreementId }, { db, counter }) {
    const asked = findAgreement(db, agreementId)
    return asked ? accessToAccount({ counter }, { accountId: asked.accountId, name: asked.number }) : failure({ code: 'not-allowed' })
  },
  accountOf: ({ agreementId }, db) => findAgreement(db, agreementId)?.accountId,
  countedBy: ({ agreementId }) => agreementId,
  takeCopyNumber: takeNumberByJobs('agreement'),
  auditSubject: ({ agreementId }) => ({ agreementId }),
  fileName: 'Acuerdo de pago',
  draw: {
    async documents({ agreementId }, rendition, { db, clock, drawing }) {
      const found = findAgreement(db, agreementId)
      const owner = found && namedAccount(db, found.accountId)
      if (!owner) return failure({ code: 'not-found' })
      const { account, zone } = owner
      const printedOn = printedAt(clock.now(), zone.timeZone)
      const asOf = readAsOf(db, zone.timeZone)
      const { pdf, sheets } = await drawing.drawAgreement(agreementModel({ agreement: found, account, zone, printedOn, asOf, rendition }))
      return success({ bytes: pdf, sheets, kind: 'agreement', media: mediaOf(zone) })
    },
  },
}
