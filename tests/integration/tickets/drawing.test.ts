import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeTurn } from '../../../electron/cache/queries/turns.ts'
import { unite } from '../../../electron/recovery/unite.ts'
import { startDrawing } from '../../../electron/documents/drawing.ts'
import type { TicketWidth } from '../../../electron/documents/tickets/ticketPaper.ts'
import type { DrawnDocument } from '../../../electron/documents/drawnDocument.ts'
import { cashTicket } from '../../../electron/documents/types/cashTicket.ts'
import { receipt } from '../../../electron/documents/types/receipt.ts'
import { turn } from '../../../electron/documents/types/turn.ts'
import type { Result } from '../../../shared/result.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { anInvoice, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { aCopy, aPreview } from '../../fixtures/documents/documentSamples.ts'
import { drawingParts } from '../../fixtures/documents/drawingParts.ts'
import { renderTicket } from '../../fixtures/printing/escposText.ts'
import { startPaperKiosk } from '../../fixtures/documents/paperKiosk.ts'
import { memoryDb, must, problemOf, silentLog } from '../../fixtures/printing/printingUnderTest.ts'

const pdf = startDrawing({ log: silentLog })
afterAll(() => pdf.close())

let kiosk: ReturnType<typeof startPaperKiosk>
beforeEach(() => {
  kiosk = startPaperKiosk({ drawing: pdf })
})
afterEach(() => kiosk.stop())

const parts = (widthMm: TicketWidth = 80) => drawingParts({ db: kiosk.db, clock: fakeClock(), drawing: pdf, widthMm })
const rendered = (drawn: Result<DrawnDocument>, width: TicketWidth = 80): string => renderTicket(must(drawn).bytes, width).text

describe('a ticket says what is stored when it is printed:', () => {
  it('the receipt of what was filed, and which copy it is', async () => {
    const { commandId, folio } = kiosk.file()
    const first = rendered(await receipt.draw.tickets({ kind: 'receipt', commandId }, aCopy(1), parts()))
    for (const words of [folio, 'Sucursal Centro', 'DE 4043 2503', 'Me cobran el doble.', 'Se enviará en cuanto']) expect(first).toContain(words)
    expect(first).not.toMatch(/Copia|Méndez/)
    expect(rendered(await receipt.draw.tickets({ kind: 'receipt', commandId }, aCopy(2), parts(58)), 58)).toContain('Copia 2 · Impresa el 21/11/2026')
  })

  it('what is owed now of what was asked for, with what the desk scans', async () => {
    const drawn = await cashTicket.draw.tickets({ kind: 'cashTicket', invoiceIds: ['i-1', 'i-2', 'i-1', 'i-3'] }, aCopy(1), parts())
    expect(renderTicket(must(drawn).bytes, 80).codes).toEqual([1, 2].map(() => ({ symbology: 'BARCODE CODE128BC', data: '18000359700002387', module: 3 })))
    const text = rendered(drawn)
    expect(text).toContain('<2x2 bold> $2,569.00')
    expect(text).toMatch(/Vence el +2 dic 2026/)
    expect(text).toMatch(/Venció el +2 nov 2026/)
    expect(text).not.toMatch(/DE 4031 0007|Méndez/)
  })

  it('an invoice that is asked for twice is owed once', async () => {
    const text = rendered(await cashTicket.draw.tickets({ kind: 'cashTicket', invoiceIds: ['i-1', 'i-1'] }, aCopy(1), parts()))
    expect(text).toContain('<2x2 bold> $1,284.50')
    expect(text.match(/DE 4043 2503/g)).toHaveLength(1)
  })

  it('a turn: its number, the branch, the day and the time there', async () => {
    const text = rendered(await turn.draw.tickets({ kind: 'turn' }, aCopy(42), parts()))
    for (const words of ['<8x8 bold> A-042', 'Sucursal Centro', '21 de noviembre de 2026 · 10:42']) expect(text).toContain(words)
  })

  it('a turn also where the branch is known and the first load is not complete', async () => {
    kiosk.db.exec('DELETE FROM zone')
    const text = rendered(await turn.draw.tickets({ kind: 'turn' }, aCopy(1), parts()))
    for (const words of ['<8x8 bold> A-001', 'Sucursal Centro', '21 de noviembre de 2026 · 10:42']) expect(text).toContain(words)
  })

  it('or why there is none', async () => {
    const cash = async (...invoiceIds: string[]) => problemOf(await cashTicket.draw.tickets({ kind: 'cashTicket', invoiceIds }, aCopy(1), parts()))
    expect(await cash('i-3')).toBe('nothing-owed')
    expect(await cash('i-1', 'i-9')).toBe('not-found')
    expect(await cash('no-such')).toBe('not-found')
    expect(problemOf(await receipt.draw.tickets({ kind: 'receipt', commandId: 'no-such' }, aCopy(1), parts()))).toBe('not-found')
    expect(problemOf(await turn.draw.tickets({ kind: 'turn' }, aPreview, parts()))).toBe('not-found')
    putIntoCache(kiosk.db, { invoices: [anInvoice({ status: 'cancelled' })] })
    expect(await cash('i-1')).toBe('nothing-owed')
  })
})

describe('turns', () => {
  it('are counted for each day, and never given twice', () => {
    const db = memoryDb()
    expect([1, 2, 3].map(() => takeTurn(db, '2026-11-21'))).toEqual([1, 2, 3])
    expect(takeTurn(db, '2026-11-22')).toBe(1)
    expect(takeTurn(db, '2026-11-21')).toBe(4)
    db.close()
  })

  it('are taken with the job, whose name they are, and are not given again when the jobs are cleared away', () => {
    const askForTurn = () => kiosk.printing['printing.print']({ document: { kind: 'turn' } })
    const first = must(askForTurn())
    expect(first).toMatchObject({ kind: 'turn', copyNumber: 1, documentName: 'A-001' })
    kiosk.counter.end('finished')
    kiosk.db.exec('DELETE FROM print_job')
    expect(must(askForTurn())).toMatchObject({ copyNumber: 2, documentName: 'A-002' })
  })

  it('go on after a recovery beyond what any source knows, jobs included', () => {
    const [db, rescued, backup] = [memoryDb(), memoryDb(), memoryDb()]
    for (let number = 1; number <= 5; number++) takeTurn(backup, '2026-11-21')
    takeTurn(rescued, '2026-11-21')
    rescued.exec(`INSERT INTO print_job (id, session_id, kind, document_id, document_name, who, business_date, asked_at, copy_number, state, document, printer)
      VALUES ('j-1', 's-1', 'turn', '2026-11-22', 'A-009', 'visitor', '2026-11-22', 0, 9, 'confirmed', '{"kind":"turn"}', 'tickets')`)
    unite(db, { rescued, backup, journal: { entries: [], closings: [] } })
    expect([takeTurn(db, '2026-11-21'), takeTurn(db, '2026-11-22')]).toEqual([6, 10])
    for (const each of [db, rescued, backup]) each.close()
  })
})
