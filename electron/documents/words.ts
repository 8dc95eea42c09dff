import type { Zone } from '../../shared/utility-api/generated/types.gen.ts'

/** The languages that the utility's papers are written in: each zone's own, not the screen's. */
export type PaperLocale = 'es-MX' | 'es-UY'

const common = {
  duplicate: 'DUPLICADO',
  copy: (number: number, date: string, time: string) => `Copia ${number} · Impreso el ${date} a las ${time}`,
  preview: 'VISTA PREVIA',
  notACopy: 'La copia impresa llevará su número',
  sheet: (page: number, pages: number) => `Hoja ${page} de ${pages}`,
  holder: 'Titular',
  supplyAddress: 'Domicilio del suministro',
  accountNumber: 'Número de cuenta',
  control: 'Control  No.',
  period: 'Periodo facturado',
  issuedOn: 'Fecha de emisión',
  meter: 'Medidor',
  tariff: 'Tarifa',
  totalDue: 'Total a pagar',
  credit: 'Saldo a favor',
  nothingToPay: 'No tiene que pagar esta factura',
  dueWords: { due: 'Vence el', dueToday: 'Vence hoy', overdue: 'Venció el' },
  invoiceAmount: 'Importe de la factura',
  creditNote: 'Nota de crédito',
  stamps: { paid: 'PAGADA', cancelled: 'CANCELADA', outdated: 'MODIFICADA' },
  outdated: 'La empresa modificó esta factura. Antes de pagar, pregunte en el mostrador cuánto debe.',
  paidOn: (date: string) => `Pagada el ${date}`,
  closed: 'Cuenta cerrada',
  readings: 'Sus lecturas',
  previousReading: 'Anterior',
  currentReading: 'Actual',
  readingDate: 'Fecha',
  readingValue: 'Lectura',
  readingKind: 'Tipo',
  noReading: 'sin lectura',
  kinds: { actual: 'Real', estimated: 'Estimada', customer: 'Aportada por el cliente' },
  consumption: 'Consumo',
  conversionFactor: 'Factor de conversión',
  billedConsumption: 'Consumo facturado',
  chart: (unit: string) => `Su consumo en 13 meses (${unit})`,
  estimatedBar: 'Lectura estimada',
  noInvoice: '–',
  charges: 'Cómo se calculó',
  concept: 'Concepto',
  quantity: 'Cantidad',
  unitPrice: 'Precio unitario',
  amount: 'Importe',
  subtotal: 'Subtotal',
  total: 'Total',
  reference: 'Referencia de pago',
  noBarcode: 'Esta referencia de pago no cabe en un código de barras: díctela en la caja o tecléela.',
  referenceAtCounter: 'La referencia de pago de esta factura la tiene el mostrador: pídala ahí.',
  atCounter: 'Lo tiene el mostrador: pídalo ahí',
  emergencies: 'Emergencias',
  issuer: 'Emisor',
  receiver: 'Receptor',
  documentType: 'Tipo de comprobante',
  certifiedAt: 'Fecha y hora de certificación',
  verifyAt: (host: string) => `Verifique este comprobante en ${host}`,
  cannotCarry: 'Dirección de verificación',
  addressFollows: 'La dirección de verificación está al final, en la última hoja.',
}

const mexico = {
  ...common,
  taxId: 'RFC',
  fiscalTitle: 'Este documento es una representación impresa de un CFDI',
  folio: 'Folio fiscal (UUID)',
  regime: 'Régimen fiscal',
  postalCode: 'Código postal',
  use: 'Uso del CFDI',
  paymentForm: 'Forma de pago',
  paymentMethod: 'Método de pago',
  placeOfIssue: 'Lugar de expedición',
  issuerCertificate: 'N.º de serie del certificado del emisor',
  authorityCertificate: 'N.º de serie del certificado del SAT',
  issuerSeal: 'Sello digital del CFDI',
  authoritySeal: 'Sello digital del SAT',
  originalChain: 'Cadena original del complemento de certificación digital del SAT',
}

const uruguay = {
  ...common,
  taxId: 'RUT',
  fiscalTitle: 'Comprobante fiscal electrónico',
  folio: 'Serie y número',
  securityCode: 'Código de seguridad',
  cae: 'CAE N.º',
  caeRange: 'Rango autorizado',
  caeExpiry: 'Vencimiento del CAE',
}

export const mexicanWords = mexico
export const uruguayanWords = uruguay

export type CommonWords = typeof common & { taxId: string; fiscalTitle: string; folio: string }

/** The words of a paper; those of one country's fiscal block are in its own set. */
export const wordsOf = (locale: PaperLocale): CommonWords => (locale === 'es-UY' ? uruguay : mexico)

/** The paper's language of a zone: its country's, whatever language the zone's locale adds. */
export const paperLocale = ({ locale, currency }: Pick<Zone, 'locale' | 'currency'>): PaperLocale =>
  locale?.endsWith('-UY') || currency === 'UYU' ? 'es-UY' : 'es-MX'
