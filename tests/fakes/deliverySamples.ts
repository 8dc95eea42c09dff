import type { AccountHeader } from '../../shared/contract/account.ts'
import type { InvoiceDeliveryShown } from '../../shared/contract/invoiceDelivery.ts'

/** On paper, with an address that the utility knows, and nothing asked for. */
export const sampleDelivery = (account: AccountHeader, change: Partial<InvoiceDeliveryShown> = {}): InvoiceDeliveryShown => ({
  account,
  delivery: 'paper',
  byEmail: {
    address: 'a••••••@correo.com',
    consent: { id: 'consent', version: '2026-01', title: 'Factura electrónica', summary: null, body: 'Acepto recibir mis facturas por correo.' },
  },
  instead: null,
  asked: null,
  ...change,
})
