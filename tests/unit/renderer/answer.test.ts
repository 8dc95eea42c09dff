import { describe, expect, it } from 'vitest'
import { connectBridge } from '../../../renderer/bridge/kiosk.ts'
import { createAnswer } from '../../../renderer/stores/answer.ts'
import { fakeKiosk } from '../../fakes/kiosk.ts'
import { sampleAnswers } from '../../fakes/kioskSamples.ts'

const home = sampleAnswers['account.home']

async function asked() {
  const kiosk = fakeKiosk()
  connectBridge(kiosk)
  const answer = createAnswer('account.home')
  const ask = (): Promise<void> => answer.load({ accountId: 'a1' })
  await ask()
  return { kiosk, answer, ask }
}

describe('an answer', () => {
  it('is left as it is when the same is said once more: the screen draws nothing anew', async () => {
    const { answer, ask } = await asked()
    const before = answer.value.value
    await ask()
    expect(before).toEqual(home)
    expect(answer.value.value).toBe(before)
  })

  it.each([
    ['a figure', { ...home, totalOwed: home.totalOwed + 1 }],
    ['a thing that is gone', { ...home, identified: null }],
    ['a row less', { ...home, latest: home.latest.slice(1) }],
    ['a figure of a row', { ...home, latest: home.latest.map((invoice) => ({ ...invoice, balance: 1 })) }],
  ])('gives way to one that differs in %s', async (_, now) => {
    const { kiosk, answer, ask } = await asked()
    kiosk.answer('account.home', now)
    await ask()
    expect(answer.value.value).toEqual(now)
  })

  it('stays while a problem is told, and the problem goes with the next answer, the same or not', async () => {
    const { kiosk, answer, ask } = await asked()
    kiosk.fail('account.home', { code: 'disconnected' })
    await ask()
    expect([answer.problem.value?.code, answer.value.value]).toEqual(['disconnected', home])
    kiosk.fail('account.home')
    await ask()
    expect([answer.problem.value, answer.value.value]).toEqual([null, home])
  })
})
