import { readInvoiceDelivery } from '../../../shared/domain/invoiceDeliveryFields.ts'
import { problemsOf, valueOf } from '../../../shared/domain/typedFields.ts'
import { failure, success } from '../../../shared/result.ts'
import { isInForce } from '../../cache/queries/legalTexts.ts'
import type { FormType } from '../filingType.ts'
import { askedDelivery } from '../askedDelivery.ts'

export const invoiceDelivery: FormType<'invoiceDelivery'> = {
  read(form, { db, clock, account, zone }) {
    const { consent } = form
    const current = askedDelivery(db, account) === null ? account.invoiceDelivery : null
    const fields = readInvoiceDelivery(form, { current, hasEmail: (account.email ?? '') !== '', hasConsent: consent !== null })
    const problems = problemsOf(fields)
    if (problems.length > 0) return failure({ code: 'invalid-fields', fields: problems })
    const delivery = valueOf(fields.delivery)
    if (delivery === 'paper') return success({ delivery })
    if (!isInForce(db, 'eInvoiceConsent', zone.id, consent)) return failure({ code: 'consent-changed' })
    const email = valueOf(fields.email) ?? account.email
    const at = new Date(clock.now()).toISOString()
    return success({ delivery, ...(email && { email }), ...(consent && { consent: { legalTextId: consent.id, version: consent.version, at } }) })
  },
  facts: ({ delivery }, writer) => [['delivery', writer.choice('deliveries', delivery)]],
  text: () => '',
}
