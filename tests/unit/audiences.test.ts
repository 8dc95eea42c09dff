import { describe, expect, it } from 'vitest'
import { audiences, type Audience, type Standing } from '../../shared/contract/audience.ts'
import { calls, type Channel, type Handlers } from '../../shared/contract/index.ts'
import { createDispatch } from '../../electron/ipc/dispatch.ts'
import type { Person } from '../../electron/session/person.ts'
import { aClerk, holderOf } from '../fakes/fakeCounter.ts'
import { silentLog } from '../fixtures/printing/printingUnderTest.ts'

const channels = Object.keys(calls) as Channel[]

const people: Record<Standing, Person> = {
  visitor: { kind: 'visitor' },
  invoiceHolder: holderOf('a-1'),
  customer: { kind: 'customer', customerId: 'c-7', customerSessionId: 'u-1', accountIds: ['a-1'] },
  clerk: aClerk(),
  supervisor: aClerk({ roles: ['supervisor'] }),
  technician: aClerk({ roles: ['technician'] }),
  locked: aClerk({ roles: ['clerk', 'supervisor', 'technician'], isLocked: true }),
  diagnostics: { kind: 'visitor' },
}

/** Whether the call gets as far as its service, or to what is wrong with the request. */
async function isHeard(channel: Channel, person: Person, diagnostics = false): Promise<boolean> {
  const reached = (): never => {
    throw new Error('reached')
  }
  const handlers = Object.fromEntries(channels.map((each) => [each, reached])) as unknown as Handlers
  const counter = { current: () => ({ id: 's-1', person }), during: <T>(call: () => T): T => call() }
  const answer = await createDispatch(handlers, { log: silentLog, counter, onCorrupt: () => undefined, diagnostics })(channel, {})
  return answer.ok || answer.problem.code !== 'not-allowed'
}

/** What a clerk may not do: say who they are as a customer does, or of a customer what only they know. */
const THEMSELVES = [
  'clerk.signIn',
  'customerData.askForEmail',
  'customerData.changePassword',
  'customerData.confirmEmail',
  'lookup.identify',
  ...channels.filter((channel) => /^(signIn|registration)\./.test(channel)),
].sort()

const ofAudience = (audience: Audience): string[] => channels.filter((channel) => calls[channel].audience === audience).sort()

describe('who may call', () => {
  it('is said of every channel', () => {
    for (const channel of channels) expect([channel, Object.hasOwn(audiences, calls[channel].audience)]).toEqual([channel, true])
  })

  it.each(channels)('%s is judged by it', async (channel) => {
    const allowed: readonly Standing[] = audiences[calls[channel].audience]
    for (const standing of Object.keys(people) as Standing[]) {
      const isOneself = standing === 'diagnostics' && allowed.includes('visitor')
      const heard = await isHeard(channel, people[standing], standing === 'diagnostics')
      expect([standing, heard]).toEqual([standing, allowed.includes(standing) || isOneself])
    }
  })

  it('of the channels that few may call is this', () => {
    expect(ofAudience('themselves')).toEqual(THEMSELVES)
    expect(ofAudience('staff')).toEqual(['clerk.lock'])
    expect(ofAudience('equipment')).toEqual([
      'selfTest.judge',
      'selfTest.latest',
      'selfTest.run',
      'staff.answerJob',
      'staff.jobs',
      'staff.printTestPage',
      'staff.status',
    ])
    expect(ofAudience('serving')).toEqual([
      ...[
        'assist.close',
        'assist.customer',
        'assist.open',
        'dayEnd.show',
        'dayEnd.sign',
        'outbox.close',
        'outbox.correct',
        'outbox.correction',
        'outbox.find',
        'outbox.list',
        'outbox.open',
        'search.find',
        'staff.reprint',
      ],
    ])
    expect(ofAudience('locked')).toEqual(['clerk.unlock'])
    const everybodys = ofAudience('everybody').map((channel) => channel.split('.')[0])
    expect([...new Set(everybodys)]).toEqual(['clerk', 'kiosk', 'session', 'speech'])
  })

  it('lets somebody with several roles do what any of them may', async () => {
    const both = aClerk({ roles: ['technician', 'supervisor'] })
    expect(await isHeard('account.home', both)).toBe(true)
    expect(await isHeard('account.home', aClerk({ roles: ['technician'] }))).toBe(false)
    expect(await isHeard('staff.status', aClerk({ roles: [] }))).toBe(false)
  })
})
