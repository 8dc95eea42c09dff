import type { Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import type { Archive } from '../archive.ts'
import type { Clock } from '../../clock.ts'
import type { Contract } from '../contract.ts'
import { sampleCustomers } from '../data/customers.ts'
import type { Feed } from '../feed.ts'
import { writeLetter } from '../mail/letter.ts'
import { createMailPost, type MailOptions, type MailPost } from '../mail/mailPost.ts'
import { createCustomers, type Customers } from './customers.ts'
import { createEmailChange, type EmailChange } from './emailChange.ts'
import type { OfficeParts } from './officeParts.ts'
import { type ChangePassword, createPasswordChange } from './passwordChange.ts'
import { scryptPasswords } from './passwords.ts'
import { createRecords, type Records } from './records.ts'
import { createRegistrations, type Registrations } from './registrations.ts'
import { createRenewals, type Renewals } from './renewals.ts'
import { createSessions, type Sessions } from './sessions.ts'

/** The utility's online office: whom it knows, who registers, who is signed in. In memory; its mails are real. */
export interface OnlineOffice {
  records: Records
  customers: Customers
  registrations: Registrations
  renewals: Renewals
  sessions: Sessions
  changePassword: ChangePassword
  emailChange: EmailChange
  mail: MailPost
  /** The time of every code that was sent is over. */
  expireCodes(): void
}

export interface OnlineOfficeOptions {
  archive: Archive
  feed: Feed
  zones: readonly Zone[]
  clock: Clock
  today: string
  contract: Contract
  mail: MailOptions
}

const CODE_LIFETIME = 24 * 60 * 60_000

export function openOnlineOffice({ archive, feed, zones, clock, today, contract, mail: mailOptions }: OnlineOfficeOptions): OnlineOffice {
  const mail = createMailPost(clock, mailOptions)
  const parts: OfficeParts = {
    clock,
    records: createRecords({ archive, feed, zones }),
    customers: createCustomers(sampleCustomers(today)),
    passwords: scryptPasswords,
    write: (order) => mail.send(() => writeLetter(order)),
    codeLifetime: CODE_LIFETIME,
    tellsMore: contract !== '1.0',
  }
  const registrations = createRegistrations(parts)
  const renewals = createRenewals(parts, (customerId) => sessions.endThoseOf(customerId))
  const sessions = createSessions(parts, renewals.request)
  const emailChange = createEmailChange(parts)
  return {
    records: parts.records,
    customers: parts.customers,
    registrations,
    renewals,
    sessions,
    changePassword: createPasswordChange(parts, sessions.endThoseOf),
    emailChange,
    mail,
    expireCodes() {
      for (const each of [registrations, renewals, emailChange]) each.expireCodes()
    },
  }
}
