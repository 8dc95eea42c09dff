import { describe, expect, it } from 'vitest'
import { createCounter } from '../../../electron/session/counter.ts'
import { fakeClock } from '../../fakes/clock.ts'

const MINUTE = 60_000
const ana = { customerId: 'c-1', customerSessionId: 's-1', accountIds: ['a', 'b'] }

function setUp() {
  const clock = fakeClock()
  const heard: string[] = []
  const printing = { now: false }
  const counter = createCounter({
    clock,
    isPrinting: () => printing.now,
    onWarning: (seconds, final) => heard.push(`${final ? 'last warning' : 'warning'} ${seconds}`),
    onWithdrawn: () => heard.push('withdrawn'),
    onSignedOut: ({ person }) => heard.push(`signed out ${person.kind === 'customer' ? person.customerId : ''}`),
    onEnded: (reason) => heard.push(`ended ${reason}`),
  })
  /** Somebody touches all the time. */
  const keepBusy = (milliseconds: number, accessible = false): void => {
    for (let passed = 0; passed < milliseconds; passed += 10_000) {
      counter.activity('reading', accessible)
      clock.advance(10_000)
    }
  }
  return { clock, heard, counter, printing, keepBusy }
}

describe('somebody who is signed in', () => {
  it('has their accounts open and no other', () => {
    const { counter } = setUp()
    counter.openAccount('c', 'i')
    expect(counter.signIn(ana)).toBe(true)
    expect(['a', 'b', 'c'].map(counter.mayRead)).toEqual([true, true, false])
  })

  it('is sent off after two minutes without a touch, the warning among them, also from a form', () => {
    for (const mode of ['reading', 'form'] as const) {
      const { clock, counter, heard } = setUp()
      counter.signIn(ana)
      counter.activity(mode, false)
      clock.advance(89_999)
      expect(heard).toEqual([])
      clock.advance(1)
      expect(heard).toEqual(['warning 30'])
      clock.advance(30_000)
      expect(heard).toEqual(['warning 30', 'signed out c-1', 'ended idle'])
    }
  })

  it('has two minutes from the sign-in on, also where the form before gave more, and a warning that stood goes', () => {
    const { clock, counter, heard } = setUp()
    counter.activity('form', true)
    clock.advance(300_000)
    counter.activity('form', false)
    clock.advance(125_000)
    expect(heard).toEqual(['warning 30'])
    counter.signIn(ana)
    clock.advance(89_999)
    expect(heard).toEqual(['warning 30', 'withdrawn'])
    clock.advance(30_001)
    expect(heard).toEqual(['warning 30', 'withdrawn', 'warning 30', 'signed out c-1', 'ended idle'])
  })

  it('is sent off after a quarter of an hour, however busy', () => {
    const { counter, heard, keepBusy } = setUp()
    counter.signIn(ana)
    keepBusy(14 * MINUTE + 29_000)
    expect(heard).toEqual(['last warning 30'])
    keepBusy(30_000)
    expect(heard).toEqual(['last warning 30', 'signed out c-1', 'ended limit'])
    expect(counter.mayRead('a')).toBe(false)
  })

  it('has three times as long in accessible mode', () => {
    const { counter, heard, keepBusy } = setUp()
    counter.signIn(ana)
    keepBusy(44 * MINUTE, true)
    expect(heard).toEqual([])
    keepBusy(MINUTE, true)
    expect(heard).toEqual(['last warning 30', 'signed out c-1', 'ended limit'])
  })

  it('has no more time for one touch that asked for more', () => {
    const { counter, heard, keepBusy } = setUp()
    counter.signIn(ana)
    keepBusy(14 * MINUTE)
    counter.activity('reading', true)
    keepBusy(30_000)
    expect(heard).toEqual(['last warning 30'])
  })

  it('waits for paper that is on its way', () => {
    const { counter, heard, printing, keepBusy } = setUp()
    counter.signIn(ana)
    printing.now = true
    keepBusy(20 * MINUTE)
    expect(heard).toEqual([])
    printing.now = false
    keepBusy(MINUTE)
    expect(heard).toEqual(['last warning 30', 'signed out c-1', 'ended limit'])
  })

  it('is signed out by a bill that opens another account', () => {
    const { clock, counter, heard } = setUp()
    counter.signIn(ana)
    counter.openAccount('c', 'i')
    expect(heard).toEqual(['signed out c-1'])
    counter.activity('reading', false)
    expect(['a', 'c'].map(counter.mayRead)).toEqual([false, true])
    clock.advance(60_000)
    expect(heard.at(-1)).toBe('warning 30')
  })

  it('is not signed in whose visit ended before the utility answered', async () => {
    const { counter, heard } = setUp()
    const late = counter.during(async () => {
      await Promise.resolve()
      return counter.signIn(ana)
    })
    counter.end('finished')
    expect(await late).toBe(false)
    expect(counter.mayRead('a')).toBe(false)
    expect(heard).toEqual(['ended finished'])
  })
})
