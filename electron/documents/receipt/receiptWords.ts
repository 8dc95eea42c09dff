import type { FiledKind } from '../../../shared/contract/filings.ts'
import type { Choices, FactName } from '../../filings/facts.ts'
import { paperWords } from '../paperLocale.ts'

const kinds: Record<FiledKind, string> = {
  question: 'Pregunta',
  claim: 'Reclamación',
  contact: 'Mensaje',
  reading: 'Lectura del medidor',
  reconnection: 'Reconexión',
  holderChange: 'Cambio de titular',
  invoiceDelivery: 'Forma de recibir su factura',
  contactDetails: 'Cambio de datos de contacto',
}

const facts: Record<FactName, string> = {
  accountNumber: 'Número de cuenta',
  addsTo: 'Agrega información a la reclamación',
  invoice: 'Factura',
  reading: 'Lectura que usted indica',
  disputed: 'Importe que reclama',
  meter: 'Medidor',
  takenOn: 'Leída el',
  reason: 'Motivo',
  newHolder: 'Nuevo titular',
  effectiveOn: 'A partir del',
  delivery: 'La recibirá',
  changes: 'Cambia',
  contactName: 'Nombre',
}

const choices: { [G in keyof Choices]: Record<Choices[G], string> } = {
  reasons: { paidDebt: 'Ya pagó el adeudo', voluntary: 'Pidió el corte', other: 'Otro' },
  deliveries: { paper: 'En papel', email: 'Por correo electrónico' },
  contacts: { email: 'Correo electrónico', phone: 'Teléfono' },
}

const mexico = {
  title: 'Comprobante de solicitud',
  name: (folio: string) => `Comprobante ${folio}`,
  copy: (number: number, date: string, time: string) => `Copia ${number} · Impresa el ${date} a las ${time}`,
  folio: 'Folio',
  filed: (date: string, time: string) => `Presentada el ${date} a las ${time}`,
  kinds,
  facts,
  choices,
  holder: 'Titular',
  branch: 'Sucursal',
  kiosk: 'Kiosco',
  utilityFolio: 'Folio de la empresa',
  text: 'Lo que usted escribió',
  next: 'Qué sigue',
  keep: 'Guarde este comprobante. Puede consultar su folio en cualquier kiosco, en «Consultar folio».',
  keepHere: 'Guarde este comprobante. Puede consultar su folio en este mismo kiosco, en «Consultar folio».',
  stored: 'Su solicitud está guardada. Se enviará en cuanto haya conexión; la fecha que cuenta es la de este comprobante.',
  readingCounts: (date: string) => `Su lectura cuenta con fecha del ${date}, el día en que la aportó, aunque llegue después a la empresa.`,
  received: 'La empresa ya recibió su solicitud.',
  answerDue: (date: string) => `La empresa ya recibió su solicitud. Le responderá a más tardar el ${date}.`,
  answerDays: (days: number) => `La empresa debe responderle en ${days} ${days === 1 ? 'día hábil' : 'días hábiles'}.`,
  regulator: (name: string, phone: string | null) =>
    `Si no le responden o no está de acuerdo con la respuesta, acuda a ${name}${phone === null ? '' : `, teléfono ${phone}`}.`,
  answered: 'La empresa ya respondió su solicitud. Pida la respuesta en el mostrador con este comprobante.',
  setAside: 'La empresa no aceptó la solicitud tal como está. Pase al mostrador con este comprobante: el personal la revisará con usted.',
  closed: 'La atendió el personal. Si tiene dudas, pregunte en el mostrador con este comprobante.',
  corrected: (folio: string) => `La atendió el personal. En su lugar está el folio ${folio}.`,
  emergency: (phone: string | null) =>
    `Este comprobante no avisa a una cuadrilla. En una emergencia llame al ${phone ?? 'número de emergencias de la empresa'}.`,
}

/** The words of a receipt, in the language of its zone. */
export const receiptWords = paperWords<typeof mexico>({
  'es-MX': mexico,
  'es-UY': {
    ...mexico,
    kinds: { ...kinds, claim: 'Reclamo' },
    facts: { ...facts, addsTo: 'Agrega información al reclamo' },
    choices: { ...choices, reasons: { ...choices.reasons, paidDebt: 'Ya pagó la deuda' } },
  },
})
