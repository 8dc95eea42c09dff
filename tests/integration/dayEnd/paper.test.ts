import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDrawing } from '../../../electron/documents/drawing.ts'
import { dayEndModel } from '../../../electron/documents/dayEnd/dayEndModel.ts'
import { createLog } from '../../../electron/log/log.ts'
import { createDocuments } from '../../../electron/services/documents.ts'
import type { Person } from '../../../electron/session/person.ts'
import type { FileFormat } from '../../../shared/contract/documents.ts'
import { aClerk, counterOf } from '../../fakes/fakeCounter.ts'
import { customer, dayWorld, lucia, type DayWorld } from '../../fixtures/dayEnd/dayWorld.ts'
import { emptyDay, signedDay } from '../../fixtures/documents/dayEnds.ts'
import { drawingParts } from '../../fixtures/documents/drawingParts.ts'
import { drawnPapers } from '../../fixtures/documents/drawnPaper.ts'
import { checkPdf, textOf } from '../../fixtures/documents/readPaper.ts'
import { formulasOf, sheetsOf } from '../../fixtures/documents/spreadsheet.ts'
import { must } from '../../fixtures/printing/printingUnderTest.ts'

const DAY = '2026-11-21'
const ref = { kind: 'dayEnd', day: DAY } as const
const drawing = startDrawing({ log: createLog() })
const papers = drawnPapers(drawing)
let world: DayWorld

const documentsOf = (person: Person) => {
  const { db, clock, records } = world
  return createDocuments({ ...drawingParts({ db, clock, drawing, records }), db, counter: counterOf(person) })
}
const service = () => world.service()
async function save(format: FileFormat): Promise<string> {
  const { name, bytes } = must(await documentsOf(aClerk()).file(ref, format))
  expect(name).toBe('Cierre del día 2026-11-21')
  const file = join(world.dataDir, `${name}.${format}`)
  writeFileSync(file, bytes)
  return file
}
const sheet = async (place: number) => sheetsOf(await save('xlsx'))[place]

/** Signed with one filing and one sheet of each; then a customer came once more. */
beforeAll(async () => {
  world = dayWorld()
  world.file(customer)
  world.print(lucia, 2)
  const { digest } = must(await service()['dayEnd.show']({ day: DAY }))
  must(await service()['dayEnd.sign']({ day: DAY, digest }))
  world.clock.advance(3_600_000)
  world.file(customer)
})
afterAll(async () => {
  await world.dispose()
  await drawing.close()
  papers.dispose()
})

describe('the workbook of a day, as gnumeric reads it', () => {
  it('has the signed figures by person with what came later, and totals that add up', async () => {
    expect(await sheet(0)).toEqual([
      ['Quién', 'Presentadas', 'Impresiones', 'Hojas', 'Rechazadas', 'Cerradas', ...later],
      ['Lucía Treviño Garza', '0', '1', '2', '0', '0', '0', '0', '0', '0', '0'],
      ['Clientes', '1', '0', '0', '0', '0', '1', '0', '0', '0', '0'],
      ['Total', '1', '1', '2', '0', '0', '1', '0', '0', '0', '0'],
    ])
    expect(formulasOf(await save('xlsx'))).toContain('<f>SUM(B2:B3)</f>')
  })
  const later = ['Presentadas', 'Impresiones', 'Hojas', 'Rechazadas', 'Cerradas'].map((figure) => `${figure}, después de la firma`)

  it('the same by hour', async () => {
    const rows = await sheet(1)
    expect(rows?.map(([hour, filed, , , , , filedLater]) => [hour, filed, filedLater])).toEqual([
      ['Hora', 'Presentadas', later[0]],
      ['10:00', '1', '0'],
      ['11:00', '0', '1'],
      ['Total', '1', '1'],
    ])
  })

  it('and who signed it, under which digest, and that the audit agrees', async () => {
    const text = (await sheet(2))?.map((row) => row.join('|')).join('\n')
    expect(text).toContain('Las cifras coinciden con la auditoría.')
    const [{ digest = '' } = {}] = must(await service()['dayEnd.show']({ day: DAY })).signatures
    expect(text).toContain(`1|Lucía Treviño Garza|21/11/2026 10:42|${digest}`)
  })
})

describe('the paper of a day', () => {
  it('says the same as the workbook', async () => {
    const file = await save('pdf')
    checkPdf(file)
    const text = textOf(file)
    for (const words of ['Cierre del día', '21 de noviembre de 2026', 'Lucía Treviño Garza (firma 1)', 'Sucursal Centro', 'k-7']) expect(text).toContain(words)
    expect(text).toMatch(/Clientes +1 \(\+1\) +0 +0 +0 +0\n/)
    expect(text).toMatch(/Total +1 \(\+1\) +1 +2 +0 +0\n/)
    expect(text).toContain('Entre paréntesis, lo que cambió después de la firma.')
  })

  it('of a day without anything says so, and that nobody has signed', async () => {
    const paper = await papers.drawDayEnd(emptyDay)
    expect(paper.sheets).toBe(1)
    expect(paper.words()).toContain('Este kiosco no registró nada ese día.')
    expect(paper.words()).toContain('Sin firmar')
  })

  it('goes on to more sheets with many clerks, with a total at the end, and is the same in every byte when it is drawn again', async () => {
    const { reading } = signedDay
    const clerks = Array.from({ length: 60 }, (_, id) => ({ who: `clerk:${id}`, name: `Persona ${id}`, counts: reading.counted.tables.total }))
    const source = {
      ...signedDay,
      reading: { ...reading, signed: null, counted: { ...reading.counted, tables: { ...reading.counted.tables, people: clerks } } },
    }
    const [one, other] = [await papers.drawDayEnd(source), await papers.drawDayEnd(source)]
    expect(one.sheets).toBeGreaterThan(1)
    for (const { name } of clerks) expect(one.text()).toContain(name)
    expect(one.text(1)).toContain(`Cierre del día 2026-11-21 · Hoja 1 de ${one.sheets}`)
    expect(one.bytes.equals(other.bytes)).toBe(true)
    expect(dayEndModel(source).people).toHaveLength(60)
  })
})

describe('a day’s paper is had by those who serve customers, and by nobody else', () => {
  const mayHave = (person: Person, day = DAY): boolean => documentsOf(person).authorize({ kind: 'dayEnd', day }).ok
  it.each([
    ['a clerk', aClerk(), true],
    ['a supervisor', aClerk({ roles: ['supervisor'] }), true],
    ['a technician', aClerk({ roles: ['technician'] }), false],
    ['a locked screen', aClerk({ isLocked: true }), false],
    ['a visitor', { kind: 'visitor' } as const, false],
    ['a customer', { kind: 'customer', customerId: 'c', customerSessionId: null, accountIds: [] } as const, false],
  ])('%s', (_, person, allowed) => expect(mayHave(person)).toBe(allowed))

  it('of no day that has not come', () => expect(mayHave(aClerk(), '2026-11-22')).toBe(false))

  it.each(['0001-01-01', '0026-11-30', '2026-11-20'])('of no day before the records: %s', (day) => expect(mayHave(aClerk(), day)).toBe(false))
})
