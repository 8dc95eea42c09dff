import type { Account, Command, InvoiceDeliveryCommand, ReadingCommand } from '../../shared/utility-api/generated/types.gen.ts'
import { topics } from './data/topics.ts'
import { type Refusal, refusal } from './problem.ts'

/** The account as it stands now, or null. */
export type Accounts = (id: string) => Account | null

const needsAccount: Record<Command['kind'], boolean> = {
  question: false,
  claim: true,
  contact: false,
  reading: true,
  reconnection: true,
  holderChange: true,
  invoiceDelivery: true,
  contactDetails: true,
}

/** Why the utility refuses a well-formed command for good, or null. */
export function judge(command: Command, accounts: Accounts, today: string): Refusal | null {
  const account = command.accountId ? accounts(command.accountId) : null
  if (!account && (command.accountId || needsAccount[command.kind])) {
    return refusal(422, 'unknown-account', 'La cuenta no existe')
  }
  switch (command.kind) {
    case 'question':
    case 'claim':
    case 'contact': {
      const known = topics.some((topic) => topic.id === command.payload.topicId && topic.kind === command.kind)
      return known ? null : refusal(422, 'unknown-topic', 'El tema no existe')
    }
    case 'reading':
      return account && judgeReading(command, account, today)
    case 'invoiceDelivery':
      return judgeDelivery(command)
    case 'reconnection':
      return account?.status === 'closed' ? refusal(422, 'account-closed', 'La cuenta está dada de baja') : null
    case 'holderChange':
    case 'contactDetails':
      return null
  }
}

function judgeReading({ payload }: ReadingCommand, account: Account, today: string): Refusal | null {
  if (payload.meterNumber !== account.meterNumber) return refusal(422, 'wrong-meter', 'El medidor no es el de la cuenta')
  if (payload.takenOn > today) return refusal(422, 'reading-in-the-future', 'La fecha de la lectura aún no llega')
  const window = account.readingWindow
  const inside = window && window.opensOn <= payload.takenOn && payload.takenOn <= window.closesOn
  return inside ? null : refusal(422, 'outside-reading-window', 'La lectura está fuera del periodo')
}

function judgeDelivery({ payload }: InvoiceDeliveryCommand): Refusal | null {
  if (payload.delivery === 'paper' || (payload.email && payload.consent)) return null
  return refusal(422, 'consent-required', 'Falta el correo o la autorización')
}
