import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { beginRegistration } from '../../../electron/customers/registrations.ts'
import { startDrawing } from '../../../electron/documents/drawing.ts'
import { legalTexts } from '../../../electron/sandbox/data/legal.ts'
import type { DocumentRef } from '../../../shared/contract/documents.ts'
import type { PrintJob } from '../../../shared/contract/printing.ts'
import { putLegalTexts } from '../../fixtures/accounts/branchData.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { startPaperKiosk } from '../../fixtures/documents/paperKiosk.ts'
import { checkPdf, textOf } from '../../fixtures/documents/readPaper.ts'
import { must, problemOf, silentLog } from '../../fixtures/printing/printingUnderTest.ts'

const drawing = startDrawing({ log: silentLog })
afterAll(() => drawing.close())

const [notice] = legalTexts
const notForPeople = { id: 'nota', kind: 'duplicateNote', version: '1', locale: 'es-MX', zoneId: null, title: 'Nota', body: 'Nota' } as const

let kiosk: ReturnType<typeof startPaperKiosk>
beforeEach(() => {
  kiosk = startPaperKiosk({ drawing })
  putLegalTexts(kiosk.db, [...legalTexts, notForPeople])
  kiosk.counter.end('finished')
})
afterEach(() => kiosk.stop())

const print = (document: DocumentRef) => kiosk.printing['printing.print']({ document })
async function ended(jobId: string): Promise<PrintJob> {
  return eventually(() => {
    const job = must(kiosk.printing['printing.job']({ jobId }))
    expect(['queued', 'sent']).not.toContain(job.state)
    return job
  })
}
const printed = async (document: DocumentRef): Promise<PrintJob> => ended(must(print(document)).id)

/** What the utility tells of it, in the visit that is there now. */
function begin(maskedEmail = 'a••••••@example.com'): DocumentRef {
  const sent = { maskedEmail, expiresAt: '2026-11-22T16:42:00Z', page: 'oficina.example' }
  const begun = beginRegistration({ registrationId: 'r-secret', codeLength: 6, zoneId: 'z-mty', known: ['ana.mendez@example.com'], sentAt: 0, sent })
  kiosk.registrations.set(kiosk.counter.current().id, begun)
  return { kind: 'activationSteps', begunId: begun.begunId }
}

describe('a text of the utility', () => {
  const text = (id: string, zoneId = 'z-mty'): DocumentRef => ({ kind: 'legalText', legalTextId: id, zoneId })

  it('is printed for whoever stands there, without an account, and audited by its name alone', async () => {
    expect(await printed(text(notice!.id))).toMatchObject({ state: 'confirmed', kind: 'legalText', documentName: notice!.title, sheets: 1 })
    const [file = ''] = kiosk.sheets()
    checkPdf(file)
    expect(textOf(file)).toContain('Para qué los usamos')
    const subjects = kiosk.db.prepare<[], string>('SELECT DISTINCT subject FROM audit').pluck().all()
    expect(subjects.map((subject) => JSON.parse(subject) as object)).toEqual([{ jobId: expect.any(String) as string, legalTextId: notice!.id }])
  })

  it.each([
    ['that is not there', text('no-such')],
    ['of another zone', text('privacidad-queretaro')],
    ['in a zone that is not there', text(notice!.id, 'z-none')],
    ['that is for the duplicates alone', text('nota')],
  ])('%s is not found', (_what, ref) => {
    expect(problemOf(kiosk.documents.authorize(ref))).toBe('not-found')
  })

  it('is a file for a phone under its own title, without the number of a copy', async () => {
    expect(must(await kiosk.documents.file(text(notice!.id), 'pdf'))).toMatchObject({ name: notice!.title, extension: 'pdf', copyNumber: null })
    expect(problemOf(await kiosk.documents.file(text(notice!.id), 'csv'))).toBe('document-failed')
  })

  it('comes out so often in a day, however many visits somebody makes of it', async () => {
    const insert = kiosk.db.prepare(`UPDATE print_job SET sheets = 40 WHERE id = ?`)
    insert.run((await printed(text(notice!.id))).id)
    kiosk.counter.end('finished')
    expect(problemOf(print(text(notice!.id)))).toBe('sheet-limit-day')
    expect(problemOf(print(text('condiciones-es-mx')))).toBe('sheet-limit-day')
    kiosk.clock.advance(86_400_000)
    expect(problemOf(print(text(notice!.id)))).toBeNull()
  })
})

describe('the steps to an active account', () => {
  it('are printed for whoever has begun a registration, and leave nothing of it on the disk', async () => {
    expect(await printed(begin())).toMatchObject({ state: 'confirmed', kind: 'activationSteps', documentName: '', sheets: 1 })
    const words = textOf(kiosk.sheets()[0] ?? '')
    expect(words).toContain('a••••••@example.com')
    expect(words).not.toMatch(/r-secret|ana\.mendez/u)
    const stored = JSON.stringify([kiosk.db.prepare('SELECT * FROM print_job').all(), kiosk.db.prepare('SELECT * FROM audit').all()])
    expect(stored).not.toMatch(/r-secret|example\.com|oficina/u)
  })

  it('are not found without a registration, in another visit, and of another than this visit’s', () => {
    const mine = begin()
    expect(problemOf(kiosk.documents.authorize({ kind: 'activationSteps', begunId: 'no-such' }))).toBe('not-found')
    kiosk.counter.end('finished')
    expect(problemOf(print(mine))).toBe('not-found')
    begin('o•••@example.com')
    expect(problemOf(print(mine))).toBe('not-found')
  })

  it('of who has gone are not drawn, nor those of who has come since in their place', async () => {
    const mine = begin()
    kiosk.counter.end('finished')
    begin('o•••@example.com')
    expect(problemOf(await kiosk.documents.draw(mine, { purpose: 'print', masked: false, copyNumber: 1, accountId: null }))).toBe('not-found')
  })
})
