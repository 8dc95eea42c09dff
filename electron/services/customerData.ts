import type { CustomerDataShown } from '../../shared/contract/customerData.ts'
import type { HandlersOf } from '../../shared/contract/index.ts'
import { maskEmail, maskPhone } from '../../shared/domain/masking.ts'
import { passwordRule } from '../../shared/domain/password.ts'
import { success } from '../../shared/result.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import type { CustomerKeys } from '../customers/customerKeys.ts'
import type { CustomerLogins } from '../customers/customerLogins.ts'
import { askedPhone } from '../filings/askedPhone.ts'
import type { Counter } from '../session/counter.ts'
import { masking, type Masking } from '../session/person.ts'
import type { AccountAccess } from './accountAccess.ts'
import type { AssistAudit } from './assist.ts'
import { describeFiled } from './filedRequests.ts'
import { zoneOf } from './servedZones.ts'

interface CustomerDataParts {
  clock: Clock
  counter: Pick<Counter, 'current'>
  accounts: AccountAccess
  keys: Pick<CustomerKeys, 'of'>
  logins: Pick<CustomerLogins, 'get'>
  /** Of a clerk who reads what is masked at first. */
  audit: Pick<AssistAudit, 'record'>
}

/** What the utility has of a customer, as far as whoever asks may see it. */
export function createCustomerDataService(parts: CustomerDataParts) {
  const { clock, counter, accounts, audit } = parts
  return {
    'customerData.show': ({ accountId, whole }) => {
      const opened = accounts.open(accountId)
      if (!opened.ok) return opened
      const { db, account, header } = opened.value
      const { person } = counter.current()
      const shown = masking(person, accountId)
      if (whole && person.kind === 'clerk') audit.record(person, 'assist.contactShown', 'shown', { accountId })
      const write = writer(whole ? shown : 'masked')
      return success({
        account: header,
        email: write.email(account.email),
        phone: write.phone(account.phone),
        canBeWhole: shown === 'full',
        asked: describeAsked(db, askedPhone(db, account, clock.now()), write),
        delivery: account.invoiceDelivery,
        customer: describeCustomer(parts, write),
      })
    },
  } satisfies Pick<HandlersOf<'customerData'>, 'customerData.show'>
}

type Writer = Record<'email' | 'phone', (text: string | null | undefined) => string | null>

/** Empty is as much as nothing. */
function writer(shown: Masking): Writer {
  const as = (mask: (text: string) => string) => (text: string | null | undefined) =>
    text?.trim() ? (shown === 'masked' ? mask(text.trim()) : text.trim()) : null
  return { email: as(maskEmail), phone: as(maskPhone) }
}

function describeAsked(db: ReadableDb, asked: ReturnType<typeof askedPhone>, write: Writer): CustomerDataShown['asked'] {
  if (!asked) return null
  const { folio, filedAt, state } = describeFiled(db, asked.command)
  return { phone: write.phone(asked.phone) ?? '', folio, at: filedAt, state }
}

function describeCustomer({ accounts, counter, keys, logins }: CustomerDataParts, write: Writer): CustomerDataShown['customer'] {
  const { id, person } = counter.current()
  const login = logins.get()
  if (person.kind !== 'customer' || !login) return null
  return {
    login: write.email(login.email) ?? '',
    canChange: keys.of(id) !== null,
    password: passwordRule(zoneOf(accounts, person.accountIds[0] ?? null)?.password),
  }
}
