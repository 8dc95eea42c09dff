import { describe, expect, it, vi } from 'vitest'
import { MOST_CONTRACTS } from '../../../shared/contract/contracts.ts'
import { createCounter } from '../../../electron/session/counter.ts'
import { fakeClock } from '../../fakes/clock.ts'

function setUp() {
  const clock = fakeClock()
  const heard: string[] = []
  let printing = false
  let needsSomebody = false
  const counter = createCounter({
    clock,
    isPrinting: () => printing,
    needsSomebody: () => needsSomebody,
    onWarning: (seconds) => heard.push(`warning ${seconds}`),
    onWithdrawn: () => heard.push('withdrawn'),
    onEnded: (reason) => heard.push(`ended ${reason}`),
  })
  return { clock, heard, counter, print: (now: boolean) => (printing = now), wantSomebody: (now: boolean) => (needsSomebody = now) }
}

describe('the session at the counter', () => {
  it('opens one account and no other', () => {
    const { counter } = setUp()
    expect(counter.mayRead('a')).toBe(false)
    counter.openAccount('a', 'i')
    expect(counter.mayRead('a')).toBe(true)
    expect(counter.mayRead('b')).toBe(false)
  })

  it('opens another beside it for whoever asks for that, within one visit', () => {
    const { counter } = setUp()
    counter.openAccount('a', 'i')
    const { id } = counter.current()
    expect(counter.openAccount('b', 'j', { beside: true })).toBe(true)
    expect(['a', 'b'].map(counter.mayRead)).toEqual([true, true])
    expect(counter.current().id).toBe(id)
    expect(counter.openAccount('c', 'k')).toBe(true)
    expect(['a', 'b', 'c'].map(counter.mayRead)).toEqual([false, false, true])
  })

  it('says of one account too many that it was not opened, and leaves the others as they are', () => {
    const { counter } = setUp()
    for (let index = 0; index < MOST_CONTRACTS; index += 1) counter.openAccount(`a-${index}`, 'i', { beside: true })
    expect(counter.openAccount('more', 'i', { beside: true })).toBe(false)
    expect(['a-0', 'more'].map(counter.mayRead)).toEqual([true, false])
  })

  it('forgets all accounts at its end, also when nobody touches', () => {
    const { clock, counter } = setUp()
    for (const id of ['a', 'b']) counter.openAccount(id, 'i', { beside: true })
    clock.advance(90_000)
    expect(['a', 'b'].map(counter.mayRead)).toEqual([false, false])
  })

  it('forgets everything at its end and gives the next visitor another identity', () => {
    const { counter, heard } = setUp()
    counter.openAccount('a', 'i')
    const before = counter.current().id
    counter.end('finished')
    expect(counter.mayRead('a')).toBe(false)
    expect(counter.current().id).not.toBe(before)
    expect(heard).toEqual(['ended finished'])
  })

  it('has what is held of a visit forgotten at its end, once', () => {
    const { counter } = setUp()
    const forget = vi.fn()
    counter.whenOver(forget)
    counter.whenOver(forget)
    counter.end('finished')
    counter.end('finished')
    expect(forget).toHaveBeenCalledTimes(1)
  })

  it('knows a call whose visit is over', () => {
    const { counter } = setUp()
    counter.during(() => {
      expect(counter.isLate()).toBe(false)
      counter.end('finished')
      expect(counter.isLate()).toBe(true)
    })
    expect(counter.isLate()).toBe(false)
  })

  it('is attended from the first touch until the visit ends, however it ends', () => {
    const { clock, counter } = setUp()
    expect(counter.isAttended()).toBe(false)
    counter.activity('form', false)
    expect(counter.isAttended()).toBe(true)
    counter.end('finished')
    expect(counter.isAttended()).toBe(false)
    counter.activity('reading', false)
    clock.advance(89_999)
    expect(counter.isAttended()).toBe(true)
    clock.advance(1)
    expect(counter.isAttended()).toBe(false)
  })

  it('ends the visit of an account whose page never tells of a touch', () => {
    const { clock, counter, heard } = setUp()
    counter.openAccount('a', 'i')
    clock.advance(90_000)
    expect(heard).toEqual(['warning 30', 'ended idle'])
    expect(counter.mayRead('a')).toBe(false)
  })

  it('warns after a minute of reading and ends half a minute later', () => {
    const { clock, counter, heard } = setUp()
    counter.activity('reading', false)
    clock.advance(59_999)
    expect(heard).toEqual([])
    clock.advance(1)
    expect(heard).toEqual(['warning 30'])
    clock.advance(30_000)
    expect(heard).toEqual(['warning 30', 'ended idle'])
  })

  it.each([
    ['form', false, 120],
    ['reading', true, 180],
    ['form', true, 360],
  ] as const)('waits in %s mode (accessible %s) for %i s', (mode, accessible, seconds) => {
    const { clock, counter, heard } = setUp()
    counter.activity(mode, accessible)
    clock.advance(seconds * 1000 - 1)
    expect(heard).toEqual([])
    clock.advance(1)
    expect(heard).toEqual(['warning 30'])
  })

  it('goes on when somebody touches during the warning', () => {
    const { clock, counter, heard } = setUp()
    counter.activity('reading', false)
    clock.advance(80_000)
    counter.activity('reading', false)
    clock.advance(59_000)
    expect(heard).toEqual(['warning 30'])
  })

  it('never ends while the visitor’s paper moves', () => {
    const { clock, counter, heard, print } = setUp()
    print(true)
    counter.activity('reading', false)
    clock.advance(600_000)
    expect(heard).toEqual([])
    print(false)
    clock.advance(90_000)
    expect(heard).toEqual(['warning 30', 'ended idle'])
  })

  it('gives five minutes more while the printer waits for somebody, and then ends', () => {
    const { clock, counter, heard, wantSomebody } = setUp()
    wantSomebody(true)
    counter.activity('reading', false)
    clock.advance(359_999)
    expect(heard).toEqual([])
    clock.advance(30_001)
    expect(heard).toEqual(['warning 30', 'ended idle'])
  })

  it('does not wait for the rest of the five minutes when the paper is there', () => {
    const { clock, counter, heard, wantSomebody } = setUp()
    wantSomebody(true)
    counter.activity('reading', false)
    clock.advance(119_000)
    wantSomebody(false)
    clock.advance(1_000)
    expect(heard).toEqual(['warning 30'])
  })

  it('withdraws the warning when paper begins to move again', () => {
    const { clock, counter, heard, print } = setUp()
    counter.activity('reading', false)
    clock.advance(60_000)
    print(true)
    clock.advance(30_000)
    expect(heard).toEqual(['warning 30', 'withdrawn'])
  })

  it('does not run before anybody touched, nor after the end', () => {
    const { clock, counter, heard } = setUp()
    clock.advance(3_600_000)
    counter.activity('form', false)
    counter.end('finished')
    clock.advance(3_600_000)
    expect(heard).toEqual(['ended finished'])
  })
})
