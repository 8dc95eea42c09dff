import type { Account, Invoice, Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import { duplicateModel, type DuplicateModel } from './duplicateModel.ts'

const zone: Zone = {
  id: 'sample',
  name: 'Muestra',
  company: 'Muestra',
  service: 'gas',
  currency: 'MXN',
  timeZone: 'UTC',
  unit: 'm³',
  taxRate: 0.16,
  issuer: { legalName: 'Muestra, S.A.', taxId: 'XAXX010101000', address: 'Ninguna' },
}

const account: Account = {
  id: 'sample',
  zoneId: zone.id,
  number: '1',
  status: 'active',
  holder: { kind: 'company', companyName: 'Nadie', documentType: 'RFC', documentNumber: 'XAXX010101000' },
  supplyAddress: { street: 'Ninguna', city: 'Ninguna' },
  meterNumber: '1',
  tariff: 'Ninguna',
  invoiceDelivery: 'paper',
  balance: 0,
}

const invoice: Invoice = {
  id: 'sample',
  accountId: account.id,
  number: 'AA 0000 0000',
  issuedOn: '2026-02-01',
  dueOn: '2026-02-15',
  periodStart: '2026-01-01',
  periodEnd: '2026-01-31',
  total: 11600,
  balance: 0,
  status: 'paid',
  consumption: 10,
  conversionFactor: 10.5,
  billedUnit: 'kWh',
  currentReading: { takenOn: '2026-01-31', value: 10, kind: 'actual' },
  lines: Array.from({ length: 5 }, () => ({ description: 'Concepto de muestra', quantity: 10.5, unit: 'kWh', unitPrice: 1.904761, amount: 2000 })),
  taxes: [{ name: 'IVA', rate: 0.16, amount: 1600 }],
  paymentReference: '123456789012345678901234567890',
  fiscal: {
    scheme: 'cfdi-4.0',
    folio: '00000000-0000-4000-8000-000000000000',
    issuerSeal: 'muestra+/'.repeat(38),
    authoritySeal: 'MUESTRA/+'.repeat(38),
    verificationUrl: `https://example.com/?id=${'0'.repeat(140)}`,
  },
}

/** Nobody's invoice, with something in every block: the drawing thread warms up on it and forgets it. */
export const sampleModel: DuplicateModel = duplicateModel({
  invoice,
  account,
  zone,
  history: [],
  rendition: { purpose: 'print', masked: false, copyNumber: 1 },
  printedOn: { instant: '2026-02-01T12:00:00Z', date: '2026-02-01', time: '12:00' },
})
