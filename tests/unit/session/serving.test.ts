import { describe, expect, it } from 'vitest'
import { createCounter } from '../../../electron/session/counter.ts'
import { createRecentCustomers } from '../../../electron/session/recentCustomers.ts'
import { fakeClock } from '../../fakes/clock.ts'

const lucia = { clerkId: 'c-1', name: 'Lucía', roles: ['clerk'] } as const

function setUp() {
  const heard: string[] = []
  const counter = createCounter({
    clock: fakeClock(),
    isPrinting: () => false,
    onWarning: () => undefined,
    onWithdrawn: () => undefined,
    onServed: (left, next) => heard.push(`${left.person.serving} → ${next.person.serving}`),
    onEnded: (reason, { person }) => heard.push(`${reason} ${person.kind === 'clerk' ? person.serving : person.kind}`),
  })
  return { counter, heard }
}

describe('a customer whom a clerk serves', () => {
  it('is a visit of their own: what was of the one before is forgotten, and the clerk stays', () => {
    const { counter, heard } = setUp()
    counter.takeOver(lucia)
    expect(counter.mayRead('a-1')).toBe(false)
    expect(counter.serve('a-1')).toBe(true)
    const first = counter.current().id
    const forgotten: string[] = []
    counter.whenOver(() => forgotten.push('first'))
    expect([counter.mayRead('a-1'), counter.mayRead('a-2')]).toEqual([true, false])
    expect(counter.serve('a-2')).toBe(true)
    expect(counter.current()).toMatchObject({ person: { clerkId: 'c-1', serving: 'a-2' } })
    expect(counter.current().id).not.toBe(first)
    expect([counter.mayRead('a-1'), counter.mayRead('a-2'), forgotten]).toEqual([false, true, ['first']])
    counter.serve(null)
    expect([counter.mayRead('a-2'), heard]).toEqual([false, ['clerkIn visitor', 'null → a-1', 'a-1 → a-2', 'a-2 → null']])
  })

  it('is the same again after the lock, and read by nobody meanwhile', () => {
    const { counter } = setUp()
    counter.takeOver(lucia)
    counter.serve('a-1')
    const { id } = counter.current()
    counter.lock()
    expect([counter.mayRead('a-1'), counter.serve('a-2'), counter.serve(null)]).toEqual([false, false, false])
    counter.unlock()
    expect([counter.current().id, counter.mayRead('a-1')]).toEqual([id, true])
  })

  it('is nobody to whom no clerk stands there, nor to a call of a visit that is over', () => {
    const { counter } = setUp()
    expect(counter.serve('a-1')).toBe(false)
    counter.openAccount('a-1', 'i-1')
    expect([counter.serve('a-2'), counter.mayRead('a-1')]).toEqual([false, true])
    counter.takeOver(lucia)
    const late = counter.during(() => {
      counter.serve('a-1')
      // Of the customer before: it opens nobody beside who is there now.
      return [counter.serve('a-2'), counter.mayRead('a-1')]
    })
    expect([late, counter.current().person]).toMatchObject([[false, false], { serving: 'a-1' }])
  })

  it('is over with the clerk, of whom none is left', () => {
    const { counter, heard } = setUp()
    counter.takeOver(lucia)
    counter.serve('a-1')
    counter.takeOver({ clerkId: 'c-2', name: 'Ramiro', roles: ['clerk'] })
    expect([counter.current().person, counter.mayRead('a-1'), heard.at(-1)]).toMatchObject([{ clerkId: 'c-2', serving: null }, false, 'clerkIn a-1'])
  })
})

it('whoever was served last stands first, once, and with the clerk all are forgotten', () => {
  const recent = createRecentCustomers()
  for (const id of ['a-1', 'a-2', 'a-1', 'a-3']) recent.add(id)
  expect(recent.list()).toEqual(['a-3', 'a-1', 'a-2'])
  for (let more = 0; more < 30; more += 1) recent.add(`b-${more}`)
  expect(recent.list()).toHaveLength(20)
  recent.forget()
  expect(recent.list()).toEqual([])
})
