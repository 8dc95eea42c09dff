import type { AccountHeader, InvoiceDetail, InvoiceSummary, MonthPair } from '../../shared/contract/account.ts'
import type { AnswerOf, Channel } from '../../shared/contract/index.ts'
import type { KioskDescription, Zone } from '../../shared/contract/kiosk.ts'
import type { PrintJob } from '../../shared/contract/printing.ts'
import type { SelfTest } from '../../shared/contract/selfTest.ts'
import { usualKeypad } from '../../shared/contract/keypad.ts'
import { addMonths } from '../../shared/domain/dates.ts'
import { standingOf } from '../../shared/domain/invoiceStanding.ts'
import { samplePayments } from './paymentSamples.ts'
import { assistAnswers } from './assistSamples.ts'
import { agreementAnswers } from './agreementSamples.ts'
import { customerDataAnswers } from './customerDataSamples.ts'
import { dayEndAnswers } from './dayEndSamples.ts'
import { guideAnswers } from './guideSamples.ts'
import { sampleCode, sampleCustomer, sampleRegistrationRules, sampleWaiting } from './officeSamples.ts'
import { onlinePaymentAnswers } from './onlinePaymentSamples.ts'
import { samplePayOptions, samplePayTogether } from './paySamples.ts'
import { sampleReading } from './readingSamples.ts'
import { sampleContracts } from './contractSamples.ts'
import { contactAnswers, requestAnswers } from './requestSamples.ts'
import { deskAnswers, sampleStaffJob, sampleStaffStatus } from './staffSamples.ts'
import { statementAnswers } from './statementSamples.ts'
import { sampleDelivery } from './deliverySamples.ts'
import { sampleSupply } from './supplySamples.ts'

const noRule = { label: null, pattern: null, help: null }
const mexican = {
  phone: '81 8000 4427',
  regulator: { name: 'PROFECO', phone: '55 5568 8722' },
  claimBusinessDays: null,
  service: 'gas',
  currency: 'MXN',
  locale: 'es-MX',
  timeZone: 'America/Monterrey',
  account: noRule,
  invoice: noRule,
  registration: sampleRegistrationRules,
} as const

export const sampleZones: Zone[] = [
  { ...mexican, id: 'mty', name: 'Monterrey', cities: ['Monterrey', 'San Nicolás', 'Guadalupe'], company: 'Gas del Norte', emergencyPhone: '81 8111 2233' },
  {
    ...mexican,
    id: 'bjs',
    name: 'Bajío Sur',
    cities: ['Celaya', 'Salamanca', 'Irapuato', 'León', 'Silao'],
    company: 'Gas del Bajío',
    emergencyPhone: '477 711 2233',
  },
  {
    ...mexican,
    id: 'bjn',
    name: 'Bajío Norte',
    cities: ['San Luis Potosí', 'Aguascalientes', 'Zacatecas'],
    company: 'Gas del Bajío',
    emergencyPhone: '444 811 2233',
  },
  { ...mexican, id: 'nld', name: 'Nuevo Laredo', cities: ['Nuevo Laredo'], company: 'Gas del Norte', emergencyPhone: '867 711 2233' },
  {
    ...mexican,
    id: 'qro',
    name: 'Querétaro',
    cities: ['Querétaro', 'San Juan del Río'],
    company: 'Aguas de Querétaro',
    service: 'water',
    account: { label: 'Referencia', pattern: null, help: 'Siete números, arriba a la derecha.' },
    registration: { ...sampleRegistrationRules, proof: 'meter' },
    emergencyPhone: '442 211 2233',
  },
  {
    ...mexican,
    id: 'mvd',
    name: 'Montevideo',
    cities: ['Montevideo', 'Canelones'],
    company: 'Gas del Plata',
    currency: 'UYU',
    locale: 'es-UY',
    timeZone: 'America/Montevideo',
    emergencyPhone: '0800 1234',
    registration: { ...sampleRegistrationRules, proof: 'document', documents: { person: ['CI', 'pasaporte'], company: ['RUT'] } },
  },
]

export const sampleDescription: KioskDescription = {
  version: '0.1.0',
  mode: 'kiosk',
  sampleData: true,
  configured: true,
  branch: { name: 'Sucursal Centro', timeZone: 'America/Monterrey' },
  homeZoneId: 'mty',
  zones: sampleZones,
  printers: ['documents'],
  diagnostics: false,
  scanner: false,
  phone: false,
  speech: true,
  keypad: usualKeypad,
}

export const sampleAccount: AccountHeader = {
  id: 'a1',
  zoneId: 'mty',
  number: '40989917',
  checkDigit: '7',
  status: 'active',
  holderName: 'A•• M••••• P•••',
  supplyAddress: 'C•••• 12 P•••••••, Centro',
  conventions: { currency: 'MXN', locale: 'es-MX', timeZone: 'America/Monterrey', unit: 'm³' },
}

