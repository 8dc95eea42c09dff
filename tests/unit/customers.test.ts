import { describe, expect, it, vi } from 'vitest'
import { guessableProblem } from '../../electron/customers/guessable.ts'
import { createOfVisit } from '../../electron/customers/ofVisit.ts'
import { createPace } from '../../electron/customers/pace.ts'
import { createTryKeys } from '../../electron/customers/tries.ts'
import { createCounter } from '../../electron/session/counter.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { counterOf } from '../fakes/fakeCounter.ts'
import { fakeClock } from '../fakes/clock.ts'

describe('a password that is guessed at once', () => {
  it.each(['contraseña123', 'qwertyuiop12', '!@#$%^&*'.repeat(12), 'password1234', 'a'.repeat(128)])('%s', async (password) => {
    expect(await guessableProblem(password, [])).toBe('password-common')
  })

  it('is one made of what is known of the person', async () => {
    expect(await guessableProblem('patriciapedroza', ['patricia.pedroza@example.com'])).toBe('password-personal')
  })

  it.each(['nueve gatos azules', 'un camello come peras en agosto', `${'a'.repeat(24)}kT9 zorro lámpara`])('is not %s', async (password) => {
    expect(await guessableProblem(password, [])).toBeNull()
  })
})

describe('what is held of a visit', () => {
  it('is let go when the visit ends, and not only kept from the next visitor', () => {
    const forgets: (() => void)[] = []
    // The same visit, to see that it is gone and not merely somebody else’s.
    const held = createOfVisit<string>({ ...counterOf({ kind: 'visitor' }), whenOver: (forget) => void forgets.push(forget) })
    held.set('s-1', 'secreto')
    expect(held.get()).toBe('secreto')
    for (const forget of forgets) forget()
    expect(held.get()).toBeNull()
  })

  it('names a try by nothing that tells a code or a password', () => {
    const keyOf = createTryKeys()
    const first = keyOf('135790', 'nueve gatos azules')
    expect(keyOf('135790', 'nueve gatos azules')).toBe(first)
    expect(keyOf('135791', 'nueve gatos azules')).not.toBe(first)
    expect(keyOf('135790', 'nueve gatos azules')).not.toBe(first)
  })
})

describe('the pace of calls to the online office', () => {
  it('is one at a time, and so many in a while', async () => {
    const clock = fakeClock()
    const pace = createPace({ clock, counter: counterOf({ kind: 'visitor' }), most: 2, within: 60_000 })
    const held = Promise.withResolvers<void>()
    const first = pace(async () => {
      await held.promise
      return success('first')
    })
    expect(await pace(async () => success('beside'))).toEqual({ ok: false, problem: { code: 'office-throttled', retryAfterSeconds: 1 } })
    held.resolve()
    expect(await first).toEqual(success('first'))
    clock.advance(10_000)
    expect(await pace(async () => success('second'))).toEqual(success('second'))
    expect(await pace(async () => success('third'))).toEqual({ ok: false, problem: { code: 'office-throttled', retryAfterSeconds: 50 } })
    clock.advance(50_000)
    expect(await pace(async () => success('fourth'))).toEqual(success('fourth'))
  })

  it('sends nothing for whoever left while it was judged', async () => {
    const counter = { ...counterOf({ kind: 'visitor' }), isLate: () => true }
    const call = vi.fn()
    expect(await createPace({ clock: fakeClock(), counter, most: 2, within: 60_000 })(call)).toEqual(failure({ code: 'not-allowed' }))
    expect(call).not.toHaveBeenCalled()
  })

  it('has nobody wait for a call of somebody who has left, or who waits for it no longer', async () => {
    const counter = createCounter({ clock: fakeClock(), isPrinting: () => false, onWarning: vi.fn(), onWithdrawn: vi.fn(), onEnded: vi.fn() })
    const pace = createPace({ clock: fakeClock(), counter, most: 10, within: 60_000 })
    for (const leave of [() => counter.end('finished'), pace.abandon]) {
      const late = Promise.withResolvers<Result<string>>()
      const first = pace(() => late.promise)
      leave()
      const held = Promise.withResolvers<Result<string>>()
      const second = pace(() => held.promise)
      // The end of the first is not taken for that of the second.
      late.resolve(success('late'))
      await first
      expect(await pace(async () => success('beside'))).toMatchObject({ problem: { code: 'office-throttled' } })
      held.resolve(success('second'))
      expect(await second).toEqual(success('second'))
    }
  })
})
