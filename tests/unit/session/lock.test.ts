import { describe, expect, it } from 'vitest'
import { createCounter } from '../../../electron/session/counter.ts'
import { fakeClock } from '../../fakes/clock.ts'

const MINUTE = 60_000
const lucia = { clerkId: 'c-1', name: 'Lucía', roles: ['clerk'] } as const
const ramiro = { clerkId: 'c-2', name: 'Ramiro', roles: ['clerk', 'supervisor'] } as const

function setUp() {
  const clock = fakeClock()
  const heard: string[] = []
  const counter = createCounter({
    clock,
    // Their own paper does not keep a clerk's screen open.
    isPrinting: () => true,
    onWarning: () => heard.push('warning'),
    onWithdrawn: () => heard.push('withdrawn'),
    onLocked: ({ person }) => heard.push(person.isLocked ? 'locked' : 'unlocked'),
    onEnded: (reason, _, next) => heard.push(`${reason} → ${next.person.kind}`),
  })
  const touch = (accessible = false): void => counter.activity('reading', accessible)
  return { clock, counter, heard, touch }
}

describe('a clerk at the counter', () => {
  it('begins a session of their own: the visit before is over, with all that it held', () => {
    const { counter, heard } = setUp()
    counter.openAccount('a-1', 'i-1')
    const forgotten: string[] = []
    counter.whenOver(() => forgotten.push('visit'))
    const { id } = counter.current()
    expect(counter.takeOver(lucia)).toBe(true)
    expect(counter.current().id).not.toBe(id)
    expect(counter.current().person).toEqual({ kind: 'clerk', ...lucia, isLocked: false, serving: null })
    expect([counter.mayRead('a-1'), counter.isAttended(), forgotten, heard]).toEqual([false, true, ['visit'], ['clerkIn → clerk']])
  })

  it('does not come in by a call of a visit that is over', () => {
    const { counter } = setUp()
    const late = counter.during(() => {
      counter.end('finished')
      return counter.takeOver(lucia)
    })
    expect([late, counter.current().person.kind]).toEqual([false, 'visitor'])
  })

  it('is locked out after five minutes without a touch, warned by nothing, and finds the same session again', () => {
    const { clock, counter, heard, touch } = setUp()
    counter.takeOver(lucia)
    const { id } = counter.current()
    clock.advance(4 * MINUTE)
    touch()
    clock.advance(5 * MINUTE - 1)
    expect(heard).toEqual(['clerkIn → clerk'])
    clock.advance(1)
    expect(heard).toEqual(['clerkIn → clerk', 'locked'])
    expect(counter.current()).toMatchObject({ id, person: { isLocked: true } })
    // Whoever touches a locked screen is nobody.
    touch()
    counter.unlock()
    expect(counter.current()).toMatchObject({ id, person: { ...lucia, isLocked: false } })
    clock.advance(5 * MINUTE)
    expect(heard).toEqual(['clerkIn → clerk', 'locked', 'unlocked', 'locked'])
  })

  it('has three times as long with Más tiempo', () => {
    const { clock, counter, heard, touch } = setUp()
    counter.takeOver(lucia)
    touch(true)
    clock.advance(15 * MINUTE - 1)
    expect(heard).toEqual(['clerkIn → clerk'])
    clock.advance(1)
    expect(heard).toEqual(['clerkIn → clerk', 'locked'])
  })

  it('who does not come back for half an hour leaves the counter to the next', () => {
    const { clock, counter, heard, touch } = setUp()
    counter.takeOver(lucia)
    counter.lock()
    for (let minute = 0; minute < 29; minute += 1) {
      touch()
      clock.advance(MINUTE)
    }
    expect(heard).toEqual(['clerkIn → clerk', 'locked'])
    clock.advance(MINUTE)
    expect(heard).toEqual(['clerkIn → clerk', 'locked', 'idle → visitor'])
    expect(counter.isAttended()).toBe(false)
    clock.advance(60 * MINUTE)
    expect(heard).toHaveLength(3)
  })

  it('hands over to another, whose session is another', () => {
    const { clock, counter, heard } = setUp()
    counter.takeOver(lucia)
    const { id } = counter.current()
    counter.lock()
    counter.takeOver(ramiro)
    expect(counter.current().id).not.toBe(id)
    expect(counter.current().person).toMatchObject({ clerkId: 'c-2', isLocked: false })
    clock.advance(29 * MINUTE)
    expect(heard).toEqual(['clerkIn → clerk', 'locked', 'clerkIn → clerk', 'locked'])
  })

  it('locks and unlocks nobody else', () => {
    const { counter, heard } = setUp()
    counter.openAccount('a-1', 'i-1')
    counter.lock()
    counter.unlock()
    expect([counter.mayRead('a-1'), heard]).toEqual([true, []])
  })
})
