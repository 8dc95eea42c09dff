import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startDrawing } from '../../../electron/documents/drawing.ts'
import { createStaffService } from '../../../electron/services/staff.ts'
import type { DocumentRef } from '../../../shared/contract/documents.ts'
import type { PrinterRole, PrintJob } from '../../../shared/contract/printing.ts'
import type { Counter } from '../../../electron/session/counter.ts'
import type { Person } from '../../../electron/session/person.ts'
import { aClerk, counterOf } from '../../fakes/fakeCounter.ts'
import { aCopy, aPreview } from '../../fixtures/documents/documentSamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { checkPdf, textOf } from '../../fixtures/documents/readPaper.ts'
import { startPaperKiosk } from '../../fixtures/documents/paperKiosk.ts'
import { must, problemOf, silentLog } from '../../fixtures/printing/printingUnderTest.ts'

const drawing = startDrawing({ log: silentLog })
afterAll(() => drawing.close())

let kiosk: ReturnType<typeof startPaperKiosk>
beforeEach(() => {
  kiosk = startPaperKiosk({ drawing, hasTickets: true })
})
afterEach(() => kiosk.stop())

async function printed(document: DocumentRef, on?: PrinterRole): Promise<PrintJob> {
  const { id } = must(kiosk.printing['printing.print']({ document, ...(on && { on }) }))
  return eventually(() => {
    const job = must(kiosk.printing['printing.job']({ jobId: id }))
    expect(['queued', 'sent']).not.toContain(job.state)
    return job
  })
}

const statement = { kind: 'statement', accountId: 'a-1', from: '2025-11-22', to: '2026-11-21' } as const
const agreement = { kind: 'agreement', agreementId: 'ag-1' } satisfies DocumentRef
const slip = { kind: 'slip', bankId: 'b-norte', invoiceIds: ['i-1'] } satisfies DocumentRef
const cashTicket = { kind: 'cashTicket', invoiceIds: ['i-1', 'i-2'] } satisfies DocumentRef

it('every paper for sheets is drawn, printed, named and numbered', async () => {
  await kiosk.stop()
  kiosk = startPaperKiosk({ drawing })
  const { commandId, folio } = kiosk.file()
  const jobs = []
  const wanted: DocumentRef[] = [{ kind: 'duplicate', invoiceId: 'i-1' }, { kind: 'receipt', commandId }, statement, agreement, slip, cashTicket]
  for (const document of wanted) jobs.push(await printed(document))
  expect(jobs.map(({ state, kind, documentName, copyNumber, printer }) => [state, kind, documentName, copyNumber, printer])).toEqual([
    ['confirmed', 'duplicate', 'DE 4043 2503', 1, 'documents'],
    ['confirmed', 'receipt', folio, 1, 'documents'],
    ['confirmed', 'statement', '22/11/2025 – 21/11/2026', 1, 'documents'],
    ['confirmed', 'agreement', 'CP-482913', 1, 'documents'],
    ['confirmed', 'slip', 'Banco del Norte · DE 4043 2503', 1, 'documents'],
    ['confirmed', 'cashTicket', 'DE 4043 2503, DE 4039 1188', 1, 'documents'],
  ])
  const papers = kiosk.sheets()
  expect(papers).toHaveLength(6)
  papers.forEach(checkPdf)
  const all = papers.map(textOf)
  const words = ['DUPLICADO', folio, 'Estado de cuenta', 'N.º CP-482913', 'Banco del Norte', 'DE 4039 1188']
  for (const word of words) expect(all.filter((text) => text.includes(word))).not.toEqual([])
})

