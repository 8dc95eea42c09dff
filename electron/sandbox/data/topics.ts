import type { Topic } from '../../../shared/utility-api/generated/types.gen.ts'

/** What a customer can ask, claim or request. */
export const topics: readonly Topic[] = [
  { id: 'tema-fecha-de-pago', kind: 'question', name: 'Fecha y lugar de pago' },
  { id: 'tema-entender-factura', kind: 'question', name: 'Entender mi factura', requiresInvoice: true },
  { id: 'tema-tarifa', kind: 'question', name: 'Tarifa y precio del servicio' },
  { id: 'tema-medidor', kind: 'question', name: 'Mi medidor' },
  { id: 'tema-fuga', kind: 'claim', name: 'Fuga', emergency: true },
  { id: 'tema-consumo-elevado', kind: 'claim', name: 'Consumo elevado', requiresInvoice: true, requiresReading: true },
  { id: 'tema-lectura-estimada', kind: 'claim', name: 'Lectura estimada', requiresInvoice: true, requiresReading: true },
  { id: 'tema-cobro-indebido', kind: 'claim', name: 'Cobro indebido', requiresInvoice: true },
  { id: 'tema-pago-no-reflejado', kind: 'claim', name: 'Pago que no se ve reflejado', requiresInvoice: true },
  { id: 'tema-factura-no-recibida', kind: 'claim', name: 'No recibí mi factura' },
  { id: 'tema-reconexion', kind: 'reconnection', name: 'Reconexión del servicio' },
  { id: 'tema-cambio-de-titular', kind: 'holderChange', name: 'Cambio de titular' },
  { id: 'contacto-consulta', kind: 'contact', name: 'Consulta', form: 'query' },
  { id: 'contacto-consumo-elevado', kind: 'contact', name: 'Consumo elevado', form: 'highConsumption' },
  { id: 'contacto-sugerencia', kind: 'contact', name: 'Sugerencia', form: 'suggestion' },
  { id: 'contacto-opinion', kind: 'contact', name: 'Opinión', form: 'opinion' },
]