const NUMBERS = ['DE 4043 2503', 'DM 4031 7781', 'DL 4019 0042', 'DK 4007 5519', 'DJ 3995 1207', 'DH 3983 6640', 'DG 3971 0098', 'DF 3959 4431']
const TOTALS = [128450, 110200, 98675, 94120, 102340, 131080, 186990, 243510]

/** The invoice as it stands on the day of the samples; what was paid, was paid on the day it was due. */
export const onSampleDay = (invoice: Omit<InvoiceSummary, 'standing'>): InvoiceSummary => ({
  ...invoice,
  standing: standingOf(invoice, '2026-11-21', invoice.dueOn),
})

export const sampleInvoices: InvoiceSummary[] = NUMBERS.map((number, index) => {
  const month = addMonths('2026-10', -index)
  const total = TOTALS[index] ?? 0
  return onSampleDay({
    id: `i${index + 1}`,
    number,
    issuedOn: `${addMonths(month, 1)}-03`,
    dueOn: `${addMonths(month, 2)}-02`,
    periodStart: `${month}-01`,
    periodEnd: `${month}-28`,
    total,
    balance: index === 0 ? total : 0,
    status: index === 0 ? 'open' : 'paid',
  })
})

const AMOUNTS: [number | null, number | null][] = [
  [190000, 204000],
  [260000, 244000],
  [305000, 330000],
  [275000, 300000],
  [200000, 220000],
  [155000, 150000],
  [120000, 125000],
  [100000, 105000],
  [90000, 100000],
  [95000, 100000],
  [110200, 120000],
  [128450, 142650],
]
const sampleMonths: MonthPair[] = AMOUNTS.map(([thisYear, lastYear], index) => ({ month: addMonths('2025-11', index), thisYear, lastYear }))

const [latest, paid] = sampleInvoices as [InvoiceSummary, InvoiceSummary]
const identified: InvoiceSummary | null = latest

export const sampleDetail: InvoiceDetail = {
  account: sampleAccount,
  invoice: sampleInvoices[0] as InvoiceSummary,
  consumption: 29,
  conversionFactor: 1.0425,
  billedUnit: 'm³',
  previousReading: { takenOn: '2026-10-01', value: 4180, kind: 'actual' },
  currentReading: { takenOn: '2026-11-01', value: 4209, kind: 'estimated' },
  meterNumber: 'G4-118820',
  tariff: 'Residencial',
  lines: [
    { description: 'Consumo', quantity: 29, unit: 'm³', unitPrice: 34.5, amount: 100050 },
    { description: 'Cargo fijo', quantity: null, unit: null, unitPrice: null, amount: 10683 },
  ],
  taxes: [{ name: 'IVA', rate: 0.16, amount: 17717 }],
  comparisons: [
    {
      month: '2026-09',
      total: 110200,
      difference: 18250,
      parts: { days: -3300, consumption: 16500, price: 2528, charges: 0, taxes: 2522 },
      unit: 'm³',
      before: { days: 29, quantity: 25, unitPrice: 33.4 },
      now: { days: 28, quantity: 29, unitPrice: 34.5 },
    },
    {
      month: '2025-10',
      total: 142650,
      difference: -14200,
      parts: { days: 0, consumption: -12241, price: 0, charges: 0, taxes: -1959 },
      unit: 'm³',
      before: { days: 28, quantity: 32.5, unitPrice: 34.5 },
      now: { days: 28, quantity: 29, unitPrice: 34.5 },
    },
  ],
  yearAgo: { consumption: 31, days: 28 },
}

export const sampleJob: PrintJob = {
  id: 'j1',
  kind: 'duplicate',
  document: { kind: 'duplicate', invoiceId: 'i1' },
  printer: 'documents',
  documentId: 'i1',
  documentName: 'DE 4043 2503',
  copyNumber: 1,
  sheets: 1,
  state: 'sent',
  attention: null,
  problem: null,
  asks: false,
  canCancel: true,
  canRetry: false,
  alternativePrinter: null,
}

export const sampleReceiptJob: PrintJob = {
  ...sampleJob,
  id: 'j9',
  kind: 'receipt',
  document: { kind: 'receipt', commandId: 'c1' },
  documentId: 'c1',
  documentName: 'K07-20261121-00428',
}

/** A picture of one dot. */
const ONE_DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const sampleClerks = [
  { clerkId: 'c-1', name: 'Lucía Treviño Garza' },
  { clerkId: 'c-2', name: 'Ramiro Cantú Elizondo' },
]

const sampleSelfTest: SelfTest = {
  at: '2026-11-21T12:00:00.000Z',
  occasion: 'daily',
  results: [
    { check: 'documentPrinter', outcome: 'failed', cause: 'paper', amount: null },
    { check: 'clock', outcome: 'passed', cause: null, amount: null },
    { check: 'sound', outcome: 'open', cause: null, amount: null },
  ],
}

