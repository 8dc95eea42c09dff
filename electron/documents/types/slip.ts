import { failure, success } from '../../../shared/result.ts'
import { findBank } from '../../cache/queries/banks.ts'
import { takeNumberByJobs } from '../../cache/queries/copyNumbers.ts'
import { accessToPay, accountOfInvoices } from '../access.ts'
import type { DocumentType } from '../documentType.ts'
import { readOwed } from '../owedInvoices.ts'
import { drawPaySheet } from '../slip/drawPaySheet.ts'

/** To pay at a bank or store, from what is owed when it is printed. */
export const slip: DocumentType<'slip'> = {
  authorize({ bankId, invoiceIds }, parts) {
    const access = accessToPay(parts, invoiceIds)
    const bank = findBank(parts.db, bankId)
    if (!access.ok) return access
    return bank ? success({ ...access.value, name: `${bank.name} · ${access.value.name}` }) : failure({ code: 'not-allowed' })
  },
  accountOf: ({ invoiceIds }, db) => accountOfInvoices(db, invoiceIds),
  countedBy: ({ invoiceIds: [first = ''] }) => first,
  takeCopyNumber: takeNumberByJobs('slip'),
  auditSubject: ({ bankId, invoiceIds }) => ({ bankId, invoiceIds: invoiceIds.join(' ') }),
  fileName: 'Ficha de pago',
  draw: {
    async documents({ bankId, invoiceIds }, rendition, parts) {
      const owed = readOwed(parts.db, invoiceIds)
      const bank = findBank(parts.db, bankId)
      if (!owed.ok) return owed
      if (!bank?.zoneIds.includes(owed.value.zone.id)) return failure({ code: 'not-found' })
      return drawPaySheet('slip', { ...owed.value, bank, copyNumber: rendition.copyNumber }, parts)
    },
  },
}
