import { describe, expect, it } from 'vitest'
import { guessableProblem } from '../../electron/customers/guessable.ts'
import { createPace } from '../../electron/customers/pace.ts'
import { success } from '../../shared/result.ts'
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

describe('the pace of calls to the online office', () => {
  it('is one at a time, and so many in a while', async () => {
    const clock = fakeClock()
    const pace = createPace({ clock, most: 2, within: 60_000 })
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
})
