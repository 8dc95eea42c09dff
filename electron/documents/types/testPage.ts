import type { PrinterRole } from '../../../shared/contract/printing.ts'
import { failure, success } from '../../../shared/result.ts'
import { readBranch } from '../../cache/queries/branch.ts'
import { takeNumberByJobs } from '../../cache/queries/copyNumbers.ts'
import type { DocumentType, Drawer } from '../documentType.ts'
import { pageOf } from '../letterhead.ts'
import { mediaOf } from '../media.ts'
import { printedAt } from '../printedOn.ts'
import { testTicket } from '../tickets/testTicket.ts'
import { zoneOf } from '../zoneOf.ts'

/** Every printer that is set up can be tried. */
type TestPage = DocumentType<'testPage'> & { draw: Record<PrinterRole, Drawer<'testPage'>> }

/** What staff look at who set up a printer; no session may have it. */
export const testPage: TestPage = {
  authorize: () => failure({ code: 'not-allowed' }),
  accountOf: () => null,
  countedBy: (_ref, businessDate) => businessDate,
  takeCopyNumber: takeNumberByJobs('testPage'),
  givenOnce: true,
  auditSubject: () => ({}),
  fileName: 'Prueba',
  draw: {
    /** A printer is set up before the first load: without a zone it is a letter. */
    async documents(_ref, _rendition, { db, clock, drawing }) {
      const zone = zoneOf(db, null)
      const branch = readBranch(db)
      const printedOn = printedAt(clock.now(), branch?.timeZone ?? zone?.timeZone ?? 'UTC')
      const { pdf, sheets } = await drawing.drawTestSheet({ page: zone ? pageOf(zone) : 'LETTER', printedOn, place: branch?.name ?? 'Ventanilla' })
      return success({ bytes: pdf, sheets, kind: 'testPage', media: zone ? mediaOf(zone) : 'letter' })
    },
    async tickets(_ref, _rendition, { db, clock, widthMm }) {
      const printedOn = printedAt(clock.now(), readBranch(db)?.timeZone ?? 'UTC')
      return success({ bytes: testTicket(widthMm, printedOn), sheets: 1, kind: 'testPage' })
    },
  },
}