it('what is made for tickets comes out of the ticket printer, or of the other if the person likes', async () => {
  const { commandId, folio } = kiosk.file()
  const jobs = []
  for (const document of [{ kind: 'receipt', commandId }, cashTicket, { kind: 'turn' }] as const) jobs.push(await printed(document))
  expect(jobs.map(({ state, printer, documentName }) => [state, printer, documentName])).toEqual([
    ['confirmed', 'tickets', folio],
    ['confirmed', 'tickets', 'DE 4043 2503, DE 4039 1188'],
    ['confirmed', 'tickets', 'A-001'],
  ])
  expect(kiosk.tickets()).toHaveLength(3)
  expect(kiosk.tickets().filter((ticket) => ticket.includes(folio))).toHaveLength(1)
  expect(await printed({ kind: 'receipt', commandId }, 'documents')).toMatchObject({ printer: 'documents', state: 'confirmed', copyNumber: 2 })
  expect(kiosk.sheets()).toHaveLength(1)
})

describe('what a session may have', () => {
  it.each<[DocumentRef, string | null]>([
    [{ kind: 'duplicate', invoiceId: 'i-9' }, 'not-allowed'],
    [{ kind: 'duplicate', invoiceId: 'no-such' }, 'not-allowed'],
    [{ ...statement, accountId: 'a-2' }, 'not-allowed'],
    [{ ...statement, from: '2026-11-21', to: '2026-11-20' }, 'invalid-fields'],
    [{ ...statement, to: '2026-11-22' }, 'invalid-fields'],
    [{ ...statement, from: '1990-01-01' }, 'invalid-fields'],
    [{ kind: 'consumption', accountId: 'a-2' }, 'not-allowed'],
    [agreement, null],
    [{ ...agreement, agreementId: 'ag-9' }, 'not-allowed'],
    [{ ...agreement, agreementId: 'no-such' }, 'not-allowed'],
    [{ ...slip, invoiceIds: ['i-9'] }, 'not-allowed'],
    [{ ...slip, invoiceIds: ['i-1', 'i-9'] }, 'not-allowed'],
    [{ ...slip, bankId: 'no-such' }, 'not-allowed'],
    [{ ...slip, invoiceIds: ['i-3'] }, 'nothing-owed'],
    [{ ...cashTicket, invoiceIds: ['i-1', 'i-3'] }, 'paid-meanwhile'],
    [{ ...cashTicket, invoiceIds: ['i-3'] }, 'nothing-owed'],
    [{ kind: 'receipt', commandId: 'no-such' }, 'not-allowed'],
    [{ kind: 'testPage' }, 'not-allowed'],
    [{ kind: 'turn' }, null],
    [cashTicket, null],
  ])('%j: %s', (document, problem) => {
    expect(problemOf(kiosk.documents.authorize(document))).toBe(problem)
  })

  it('and of what a visitor who has looked nothing up may have, only a turn', () => {
    const { commandId } = kiosk.file()
    kiosk.counter.end('finished')
    const refs: DocumentRef[] = [{ kind: 'duplicate', invoiceId: 'i-1' }, { kind: 'receipt', commandId }, statement, slip, cashTicket, { kind: 'turn' }]
    expect(refs.map((ref) => problemOf(kiosk.printing['printing.print']({ document: ref })))).toEqual([...Array<string>(5).fill('not-allowed'), null])
  })

  it('readings do not come out of a printer', () => {
    expect(problemOf(kiosk.printing['printing.print']({ document: { kind: 'consumption', accountId: 'a-1' } }))).toBe('document-failed')
  })
})

/** What staff ask of the printers; the figures of the kiosk are not asked for. */
const staffService = (counter: Pick<Counter, 'current'> = kiosk.counter) =>
  createStaffService({
    ...{ db: kiosk.db, clock: kiosk.clock, counter, printService: kiosk.printService },
    collect: () => Promise.reject(new Error('not asked')),
    lastBackupAt: () => null,
    latestSelfTest: () => null,
  })

