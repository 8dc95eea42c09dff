import { describe, expect, it } from 'vitest'
import { isHighConsumption } from '../../../shared/domain/highConsumption.ts'

describe('a topic about high consumption', () => {
  it.each([
    'Consumo elevado',
    'CONSUMO ELEVADO',
    'Alto consumo',
    'Mi consumo alto',
    'Consumo  muy alto',
    'Consumó-elevado',
    'High consumption',
    'Consumo excessivo',
  ])('is known by its name: %s', (name) => {
    expect(isHighConsumption({ name })).toBe(true)
  })

  it.each(['Consumo', 'Lectura estimada', 'Cobro elevado', 'Consumo altamente variable', 'Medidor alto'])('is not meant by %s', (name) => {
    expect(isHighConsumption({ name })).toBe(false)
  })

  it('is what the utility’s form says, whatever its name', () => {
    expect(isHighConsumption({ name: 'Mi recibo subió', form: 'highConsumption' })).toBe(true)
    expect(isHighConsumption({ name: 'Consumo elevado', form: 'query' })).toBe(false)
  })
})
