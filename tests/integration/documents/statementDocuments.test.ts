import { afterAll, describe, expect, test } from 'vitest'
import type { Refs } from '../../../electron/documents/documentType.ts'
import { startDrawing } from '../../../electron/documents/drawing.ts'
import { createLog } from '../../../electron/log/log.ts'
import { createAccountAccess } from '../../../electron/services/accountAccess.ts'
import { createConsumptionService } from '../../../electron/services/consumption.ts'
import { consumption } from '../../../electron/documents/types/consumption.ts'
import { statement } from '../../../electron/documents/types/statement.ts'
import type { FileFormat } from '../../../shared/contract/documents.ts'
import { MOST_ON_PAPER } from '../../../shared/contract/statement.ts'
import { failure } from '../../../shared/result.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { counterOf, holderOf } from '../../fakes/fakeCounter.ts'
import { aCopy, aPreview } from '../../fixtures/documents/documentSamples.ts'
import { drawingParts } from '../../fixtures/documents/drawingParts.ts'
import { checkPdf, textOf } from '../../fixtures/documents/readPaper.ts'
import { recordsWorld } from '../../fixtures/documents/recordsWorld.ts'
import { aMovement, aReading, mexicanStatement, uruguayanStatement } from '../../fixtures/documents/statements.ts'

const many = Array.from({ length: MOST_ON_PAPER + 1 }, (_, index) =>
  aMovement({ id: `many-${String(index).padStart(6, '0')}`, accountId: 'acc-many', postedOn: '2026-06-15', amount: 100 }),
)
const { account, zone, movements } = mexicanStatement
const world = recordsWorld({
  zones: [zone, uruguayanStatement.zone],
  accounts: [account, uruguayanStatement.account, { ...account, id: 'acc-many', checkDigit: null, balance: many.length * 100 }],
  movements: [...movements, ...many],
  readings: [
    aReading({ id: 'b', takenOn: '2026-10-31', consumption: 142 }),
    aReading({ id: 'a', takenOn: '2026-09-30', consumption: null, kind: 'estimated' }),
    aReading({ id: 'c', takenOn: '2026-10-31', kind: 'customer', accountId: 'acc-2' }),
  ],
})
const drawing = startDrawing({ log: createLog() })
/** Late in the evening of the 21st in Monterrey. */
const clock = fakeClock('2026-11-22T04:30:00Z')
const parts = drawingParts({ db: world.db, clock, drawing, records: world.records })
const statementFile = (ref: Refs['statement'], format: FileFormat) => statement.makeFile?.(ref, format, parts) ?? Promise.reject(new Error('no files'))
const consumptionFile = (ref: Refs['consumption'], format: FileFormat) => consumption.makeFile?.(ref, format, parts) ?? Promise.reject(new Error('no files'))
const year = { kind: 'statement', accountId: account.id, from: '2025-11-22', to: '2026-11-21' } as const

afterAll(async () => {
  await drawing.close()
  await world.dispose()
})

describe('the sheets of a statement', () => {
  test('bear the number of the copy, and the day and time of the zone', async () => {
    const drawn = await statement.draw.documents(year, aCopy(3), parts)
    expect(drawn).toMatchObject({ ok: true, value: { sheets: 1, kind: 'statement', media: 'letter' } })
    const file = world.keep('copy.pdf', drawn.ok ? drawn.value.bytes : null)
    checkPdf(file)
    expect(textOf(file)).toContain('Copia 3 · Emitido el 21/11/2026 a las 22:30')
  })

  test('bear none in a preview and in a file', async () => {
    for (const made of [await statement.draw.documents(year, aPreview, parts), await statementFile(year, 'pdf')]) {
      expect(textOf(world.keep('none.pdf', made.ok ? made.value.bytes : null))).not.toContain('Copia')
    }
  })

  test('hold the newest movements of too many, and say so', async () => {
    const drawn = await statement.draw.documents({ ...year, accountId: 'acc-many' }, aCopy(1), parts)
    const text = textOf(world.keep('many.pdf', drawn.ok ? drawn.value.bytes : null))
    expect(text).toContain('Este periodo tiene 1,001 movimientos; aquí están los 1,000 más recientes.')
    expect(text.match(/^15\/06\/2026/gm)).toHaveLength(MOST_ON_PAPER)
    expect(text).toMatch(/Totales +\$1,001\.00 +\$0\.00 +\$1,001\.00/)
  })

  test('are not drawn of an account that is not there', async () => {
    expect(await statement.draw.documents({ ...year, accountId: 'nobody' }, aCopy(1), parts)).toEqual(failure({ code: 'not-found' }))
  })
})

describe('files', () => {
  test.each(['pdf', 'xlsx', 'csv'] as const)('a statement as %s is named by account and days', async (format) => {
    const made = await statementFile(year, format)
    expect(made).toMatchObject({ ok: true, value: { name: 'Estado de cuenta 40989917-7 2025-11-22 a 2026-11-21', extension: format } })
    expect(made.ok && made.value.bytes.byteLength).toBeGreaterThan(500)
  })

  test.each(['xlsx', 'csv', 'xml'] as const)('consumption as %s is named by account and the day in the zone', async (format) => {
    const made = await consumptionFile({ kind: 'consumption', accountId: account.id }, format)
    expect(made).toMatchObject({ ok: true, value: { name: 'Consumos 40989917-7 2026-11-21', extension: format } })
  })

  test('what a document does not come in is refused, and so is an account that is not there', async () => {
    expect(await statementFile(year, 'xml')).toEqual(failure({ code: 'document-failed' }))
    expect(await consumptionFile({ kind: 'consumption', accountId: account.id }, 'pdf')).toEqual(failure({ code: 'document-failed' }))
    expect(await statementFile({ ...year, accountId: 'nobody' }, 'csv')).toEqual(failure({ code: 'not-found' }))
    expect(await consumptionFile({ kind: 'consumption', accountId: 'nobody' }, 'csv')).toEqual(failure({ code: 'not-found' }))
  })
})

describe('consumption on the screen', () => {
  const { 'consumption.show': show } = createConsumptionService({
    accounts: createAccountAccess({ db: world.db, counter: counterOf(holderOf(account.id)) }),
  })

  test('is the account’s readings, newest first', () => {
    expect(show({ accountId: account.id })).toMatchObject({
      ok: true,
      value: {
        meterNumber: 'G4-7723190',
        readings: [
          { id: 'b', consumption: 142 },
          { id: 'a', consumption: null, kind: 'estimated' },
        ],
      },
    })
  })

  test('is nobody else’s', () => {
    expect(show({ accountId: 'acc-2' })).toEqual(failure({ code: 'not-allowed' }))
  })
})
