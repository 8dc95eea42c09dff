import type { OnlinePaymentState } from '../../../shared/contract/onlinePayments.ts'
import { paperWords } from '../paperLocale.ts'

const states: Record<OnlinePaymentState, string> = {
  pending: 'Pendiente: todavía no se paga',
  paid: 'Pago recibido',
  failed: 'El banco no hizo el pago',
  expired: 'Venció sin pagarse',
  withdrawn: 'No pague con este código',
}

const next: Record<OnlinePaymentState, string[]> = {
  pending: [],
  paid: ['Puede tardar en aparecer en su cuenta. Guarde este papel y el comprobante de su banco.'],
  failed: ['Puede pagar de otra manera, o abrir otro pago en el kiosco. Si su banco le muestra un cargo, pregunte en el mostrador.'],
  expired: ['Puede abrir otro pago en el kiosco. Si su banco le muestra un cargo, pregunte en el mostrador.'],
  withdrawn: ['Lo que debe ya no es lo de este pago. Pregunte en el mostrador cuánto debe y cómo pagarlo.'],
}

const words = {
  title: 'Pago en línea',
  name: (reference: string) => `Pago en línea ${reference}`,
  amount: 'Importe',
  accountNumber: 'Número de cuenta',
  invoices: (count: number) => (count === 1 ? 'Factura' : 'Facturas'),
  bank: 'Banco',
  reference: 'Referencia',
  until: (date: string, time: string) => `Vale hasta el ${date} a las ${time}`,
  how: 'Cómo pagar con su teléfono',
  steps: (page: string) => [
    '1. Abra la cámara de su teléfono y apunte al código.',
    `2. Se abre la página ${page}. Revise que el importe sea el de este papel.`,
    '3. Pague ahí, una sola vez.',
  ],
  states,
  next,
  otherAmount: ['La empresa recibió otro importe que el que se pidió. Pregunte en el mostrador si falta algo.'],
  asTold: (date: string, time: string) => `Así estaba el ${date} a las ${time}. No es un comprobante fiscal.`,
}

/** The words of the paper about a payment on one's own phone; both countries use the same. */
export const onlinePaymentWords = paperWords<typeof words>({ 'es-MX': words, 'es-UY': words })
