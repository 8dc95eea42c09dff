import { describe, expect, it } from 'vitest'
import { consumedMonths } from '../../../renderer/areas/consumption/months.ts'
import ConsumptionView from '../../../renderer/views/ConsumptionView.vue'
import type { Consumption } from '../../../shared/contract/statement.ts'
import { sampleAccount } from '../../fakes/kioskSamples.ts'
import { sampleConsumption } from '../../fakes/statementSamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { mountScreen, settled } from './mountScreen.ts'

const consumption = sampleConsumption(sampleAccount)
const show = (part: Partial<Consumption> = {}) =>
  mountScreen(ConsumptionView, { overrides: { 'consumption.show': { ...consumption, ...part } }, path: '/cuenta/consumos' })
type Reading = Consumption['readings'][number]
const reading = (takenOn: string, consumed: number | null, kind: Reading['kind'] = 'actual'): Reading => ({
  id: takenOn,
  takenOn,
  meterNumber: 'G4-7723190',
  value: 4209,
  filed: null,
  kind,
  consumption: consumed,
})

describe('Mis consumos', () => {
  it('sets the last consumption beside the same month of last year', async () => {
    const { screen, words } = await show()
    expect(screen.get('h1').text()).toBe('Mis consumos')
    expect(words()).toContain('Último consumo, al 1 nov 202629 m³')
    expect(words()).toContain('En noviembre de 202533 m³')
  })

  it('lists every reading, newest first, and says who read it', async () => {
    const { screen } = await show()
    await eventually(() => expect(screen.findAll('tbody tr')).toHaveLength(consumption.readings.length))
    const rows = screen.findAll('tbody tr').map((row) => row.findAll('td').map((cell) => cell.text()))
    expect(rows[0]).toEqual(['1 nov 2026', '4,209', 'Real', '29 m³'])
    expect(rows[2]?.[2]).toBe('Estimada')
    expect(rows[5]?.[2]).toBe('Aportada')
  })

  it('has no consumption before the first reading, and nothing to compare with', async () => {
    const { screen, words } = await show({ readings: [reading('2026-11-01', 29), reading('2026-10-01', null)] })
    expect(words()).toContain('En noviembre de 2025Sin dato')
    expect(screen.findAll('tbody tr')[1]?.text()).toContain('—')
  })

  it('S54 says of which meter each reading is after an exchange, and sums the month it compares', async () => {
    const readings = [
      { ...reading('2026-11-01', 9), meterNumber: 'G4-9999999' },
      { ...reading('2026-11-02', 20), id: 'old' },
    ]
    const { screen, words } = await show({ readings })
    expect(words()).toContain('29 m³')
    expect(screen.findAll('tbody tr small').map((small) => small.text())).toEqual(['Medidor G4-9999999', 'Medidor G4-7723190'])
    const { screen: ordinary } = await show()
    expect(ordinary.findAll('tbody tr small')).toEqual([])
  })

  it('says so when there are no readings, and offers nothing to save but a reading to bring', async () => {
    const { words, buttons } = await show({ readings: [] })
    expect(words()).toContain('Todavía no hay lecturas en esta cuenta.')
    expect(buttons()).toEqual(['Aportar lectura'])
  })

  it.each([
    ['Guardar Excel', 'xlsx'],
    ['Guardar CSV', 'csv'],
    ['Guardar Green Button', 'xml'],
  ])('%s saves it', async (name, format) => {
    const { button, kiosk } = await show()
    button(name).click()
    await settled()
    expect(kiosk.called.find(({ channel }) => channel === 'saving.save')?.request).toEqual({
      document: { kind: 'consumption', accountId: 'a1' },
      format,
      placeId: 'p1',
    })
  })
})

describe('the months of the chart', () => {
  it('sums what was read in a month, sets it beside the year before, and leaves out months without a reading', () => {
    const { pairs, estimated } = consumedMonths([
      reading('2026-11-20', 5, 'estimated'),
      reading('2026-11-02', 7),
      reading('2026-09-02', 20),
      reading('2025-11-03', 9, 'estimated'),
      reading('2025-08-03', 4),
      reading('2025-07-03', null),
    ])
    expect(pairs).toEqual([
      { month: '2026-08', thisYear: null, lastYear: 4 },
      { month: '2026-09', thisYear: 20, lastYear: null },
      { month: '2026-11', thisYear: 12, lastYear: 9 },
    ])
    expect([...estimated]).toEqual(['2026-11'])
  })

  it('are none without a consumption', () => {
    expect(consumedMonths([reading('2026-11-02', null)]).pairs).toEqual([])
  })
})
