import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import { startDrawing } from '../../../electron/documents/drawing.ts'
import { insertClosing } from '../../../electron/cache/queries/closings.ts'
import { markRefused } from '../../../electron/cache/queries/commands.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { checkPdf, readCodes, textOf } from '../../fixtures/documents/readPaper.ts'
import { startPaperKiosk } from '../../fixtures/documents/paperKiosk.ts'
import { must, problemOf, receipt, silentLog } from '../../fixtures/printing/printingUnderTest.ts'

const drawing = startDrawing({ log: silentLog })
afterAll(() => drawing.close())

let kiosk: ReturnType<typeof startPaperKiosk>
beforeEach(() => {
  kiosk = startPaperKiosk({ drawing })
})
afterEach(() => kiosk.stop())

const printed = (jobId: string): Promise<void> => eventually(() => expect(must(kiosk.printing['printing.job']({ jobId })).state).toBe('confirmed'))

it('a receipt comes out right after filing, without a network, and once for two touches', async () => {
  const { commandId, folio } = kiosk.file()
  const job = must(kiosk.printing['printing.print']({ document: receipt(commandId) }))
  expect(job).toMatchObject({ kind: 'receipt', documentId: commandId, documentName: folio, copyNumber: 1 })
  expect(must(kiosk.printing['printing.print']({ document: receipt(commandId) })).id).toBe(job.id)
  await printed(job.id)

  const [paper = '', ...more] = kiosk.sheets()
  expect(more).toEqual([])
  checkPdf(paper)
  for (const words of [
    folio,
    'Reclamación',
    'Me cobran el doble.',
    'DE 4043 2503',
    'A•• M••••• P•••••',
    'Sucursal Centro',
    'Se enviará en cuanto haya conexión',
  ]) {
    expect(textOf(paper)).toContain(words)
  }
  expect(readCodes(paper)).toEqual([{ symbology: 'QR-Code', text: folio }])
})

it('a receipt is for the session that filed, and for nobody else', () => {
  const { commandId } = kiosk.file()
  kiosk.counter.end('finished')
  expect(problemOf(kiosk.printing['printing.print']({ document: receipt(commandId) }))).toBe('not-allowed')
  kiosk.counter.openAccount('a-1', 'i-1')
  expect(problemOf(kiosk.printing['printing.print']({ document: receipt(commandId) }))).toBe('not-allowed')
  expect(problemOf(kiosk.printing['printing.print']({ document: receipt('no-such') }))).toBe('not-allowed')
})

it('a receipt of an account that was deleted meanwhile still comes out, without the account', async () => {
  const { commandId, folio } = kiosk.file()
  kiosk.db.exec('UPDATE account SET deleted = 1')
  await printed(must(kiosk.printing['printing.print']({ document: receipt(commandId) })).id)
  expect(textOf(kiosk.sheets()[0] ?? '')).toContain(folio)
  expect(textOf(kiosk.sheets()[0] ?? '')).not.toContain('40989917')
})

it.each([
  ['corrected', true],
  ['closed', false],
])('a receipt of what staff %s, printed again, says so', async (_how, isCorrected) => {
  const old = kiosk.file()
  const other = kiosk.file()
  markRefused(kiosk.db, old.commandId, { code: 'unknown-topic', detail: 'El tema no existe' }, '2026-11-21T16:45:00Z')
  const made = isCorrected ? { correctedBy: other.commandId, reason: null } : { correctedBy: null, reason: 'Desistió' }
  insertClosing(kiosk.db, { commandId: old.commandId, at: '2026-11-21T16:50:00Z', who: 'clerk:17', ...made })
  await printed(must(kiosk.printing['printing.print']({ document: receipt(old.commandId) })).id)
  const text = textOf(kiosk.sheets()[0] ?? '').replaceAll(/\s+/g, ' ')
  expect(text).toContain(isCorrected ? `En su lugar está el folio ${other.folio}` : 'Si tiene dudas, pregunte en el mostrador')
  expect(text).not.toMatch(/Pase al mostrador|Desistió/)
})

it('a command whose bytes are damaged fails its receipt, and harms nothing else', async () => {
  const damaged = kiosk.file()
  const sound = kiosk.file()
  kiosk.db.prepare(`UPDATE command SET body = CAST('{' AS BLOB) WHERE id = ?`).run(damaged.commandId)
  const { id } = must(kiosk.printing['printing.print']({ document: receipt(damaged.commandId) }))
  await printed(must(kiosk.printing['printing.print']({ document: receipt(sound.commandId) })).id)
  expect(must(kiosk.printing['printing.job']({ jobId: id }))).toMatchObject({ state: 'failed', problem: 'not-found' })
})
