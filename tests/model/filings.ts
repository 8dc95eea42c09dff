import type { FilingOrder, Message } from '../../electron/outbox/outbox.ts'
import type { Account, Command } from '../../shared/utility-api/generated/types.gen.ts'
import type { Dice } from './dice.ts'

/** What a customer asked for, to be told again wherever it turns up: the serial number is in its words. */
export interface Filing {
  serial: number
  order: FilingOrder
  /** The utility will never take it. */
  refusable: boolean
}

/**
 * Invents filings of all eight kinds over several accounts, each with a serial number of its own.
 * @param today `YYYY-MM-DD`; readings are filed where the window is open
 */
export function createFilings(dice: Dice, accounts: readonly Account[], today: string): () => Filing {
  let serial = 0
  const takesReadings = ({ readingWindow }: Account): boolean => !!readingWindow && readingWindow.opensOn <= today
  return () => {
    serial += 1
    const account = dice.pick(accounts)
    const refusable = dice.chance(0.05)
    const message = refusable ? unknownTopic(serial) : dice.pick(takesReadings(account) ? [...makers, reading] : makers)(serial, account)
    const visitor = message.kind === 'contact'
    const order: FilingOrder = {
      formId: formIdOf(serial),
      sessionId: `sesion-${serial}`,
      accountId: visitor ? null : account.id,
      actor: { kind: visitor ? 'visitor' : 'invoiceHolder' },
      message,
    }
    return { serial, order, refusable }
  }
}

const formIdOf = (serial: number): string => `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`

/** The serial number of a command that arrived somewhere. */
export function serialOf({ payload }: Pick<Command, 'payload'>): number {
  if ('value' in payload) return payload.value
  return Number(/orden-(\d+)-/.exec(JSON.stringify(payload))?.[1] ?? Number.NaN)
}

const words = (serial: number): string => `Dice «orden-${serial}-»: el recibo no corresponde, ¿por qué? ñandú`
const address = (serial: number): string => `orden-${serial}-@ejemplo.mx`
const consent = { legalTextId: 'factura-electronica-es-mx', version: '2026-01', at: '2026-11-21T16:42:00Z' }

const unknownTopic = (serial: number): Message => ({ kind: 'question', payload: { topicId: 'tema-que-no-existe', text: words(serial) } })

type Maker = (serial: number, account: Account) => Message

const reading: Maker = (serial, { meterNumber = '', readingWindow }) => ({
  kind: 'reading',
  payload: { meterNumber, value: serial, takenOn: readingWindow?.opensOn ?? '' },
})

const makers: readonly Maker[] = [
  (serial) => ({ kind: 'question', payload: { topicId: 'tema-tarifa', text: words(serial), replyTo: { email: address(serial) } } }),
  (serial) => ({ kind: 'claim', payload: { topicId: 'tema-factura-no-recibida', text: words(serial), invoiceId: null } }),
  (serial) => ({ kind: 'contact', payload: { topicId: 'contacto-sugerencia', name: 'Ana Méndez', text: words(serial) } }),
  (serial) => ({ kind: 'reconnection', payload: { reason: 'paidDebt', phone: '81 8340 0000', notes: words(serial) } }),
  (serial) => ({
    kind: 'holderChange',
    payload: {
      newHolder: { kind: 'person', givenNames: 'Eva', familyName: 'Ruiz', documentType: 'INE', documentNumber: `orden-${serial}-` },
      email: address(serial),
      phone: '81 8340 0001',
      effectiveOn: '2026-12-01',
    },
  }),
  (serial) => ({ kind: 'invoiceDelivery', payload: { delivery: 'email', email: address(serial), consent } }),
  (serial) => ({ kind: 'contactDetails', payload: { email: address(serial), phone: '81 8340 0002' } }),
]
