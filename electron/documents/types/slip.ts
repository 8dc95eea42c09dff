import { failure, success, type Result } from '../../../shared/result.ts'
import { findBank } from '../../cache/queries/banks.ts'
import { takeNumberByJobs } from '../../cache/queries/copyNumbers.ts'
import { accessToPay, accessToPayTogether, accountOfInvoices } from '../access.ts'
import type { DocumentType, DrawingParts, Refs } from '../documentType.ts'
import { type OwedTogether, readOwed, readOwedTogether } from '../owedInvoices.ts'
import { drawPaySheet } from '../slip/drawPaySheet.ts'

/** To pay at a bank or store, from what is owed when it is printed; of one account, or of several of a zone. */
export const slip: DocumentType<'slip'> = {
  authorize({ bankId, invoiceIds, accountIds }, parts) {
    const access = accountIds ? accessToPayTogether(parts, { accountIds, invoiceIds }) : accessToPay(parts, invoiceIds)
    const bank = findBank(parts.db, bankId)
    if (!access.ok) return access
    return bank ? success({ ...access.value, name: `${bank.name} · ${access.value.name}` }) : failure({ code: 'not-allowed' })
  },
  accountOf: ({ invoiceIds }, db) => accountOfInvoices(db, invoiceIds),
  countedBy: ({ invoiceIds: [first = ''] }) => first,
  takeCopyNumber: takeNumberByJobs('slip'),
  auditSubject: ({ bankId, invoiceIds, accountIds }) => ({
    bankId,
    invoiceIds: invoiceIds.join(' '),
    ...(accountIds && { accountIds: accountIds.join(' ') }),
  }),
  fileName: 'Ficha de pago',
  draw: {
    async documents(ref, rendition, parts) {
      const owed = readWhatIsPaid(ref, parts)
      const bank = findBank(parts.db, ref.bankId)
      if (!owed.ok) return owed
      if (!bank?.zoneIds.includes(owed.value.zone.id)) return failure({ code: 'not-found' })
      return drawPaySheet('slip', { ...owed.value, bank, copyNumber: rendition.copyNumber }, parts)
    },
  },
}

function readWhatIsPaid({ invoiceIds, accountIds }: Refs['slip'], { db, readers }: DrawingParts): Result<OwedTogether> {
  if (accountIds) return readOwedTogether(readers, { accountIds, invoiceIds })
  const owed = readOwed(db, invoiceIds)
  if (!owed.ok) return owed
  const { zone, ...contract } = owed.value
  return success({ zone, contracts: [contract] })
}
