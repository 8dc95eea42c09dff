import type { Invoice, Reading, Request } from '../../../shared/utility-api/generated/types.gen.ts'
import type { Subject } from './account.ts'
import { addDays, monthKey } from './calendar.ts'
import type { MeteredMonth } from './meter.ts'
import { opaque } from './random.ts'

/** What was read at the meter, the value before the first bill included. */
export function readingsOf({ account }: Subject, months: readonly MeteredMonth[]): Reading[] {
  const first = months[0]?.previous
  const own = { accountId: account.id, meterNumber: account.meterNumber }
  const id = (takenOn: string): string => `${account.id}-r${monthKey(takenOn)}`
  const initial: Reading[] = first ? [{ ...own, ...first, id: id(first.takenOn), consumption: null }] : []
  const billed = months.flatMap(({ current, consumption }): Reading[] => (current ? [{ ...own, ...current, id: id(current.takenOn), consumption }] : []))
  return [...initial, ...billed]
}

const stories = [
  {
    kind: 'claim',
    topicId: 'tema-consumo-elevado',
    topic: 'Consumo elevado',
    status: 'resolved',
    answer: 'Revisamos su medidor: funciona bien. El consumo corresponde a las lecturas.',
  },
  { kind: 'question', topicId: 'tema-fecha-de-pago', topic: 'Fecha y lugar de pago', status: 'received', answer: null },
  { kind: 'claim', topicId: 'tema-lectura-estimada', topic: 'Lectura estimada', status: 'inProgress', answer: null },
  {
    kind: 'reconnection',
    topicId: 'tema-reconexion',
    topic: 'Reconexión del servicio',
    status: 'waitingCustomer',
    answer: 'Falta el comprobante de pago. Preséntelo en cualquier sucursal.',
  },
  {
    kind: 'holderChange',
    topicId: 'tema-cambio-de-titular',
    topic: 'Cambio de titular',
    status: 'rejected',
    answer: 'El documento del nuevo titular no es legible.',
  },
] as const

/** What the customer asked for before. */
export function requestsOf(subject: Subject, invoices: readonly Invoice[]): Request[] {
  if (!subject.traits.request) return []
  const { account, index, today } = subject
  const story = stories[index % stories.length]
  if (!story) return []
  const openedOn = addDays(today, -(12 + (index % 40)))
  const invoiceId = story.kind === 'claim' ? (invoices.at(-3)?.id ?? null) : null
  const days = subject.profile.zone.regulator?.claimBusinessDays
  return [
    {
      ...story,
      id: `${account.id}-q`,
      accountId: account.id,
      folio: requestFolio(`${account.id} ${openedOn}`),
      localFolio: null,
      invoiceId,
      commandId: null,
      openedOn,
      answerDueOn: days ? addDays(openedOn, Math.ceil((days * 7) / 5)) : null,
    },
  ]
}

/** The utility's own number of a request. */
export const requestFolio = (text: string): string => `S-${String(Number.parseInt(opaque(text, 8), 16) % 100_000_000).padStart(8, '0')}`
