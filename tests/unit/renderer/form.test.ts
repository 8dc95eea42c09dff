import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { connectBridge } from '../../../renderer/bridge/kioskBridge.ts'
import { createForm } from '../../../renderer/stores/form.ts'
import { onOtherAccount, onOtherVisitor } from '../../../renderer/stores/forgetting.ts'
import { useKiosk } from '../../../renderer/stores/kiosk.ts'
import { useLookup } from '../../../renderer/stores/lookup.ts'
import { useRequestForm } from '../../../renderer/stores/requestForm.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import type { AnswerOf } from '../../../shared/contract/index.ts'
import type { Problem } from '../../../shared/problems.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import { fakeKiosk } from '../../fakes/fakeKiosk.ts'

const blank = () => ({ name: '', phone: '' })
const wrong: Problem = {
  code: 'invalid-fields',
  fields: [
    { field: 'name', problem: 'empty' },
    { field: 'phone', problem: 'too-short' },
  ],
}

/** A form whose next answer the test gives. */
function sending<T>(form: { send: (ask: () => Promise<Result<T>>) => Promise<T | null> }) {
  let answer: (result: Result<T>) => void = () => undefined
  const sent = form.send(() => new Promise((resolve) => (answer = resolve)))
  return { sent, answer: (result: Result<T>) => answer(result) }
}

describe('a form', () => {
  it('is sent once, however often it is touched, and says that it is on its way', async () => {
    const form = createForm({ blank })
    const { sent, answer } = sending<string>(form)
    expect(form.busy.value).toBe(true)
    let asked = 0
    await expect(form.send(async () => ((asked += 1), success('again')))).resolves.toBeNull()
    expect(asked).toBe(0)
    answer(success('taken'))
    await expect(sent).resolves.toBe('taken')
    expect(form.busy.value).toBe(false)
  })

  it('keeps what was typed when it is refused; the message of a field goes with its change, the others stay', async () => {
    const form = createForm({ blank })
    form.draft.phone = '12'
    await form.send(async () => failure(wrong))
    expect(form.problem.value).toEqual(wrong)
    expect(form.draft).toEqual({ name: '', phone: '12' })
    form.draft.name = 'Ana'
    expect(form.problem.value?.fields).toEqual([{ field: 'phone', problem: 'too-short' }])
    form.draft.phone = '8112345678'
    expect(form.problem.value).toBeNull()
  })

  it('lets a form judge by itself what a change mends', async () => {
    const form = createForm({ blank, mended: (problem, changed) => (changed.includes('name') ? null : problem) })
    await form.send(async () => failure({ code: 'no-match' }))
    form.draft.phone = '1'
    expect(form.problem.value).toEqual({ code: 'no-match' })
    form.draft.name = 'A'
    expect(form.problem.value).toBeNull()
  })

  it('lets no answer in that was asked for before it was forgotten', async () => {
    const form = createForm({ blank })
    form.draft.name = 'Ana'
    const { sent, answer } = sending<string>(form)
    form.clear()
    expect([form.draft, form.busy.value]).toEqual([blank(), false])
    answer(failure(wrong))
    await expect(sent).resolves.toBeNull()
    expect(form.problem.value).toBeNull()
  })
})

describe('what was typed', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    connectBridge(fakeKiosk())
  })

  it('is forgotten at the moment the visitor or the account changes, as each form asks', () => {
    const session = useSession()
    const forgotten: string[] = []
    onOtherVisitor(() => forgotten.push('visitor'))
    onOtherAccount(() => forgotten.push('account'))
    session.account = { accountId: 'a1', invoiceId: 'i1' }
    expect(forgotten).toEqual(['account'])
    session.account = { accountId: 'a1', invoiceId: 'i2' }
    expect(forgotten).toEqual(['account'])
    session.forget()
    expect(new Set(forgotten.slice(1))).toEqual(new Set(['visitor', 'account']))
  })

  it('for one account is not there for the next one of the same visitor', () => {
    const session = useSession()
    const form = useRequestForm()
    session.account = { accountId: 'a1', invoiceId: 'i1' }
    form.draft.text = 'La factura de a1'
    const { formId } = form.draft
    session.account = { accountId: 'a2', invoiceId: 'i2' }
    expect(form.draft.text).toBe('')
    expect(form.draft.formId).not.toBe(formId)
  })

  it('is gone when the look-up is left, but what it has opened by then is open: the person can end it, and the next one finds nothing', async () => {
    let answer: (result: Result<AnswerOf<'lookup.identify'>>) => void = () => undefined
    connectBridge(fakeKiosk({ 'lookup.identify': () => new Promise((resolve) => (answer = resolve)) }))
    await useKiosk().load()
    const [session, lookup] = [useSession(), useLookup()]
    lookup.accountNumber = '40989917'
    const left = lookup.submit()
    lookup.clear()
    answer(success({ accountId: 'a1', invoiceId: 'i1', contracts: 1 }))
    await left
    expect([session.account?.accountId, lookup.accountNumber]).toEqual(['a1', ''])

    session.forget()
    const late = lookup.submit()
    session.forget()
    answer(success({ accountId: 'a1', invoiceId: 'i1', contracts: 1 }))
    await late
    expect(session.account).toBeNull()
  })

  it('S13 on the look-up is not there for the next visitor', () => {
    const lookup = useLookup()
    lookup.accountNumber = '40989917'
    useSession().forget()
    expect(lookup.accountNumber).toBe('')
  })
})
