import { success } from '../../../shared/result.ts'
import { readBranch } from '../../cache/queries/branch.ts'
import { pageOf } from '../letterhead.ts'
import { printedAt } from '../printedOn.ts'
import type { Drawer } from '../documentType.ts'
import type { DrawingParts } from './duplicate.ts'
import { mediaOf } from '../media.ts'
import { zoneOf } from './receipt.ts'

/** A printer is set up before the first load: without a zone it is a letter. */
export function createTestSheetDrawing({ db, clock, drawing }: Pick<DrawingParts, 'db' | 'clock' | 'drawing'>): Drawer<'testPage'> {
  return async () => {
    const zone = zoneOf(db, null)
    const branch = readBranch(db)
    const printedOn = printedAt(clock.now(), branch?.timeZone ?? zone?.timeZone ?? 'UTC')
    const { pdf, sheets } = await drawing.drawTestSheet({ page: zone ? pageOf(zone) : 'LETTER', printedOn, place: branch?.name ?? 'Ventanilla' })
    return success({ bytes: pdf, sheets, kind: 'testPage', media: zone ? mediaOf(zone) : 'letter' })
  }
}