/** What the fake answers when it was not told otherwise. */
export const sampleAnswers: { [C in Channel]: AnswerOf<C> } = {
  'clerk.list': { clerks: sampleClerks },
  'clerk.signIn': {},
  'clerk.lock': {},
  'selfTest.latest': { test: sampleSelfTest },
  'selfTest.run': { test: sampleSelfTest },
  'selfTest.judge': { test: sampleSelfTest },
  'clerk.unlock': {},
  'kiosk.describe': sampleDescription,
  'kiosk.status': {
    online: true,
    data: 'ready',
    dataAsOf: '2026-11-21T16:42:00.000Z',
    changesLoaded: 0,
    filing: 'open',
    outOfService: false,
    headphones: false,
  },
  'kiosk.notices': {
    notices: [
      { id: 'n1', title: 'Mantenimiento programado en la red', body: 'El sábado 28 habrá trabajos en la zona centro, de 8 a 14 h.', validTo: '2026-11-28' },
    ],
  },
  'kiosk.privacyNotice': {
    id: 'privacy',
    version: '2026-1',
    title: 'Aviso de privacidad',
    summary: 'Usamos sus datos solo para mostrarle su cuenta e imprimir sus documentos.',
    body: '# Quién es responsable\n\nGas del Norte es **responsable** de sus datos.\n\n- Para atenderle\n- Para imprimir',
  },
  'signIn.enter': { outcome: 'signedIn', customer: sampleCustomer },
  'signIn.cancel': {},
  'signIn.askForRenewal': sampleCode,
  'signIn.renew': {},
  'registration.texts': { notice: null, terms: null, guide: null },
  'registration.send': { waiting: sampleWaiting },
  'registration.state': { status: 'awaitingActivation' },
  'registration.sendAgain': sampleWaiting,
  'registration.changeEmail': sampleWaiting,
  'registration.activate': {},
  'phone.offer': { qr: { size: 21, path: 'M0 0h7v7h-7zM14 0h7v7h-7zM0 14h7v7h-7z' }, expiresAt: '2026-11-21T16:47:00.000Z', network: 'Sucursal' },
  'phone.withdraw': {},
  'speech.say': { wav: '' },
  'kiosk.reportBug': { incidentId: 'abc123' },
  'session.activity': {},
  'session.end': {},
  'session.started': {},
  'lookup.identify': { accountId: 'a1', invoiceId: 'i1', contracts: 1 },
  'lookup.scan': { kind: 'bill', zoneId: 'mty', accountNumber: null, invoiceNumber: 'DE 4043 2503' },
  'account.home': {
    account: sampleAccount,
    totalOwed: 128450,
    pendingInvoices: 1,
    outdatedInvoices: 0,
    nextDue: { kind: 'due', on: '2026-12-02' },
    oldestOwed: identified,
    identified,
    latest: sampleInvoices.slice(0, 3),
    notices: { newest: [], more: false },
  },
  'contracts.list': sampleContracts(sampleAccount, latest, paid),
  'contracts.toPay': samplePayTogether(sampleAccount),
  'contracts.readAgain': {},
  'account.invoices': { account: sampleAccount, invoices: sampleInvoices, months: sampleMonths },
  'account.invoice': sampleDetail,
  ...guideAnswers,
  ...requestAnswers(sampleAccount),
  ...contactAnswers,
  ...statementAnswers(sampleAccount),
  ...assistAnswers(sampleAccount),
  ...agreementAnswers(sampleAccount),
  'reading.show': sampleReading(sampleAccount),
  'supply.show': sampleSupply(sampleAccount),
  'invoiceDelivery.show': sampleDelivery(sampleAccount),
  ...customerDataAnswers(sampleAccount),
  'payment.options': samplePayOptions(sampleAccount, sampleInvoices.slice(0, 3)),
  'payments.list': samplePayments(sampleAccount),
  ...onlinePaymentAnswers(sampleAccount),
  'preview.open': { previewId: 'p1', pages: [612, 612].map((width) => ({ width, height: 792 })) },
  'preview.page': { png: ONE_DOT, text: 'Total a pagar\n$1,284.50' },
  'printing.printer': { state: 'ready', attention: [] },
  'printing.print': sampleJob,
  'printing.job': sampleJob,
  'printing.cancel': { ...sampleJob, state: 'cancelled', canCancel: false },
  'printing.retry': sampleJob,
  'printing.answer': { ...sampleJob, state: 'confirmed', canCancel: false },
  ...dayEndAnswers,
  'staff.status': sampleStaffStatus,
  'staff.answerJob': sampleStaffJob,
  'staff.printTestPage': {},
  ...deskAnswers,
}