it('staff get a test page where the program was started for them, and it is one of the jobs', async () => {
  const { db, printService } = kiosk
  const staff = staffService()
  must(staff['staff.printTestPage']({ printer: 'tickets' }))
  await eventually(() => expect(printService.page(null, 9)).toMatchObject([{ kind: 'testPage', printer: 'tickets', state: 'confirmed' }]))
  expect(kiosk.tickets().filter((ticket) => ticket.includes('1234567890'))).toHaveLength(1)
  expect(db.prepare(`SELECT DISTINCT who FROM audit WHERE what LIKE 'print.%'`).pluck().all()).toEqual(['staff'])
})

it('the name of a paper is told to those who serve customers, and to nobody else', async () => {
  const job = await printed({ kind: 'duplicate', invoiceId: 'i-1' })
  const seenBy = (person: Person): unknown => {
    return must(staffService(counterOf(person))['staff.jobs']({ before: null })).jobs.map(({ name }) => name)
  }
  expect(job.documentName).not.toBe('')
  expect(seenBy(aClerk())).toEqual([job.documentName])
  expect(seenBy(aClerk({ roles: ['technician'] }))).toEqual([null])
  expect(seenBy({ kind: 'visitor' })).toEqual([null])
})

it('staff get a test page of the printer of sheets too, which takes back none of the other printer', async () => {
  const { printService } = kiosk
  const staff = staffService()
  must(staff['staff.printTestPage']({ printer: 'tickets' }))
  must(staff['staff.printTestPage']({ printer: 'documents' }))
  const both = ['documents', 'tickets'].map((printer): unknown => expect.objectContaining({ kind: 'testPage', printer, state: 'confirmed', sheets: 1 }))
  await eventually(() => expect(printService.page(null, 9)).toEqual(both))
  expect(kiosk.tickets()).toHaveLength(1)
  expect(kiosk.sheets().map((file) => textOf(file).includes('El marco debe verse completo, a 12 mm de cada borde.'))).toEqual([true])
})

describe('a document as a file', () => {
  it('takes the number of a copy where it is a duplicate, and goes by what people call it', async () => {
    const duplicate = { kind: 'duplicate', invoiceId: 'i-1' } as const
    const files = [must(await kiosk.documents.file(duplicate, 'pdf')), must(await kiosk.documents.file(duplicate, 'pdf'))]
    expect(files.map(({ name, extension, copyNumber }) => [name, extension, copyNumber])).toEqual([
      ['Duplicado DE 4043 2503', 'pdf', 1],
      ['Duplicado DE 4043 2503', 'pdf', 2],
    ])
    expect((await printed(duplicate)).copyNumber).toBe(3)
    const more = [must(await kiosk.documents.file(slip, 'pdf')), must(await kiosk.documents.file(statement, 'csv'))]
    expect(more.map(({ name, extension, copyNumber }) => [name, extension, copyNumber])).toEqual([
      ['Ficha de pago Banco del Norte · DE 4043 2503', 'pdf', null],
      ['Estado de cuenta 40989917-7 2025-11-22 a 2026-11-21', 'csv', null],
    ])
  })

  it('does not come in formats that nobody makes of it, and takes no number then', async () => {
    const duplicate = { kind: 'duplicate', invoiceId: 'i-1' } as const
    expect(problemOf(await kiosk.documents.file(duplicate, 'xlsx'))).toBe('document-failed')
    expect(problemOf(await kiosk.documents.file({ kind: 'consumption', accountId: 'a-1' }, 'pdf'))).toBe('document-failed')
    expect(must(await kiosk.documents.file(duplicate, 'pdf')).copyNumber).toBe(1)
  })
})

it('a preview takes no number, and what has gone to another account since is not drawn', async () => {
  const duplicate = { kind: 'duplicate', invoiceId: 'i-1' } as const
  expect(must(await kiosk.documents.draw(duplicate, aPreview)).sheets).toBe(1)
  expect(problemOf(await kiosk.documents.draw(duplicate, { ...aCopy(1), accountId: 'a-2' }))).toBe('not-found')
  expect((await printed(duplicate)).copyNumber).toBe(1)
})
