import { businessDate } from '../../../shared/domain/dates.ts'
import { readBranch } from '../../cache/queries/branch.ts'
import { takeNumberByJobs } from '../../cache/queries/copyNumbers.ts'
import { accessToPay, accountOfInvoices } from '../access.ts'
import type { DocumentType } from '../documentType.ts'
import { readOwed } from '../owedInvoices.ts'
import { printedAt } from '../printedOn.ts'
import { drawPaySheet } from '../slip/drawPaySheet.ts'
import { cashModel } from '../tickets/cashModel.ts'
import { cashTicket as cashBlocks } from '../tickets/cashTicket.ts'
import { drawnTicket } from '../tickets/drawnTicket.ts'

/** To pay at the cash desk of this branch, from what is owed when it is printed. */
export const cashTicket: DocumentType<'cashTicket'> = {
  authorize: ({ invoiceIds }, parts) => accessToPay(parts, invoiceIds),
  accountOf: ({ invoiceIds }, db) => accountOfInvoices(db, invoiceIds),
  countedBy: ({ invoiceIds: [first = ''] }) => first,
  takeCopyNumber: takeNumberByJobs('cashTicket'),
  auditSubject: ({ invoiceIds }) => ({ invoiceIds: invoiceIds.join(' ') }),
  fileName: 'Pago en caja',
  draw: {
    async documents({ invoiceIds }, { copyNumber }, parts) {
      const owed = readOwed(parts.db, invoiceIds)
      if (!owed.ok) return owed
      const { zone, ...contract } = owed.value
      return drawPaySheet('cashTicket', { zone, contracts: [contract], bank: null, copyNumber }, parts)
    },
    async tickets({ invoiceIds }, _rendition, parts) {
      const owed = readOwed(parts.db, invoiceIds)
      if (!owed.ok) return owed
      const branch = readBranch(parts.db)
      const { timeZone } = owed.value.zone
      const now = parts.clock.now()
      const printedOn = printedAt(now, branch?.timeZone ?? timeZone)
      const model = cashModel({ ...owed.value, branch: branch?.name ?? null, printedOn, today: businessDate(now, timeZone) })
      return drawnTicket('cashTicket', cashBlocks(model), parts)
    },
  },
}
