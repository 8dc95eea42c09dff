import { businessDate } from '../../../shared/domain/dates.ts'
import { failure } from '../../../shared/result.ts'
import { findAccount } from '../../cache/queries/accounts.ts'
import { takeNumberByJobs } from '../../cache/queries/copyNumbers.ts'
import { accessToAccount } from '../access.ts'
import { consumptionWords } from '../consumption/consumptionWords.ts'
import type { DocumentType } from '../documentType.ts'
import { namedAccount } from '../namedAccount.ts'
import { namedFile } from '../namedFile.ts'

/** The readings of an account, as workbook, CSV or Green Button; never on paper. */
export const consumption: DocumentType<'consumption'> = {
  authorize: ({ accountId }, parts) => accessToAccount(parts, { accountId, name: findAccount(parts.db, accountId)?.number ?? '' }),
  accountOf: ({ accountId }) => accountId,
  countedBy: ({ accountId }) => accountId,
  takeCopyNumber: takeNumberByJobs('consumption'),
  auditSubject: () => ({}),
  fileName: 'Consumos',
  draw: {},
  async makeFile({ accountId }, format, { db, clock, records }) {
    const owner = namedAccount(db, accountId)
    if (!owner) return failure({ code: 'not-found' })
    if (format === 'pdf') return failure({ code: 'document-failed' })
    const now = clock.now()
    const name = `${consumptionWords(owner.locale).title} ${owner.number} ${businessDate(now, owner.zone.timeZone)}`
    return namedFile(name, format, await records.consumptionFile({ accountId, format, createdAt: now }))
  },
}
