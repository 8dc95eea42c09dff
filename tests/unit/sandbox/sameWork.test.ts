import { expect, it, vi } from 'vitest'
import { createArchive } from '../../../electron/sandbox/archive.ts'
import { publishedZones } from '../../../electron/sandbox/contract.ts'
import { sampleCustomers, sampleLogins } from '../../../electron/sandbox/data/customers.ts'
import { createFeed } from '../../../electron/sandbox/feed.ts'
import type { Letter } from '../../../electron/sandbox/mail/letter.ts'
import { createMailPost } from '../../../electron/sandbox/mail/mailPost.ts'
import { createCustomers } from '../../../electron/sandbox/office/customers.ts'
import type { OfficeParts } from '../../../electron/sandbox/office/officeParts.ts'
import { scryptPasswords } from '../../../electron/sandbox/office/passwords.ts'
import { createRecords } from '../../../electron/sandbox/office/records.ts'
import { createRegistrations } from '../../../electron/sandbox/office/registrations.ts'
import { createRenewals } from '../../../electron/sandbox/office/renewals.ts'
import { createSessions } from '../../../electron/sandbox/office/sessions.ts'
import { systemClock } from '../../../electron/clock.ts'
import { PASSWORD, proofs, TODAY } from '../../fixtures/sandbox/customerOffice.ts'

/** The real office, with a note of what its hashing was asked to do, in order. */
function watchedOffice() {
  const work: string[] = []
  const archive = createArchive(2, TODAY)
  const parts: OfficeParts = {
    clock: systemClock,
    records: createRecords({ archive, feed: createFeed(archive, TODAY), zones: publishedZones('1.1') }),
    customers: createCustomers(sampleCustomers(TODAY)),
    passwords: {
      hash: (password) => (work.push('hash'), scryptPasswords.hash(password)),
      verify: (password, stored) => (work.push('verify'), scryptPasswords.verify(password, stored)),
    },
    write: ({ occasion }) => void work.push(`mail ${occasion}`),
    codeLifetime: 60_000,
    tellsMore: true,
  }
  const renewals = createRenewals(parts, () => undefined)
  return { work, registrations: createRegistrations(parts), sessions: createSessions(parts, renewals.request) }
}

it('signing in hashes once for a login that is nobody’s, a wrong password and the right one', async () => {
  const { login, password } = sampleLogins.registered
  for (const [name, typed] of [
    ['nobody', password],
    [login, PASSWORD],
    [login, password],
  ] as const) {
    const { work, sessions } = watchedOffice()
    await sessions.signIn(name, typed)
    expect([name, work]).toEqual([name, ['verify']])
  }
})

it('registering at once hashes once whether or not the address is registered', async () => {
  for (const [email, occasion] of [
    ['ana@example.com', 'active'],
    [sampleLogins.registered.login, 'alreadyRegistered'],
  ] as const) {
    const { work, registrations } = watchedOffice()
    const answer = await registrations.register(Buffer.from(JSON.stringify({ ...proofs.atOnce, email })), {
      baseUrl: 'http://127.0.0.1',
      acceptLanguage: undefined,
    })
    expect([answer.ok, work]).toEqual([true, ['hash', `mail ${occasion}`]])
  }
})

it('a mail is written when the answer has gone', async () => {
  const post = createMailPost(systemClock, {})
  const write = vi.fn(() => ({}) as Letter)
  post.send(write)
  await new Promise((resolve) => setImmediate(resolve))
  expect(write).not.toHaveBeenCalled()
  await post.whenSent()
  expect(write).toHaveBeenCalledTimes(1)
})

it('hashing leaves the main loop free', async () => {
  let turns = 0
  const count = setInterval(() => (turns += 1), 1)
  await scryptPasswords.verify(PASSWORD, null)
  clearInterval(count)
  expect(turns).toBeGreaterThan(0)
})
