import { readInvoiceDelivery } from '../../../shared/domain/invoiceDeliveryFields.ts'
import { problemsOf, valueOf } from '../../../shared/domain/typedFields.ts'
import { failure, success } from '../../../shared/result.ts'
import { isInForce } from '../../cache/queries/legalTexts.ts'
import { askedDelivery } from '../askedDelivery.ts'
import type { FormType } from '../filingType.ts'
import { knownEmail } from '../knownEmail.ts'

export const invoiceDelivery: FormType<'invoiceDelivery'> = {
  read(form, { db, clock, account, zone, masking }) {
    const { consent } = form
    const known = knownEmail(account)
    const current = askedDelivery(db, account, clock.now()) ? null : account.invoiceDelivery
    const fields = readInvoiceDelivery(form, { current, asksEmail: known === null && masking === 'full' })
    const problems = problemsOf(fields)
    if (problems.length > 0) return failure({ code: 'invalid-fields', fields: problems })
    const delivery = valueOf(fields.delivery)
    if (delivery === 'paper') return success({ delivery })
    const email = known ?? valueOf(fields.email)
    if (email === null || consent === null || !isInForce(db, 'eInvoiceConsent', zone.id, consent)) return failure({ code: 'consent-changed' })
    return success({ delivery, email, consent: { legalTextId: consent.id, version: consent.version, at: new Date(clock.now()).toISOString() } })
  },
  facts: ({ delivery }, writer) => [['delivery', writer.choice('deliveries', delivery)]],
  text: () => '',
  // Nobody agrees in a customer's name.
  refill: null,
}
