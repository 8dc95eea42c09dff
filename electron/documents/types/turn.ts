import { formatDate } from '../../../shared/domain/dates.ts'
import { turnName } from '../../../shared/domain/turns.ts'
import { failure, success } from '../../../shared/result.ts'
import { readBranch } from '../../cache/queries/branch.ts'
import { takeTurn } from '../../cache/queries/turns.ts'
import type { DocumentType } from '../documentType.ts'
import { printedAt } from '../printedOn.ts'
import { drawnTicket } from '../tickets/drawnTicket.ts'
import { turnTicket } from '../tickets/turnTicket.ts'
import { paperLocale } from '../paperLocale.ts'
import { zoneOf } from '../zoneOf.ts'

/** A number in the queue of the counter, for anybody: the number of the copy is the number in the queue. */
export const turn: DocumentType<'turn'> = {
  authorize: () => success({ accountId: null, name: '' }),
  accountOf: () => null,
  countedBy: (_ref, businessDate) => businessDate,
  takeCopyNumber: takeTurn,
  givenOnce: true,
  auditSubject: () => ({}),
  fileName: 'Turno',
  draw: {
    /** Who is sent to the counter does not wait for the first load. */
    async tickets(_ref, { copyNumber }, parts) {
      if (copyNumber === null) return failure({ code: 'not-found' })
      const zone = zoneOf(parts.db, null)
      const branch = readBranch(parts.db)
      const { date, time } = printedAt(parts.clock.now(), branch?.timeZone ?? zone?.timeZone ?? 'UTC')
      const locale = zone ? paperLocale(zone) : 'es-MX'
      const brand = zone?.company ?? null
      const model = { locale, brand, branch: branch?.name ?? null, name: turnName(copyNumber), date: formatDate(date, locale, 'long'), time }
      return drawnTicket('turn', turnTicket(model), parts)
    },
  },
}
