import type { NotCarried } from '../../../shared/domain/paymentReference.ts'
import { paperWords } from '../paperLocale.ts'

const noBars: Record<NotCarried, string> = {
  'no-reference': 'la factura no tiene referencia de pago',
  'left-out': 'la referencia de pago de esta factura la tiene el mostrador',
  'not-digits': 'esta referencia de pago tiene algo más que cifras',
  'bad-characters': 'esta referencia de pago tiene caracteres que un código de barras no puede llevar',
  'odd-length': 'esta referencia de pago tiene un número impar de cifras',
  'too-long': 'esta referencia de pago no cabe en un código de barras',
  amount: 'este importe no cabe en la referencia de pago',
  date: 'la fecha de pago no cabe en la referencia de pago de este banco',
}

/** How many of the invoices on it are overdue. */
function overdue(count: number, among: number): string {
  if (among === 1) return 'La factura está vencida.'
  return count === 1 ? 'Incluye una factura vencida.' : `Incluye ${count} facturas vencidas.`
}

const ofEach = { invoice: 'factura', contract: 'contrato' }

const mexico = {
  title: 'Ficha de pago',
  name: (place: string) => `Ficha de pago – ${place}`,
  copy: (number: number, date: string, time: string) => `Copia ${number} · Impresa el ${date} a las ${time}`,
  printed: (date: string, time: string) => `Impresa el ${date} a las ${time}`,
  payAt: 'Pague en',
  desk: 'Caja de esta sucursal',
  agreement: 'Convenio',
  total: 'Total a pagar',
  payBy: 'Pague a más tardar el',
  accountNumber: 'Número de cuenta',
  holder: 'Titular',
  supplyAddress: 'Domicilio del suministro',
  invoice: 'Factura',
  invoices: 'Facturas',
  period: 'Periodo facturado',
  dueOn: 'Vencimiento',
  amount: 'Importe',
  reference: 'Referencia de pago',
  coupons: (count: number, each: 'invoice' | 'contract') => `Son ${count} fichas, una por ${ofEach[each]}: entréguelas todas.`,
  atTheTill: 'En la caja',
  sayAgreement: (company: string, agreement: string, _invoices: number) => `Diga: «Pago de servicio de ${company}, convenio ${agreement}».`,
  say: (company: string, _invoices: number) => `Diga: «Pago de servicio de ${company}».`,
  handOver: (parts: number) =>
    parts > 1
      ? 'El cajero lee el código de barras de cada parte. Si no puede, díctele la referencia de pago.'
      : 'Entregue esta hoja: el cajero lee el código de barras. Si no puede, díctele la referencia de pago.',
  sayAmount: (amount: string) => `Diga cuánto paga: ${amount}.`,
  sayEach: 'Diga cuánto paga con cada parte: el importe está en ella.',
  keep: 'Compruebe el importe antes de pagar y guarde el comprobante que le den.',
  overdue,
  fresh: (date: string) => `La ficha se calculó hoy y vale hasta el ${date}; después, imprima otra en cualquier kiosco.`,
  counter: (reason: string) => `Sin código de barras: ${reason}. Pague en el mostrador.`,
  dictate: 'Dicte al cajero la referencia de pago.',
  noBars,
  cut: (place: string) => `Corte aquí · Parte para ${place}`,
  deskPart: 'la caja',
}

/** The words of a payment slip, in the language of its zone. */
export const slipWords = paperWords<typeof mexico>({
  'es-MX': mexico,
  'es-UY': {
    ...mexico,
    title: 'Talón de pago',
    name: (place) => `Talón de pago – ${place}`,
    copy: (number, date, time) => `Copia ${number} · Impreso el ${date} a las ${time}`,
    printed: (date, time) => `Impreso el ${date} a las ${time}`,
    coupons: (count, each) => `Son ${count} talones, uno por ${ofEach[each]}: entréguelos todos.`,
    say: (company, invoices) => `Diga: «Vengo a pagar ${invoices > 1 ? 'facturas' : 'una factura'} de ${company}».`,
    sayAgreement: (company, agreement, invoices) => `Diga: «Vengo a pagar ${invoices > 1 ? 'facturas' : 'una factura'} de ${company}, convenio ${agreement}».`,
    fresh: (date) => `El talón se calculó hoy y vale hasta el ${date}; después, imprima otro en cualquier kiosco.`,
  },
})
