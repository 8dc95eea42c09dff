import type { Reading } from '../../../shared/utility-api/generated/types.gen.ts'
import { paperWords } from '../paperLocale.ts'

const kinds: Record<Reading['kind'], string> = { actual: 'Real', estimated: 'Estimada', customer: 'Aportada por el cliente' }

const words = {
  title: 'Consumos',
  readings: 'Lecturas',
  date: 'Fecha',
  meter: 'Medidor',
  value: (unit: string) => `Lectura (${unit})`,
  kind: 'Tipo',
  consumption: (unit: string) => `Consumo (${unit})`,
  total: 'Total',
  kinds,
}

/** The words of the readings' files; both countries use the same. */
export const consumptionWords = paperWords<typeof words>({ 'es-MX': words, 'es-UY': words })
