import type { OpenedCommand, WrittenFact } from '../../shared/contract/outbox.ts'
import { fullNumber } from '../../shared/domain/accountNumber.ts'
import type { Command } from '../../shared/utility-api/generated/types.gen.ts'
import type { StoredCommand } from '../cache/queries/commands.ts'
import type { ReadableDb } from '../cache/db.ts'
import { paperLocale } from '../documents/paperLocale.ts'
import { readFiled } from '../documents/receipt/readFiled.ts'
import { writerOf } from '../documents/receipt/receiptAbout.ts'
import type { FactName } from '../filings/facts.ts'
import { factsOf, textOf } from '../filings/filingTypes.ts'
import { reachOf } from '../filings/replyTo.ts'

/** What a customer filed, as far as its bytes can still be read: nothing is masked for those who serve. */
export function writtenIn(db: ReadableDb, { id }: StoredCommand): Pick<OpenedCommand, 'facts' | 'text'> {
  const filed = readFiled(db, id)
  if (!filed) return { facts: [], text: '' }
  const { command, account, topic } = filed
  const writer = { ...writerOf(filed, paperLocale(filed.zone)), name: (name: string) => name }
  const facts: [WrittenFact['name'] | FactName, string | null | undefined][] = [
    ['account', account && fullNumber(account)],
    ['topic', topic?.name],
    ...factsOf(command, writer).map(([name, value]): [FactName, string | null | undefined] => [name, value]),
    ...Object.entries(waysTo(command)).map(([name, value]): ['email' | 'phone', string] => [name as 'email' | 'phone', value]),
  ]
  return { facts: facts.flatMap(([name, value]) => (value ? [{ name, value }] : [])), text: textOf(command) }
}

/** By which the customer can be reached; empty where they did not say. */
function waysTo({ payload }: Command): { email: string; phone: string } {
  if ('replyTo' in payload) return reachOf(payload.replyTo)
  return reachOf({ email: 'email' in payload ? payload.email : undefined, phone: 'phone' in payload ? payload.phone : undefined })
}
