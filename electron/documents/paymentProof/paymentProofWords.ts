import type { InvoiceStanding } from '../../../shared/contract/account.ts'
import type { PayWay } from '../../../shared/contract/payments.ts'
import { paperWords } from '../paperLocale.ts'

const ways: Record<PayWay, (place: string) => string> = {
  bank: (place) => `Banco: ${place}`,
  network: (place) => `Red de cobranza: ${place}`,
  store: (place) => `Tienda: ${place}`,
  counter: () => 'Ventanilla de la empresa',
  directDebit: () => 'Débito automático',
  other: (place) => place,
  unknown: () => 'La empresa no lo dice',
}

const standings: Record<InvoiceStanding['kind'], string> = {
  due: 'Pendiente',
  dueToday: 'Pendiente',
  overdue: 'Vencida',
  paid: 'Pagada',
  cancelled: 'Cancelada',
  credit: 'A su favor',
  creditNote: 'Nota de crédito',
  nothing: 'Nada que pagar',
  outdated: 'Modificada',
}

const mexico = {
  titles: { payment: 'Comprobante de pago', return: 'Registro de un pago revertido' },
  names: {
    payment: (account: string) => `Comprobante de pago – ${account}`,
    return: (account: string) => `Registro de un pago revertido – ${account}`,
  },
  amount: 'Importe pagado',
  takenBack: 'Importe devuelto o anulado',
  paidOn: (date: string) => `Pagado el ${date}`,
  takenBackOn: (date: string) => `Registrado el ${date}`,
  accountNumber: 'Número de cuenta',
  holder: 'Titular',
  way: 'Cómo se pagó',
  wayBack: 'Medio',
  reference: 'Referencia',
  ways,
  standings,
  invoices: 'Facturas que pagó',
  invoicesTakenBack: 'Facturas de este registro',
  invoice: 'Factura',
  period: 'Mes facturado',
  invoiceTotal: 'Importe de la factura',
  standing: 'Cómo está hoy',
  notHere: 'No está en este kiosco',
  sum: 'Suma de estas facturas',
  noInvoices: 'La empresa no dice qué facturas se pagaron con este importe.',
  differs: {
    one: 'Lo pagado no es igual al importe de la factura. Si tiene dudas, pregunte en el mostrador.',
    several: 'Lo pagado no es igual a la suma de las facturas, y la empresa no dice cuánto aplicó a cada una. Si tiene dudas, pregunte en el mostrador.',
  },
  returned: (date: string) => `Este pago se devolvió o se anuló el ${date}: ya no cuenta como pago.`,
  perhapsReturned: (date: string) =>
    `El ${date} se devolvió o se anuló un pago de este importe, y la empresa no dice cuál. Antes de usar este papel, pregunte en el mostrador.`,
  return: 'Este registro es de un pago que se devolvió o se anuló: no es un pago. Si tiene dudas, pregunte en el mostrador.',
  outdated: 'La empresa modificó este pago y este kiosco todavía no puede leer el cambio. Antes de usar este papel, pregunte en el mostrador.',
  what: 'Qué es este papel',
  notInstead: 'No sustituye el recibo que le dieron al pagar ni es un comprobante fiscal.',
}

/** The words of the proof of a payment, in the language of its zone. */
export const paymentProofWords = paperWords<typeof mexico>({
  'es-MX': mexico,
  'es-UY': { ...mexico, ways: { ...ways, store: (place) => `Comercio: ${place}`, counter: () => 'Caja de la empresa' } },
})
