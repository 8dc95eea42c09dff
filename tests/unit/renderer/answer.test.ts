import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import { connectBridge } from '../../../renderer/bridge/kioskBridge.ts'
import { useAccount } from '../../../renderer/stores/account.ts'
import { createAnswer } from '../../../renderer/stores/answer.ts'
import { useRequestForm } from '../../../renderer/stores/requestForm.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import { fakeKiosk } from '../../fakes/fakeKiosk.ts'
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

  it('of another account goes before the next one comes, and does not come back with a late answer', async () => {
    const { kiosk, answer } = await asked()
    const loading = answer.load({ accountId: 'a2' })
    expect(answer.value.value).toBeNull()
    kiosk.fail('account.home', { code: 'disconnected' })
    await loading
    kiosk.fail('account.home')
    const [late, last] = [answer.load({ accountId: 'a1' }), answer.load({ accountId: 'a3' })]
    await late
    await last
    expect(answer.value.value).toEqual(home)
    expect(answer.problem.value).toBeNull()
  })

  it.each(['account-withdrawn', 'not-found', 'not-allowed'] as const)('goes when the problem is that it is there no longer: %s', async (code) => {
    const { kiosk, answer, ask } = await asked()
    kiosk.fail('account.home', { code })
    await ask()
    expect([answer.problem.value?.code, answer.value.value]).toEqual([code, null])
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

it('whatever is known and written of one account is gone when another is opened in the same visit', async () => {
  connectBridge(fakeKiosk())
  setActivePinia(createPinia())
  const [session, account, form] = [useSession(), useAccount(), useRequestForm()]
  session.account = { accountId: 'a1', invoiceId: 'i1' }
  await account.loadHome()
  form.draft.text = 'Me cobran el doble.'
  expect(account.home).toEqual(home)
  session.account = { accountId: 'a2', invoiceId: 'i2' }
  expect(account.home).toBeNull()
  expect(form.draft.text).toBe('')
})
