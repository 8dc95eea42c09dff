import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectBridge } from '../../../renderer/bridge/kioskBridge.ts'
import { useOnlinePayments } from '../../../renderer/stores/onlinePayments.ts'
import { usePrinting } from '../../../renderer/stores/printing.ts'
import { useSaving } from '../../../renderer/stores/saving.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import { useStatement } from '../../../renderer/stores/statement.ts'
import { ofAccount, paper, shownBy } from './accountStores.ts'
import type { Channel } from '../../../shared/contract/index.ts'
import { failure, success } from '../../../shared/result.ts'
import { fakeKiosk, type FakeKiosk, type Overrides } from '../../fakes/fakeKiosk.ts'
import { sampleAnswers } from '../../fakes/kioskSamples.ts'

/** Every answer bears the account that was open when it was asked for, and every text is typed with it. */
const A = 'solo-de-la-primera'
const B = 'solo-de-la-segunda'

/** While it is shut, no answer comes. */
let gate: PromiseWithResolvers<void>
let kiosk: FakeKiosk

beforeEach(() => {
  gate = Promise.withResolvers()
  gate.resolve()
  const overrides = Object.fromEntries(
    (Object.keys(sampleAnswers) as Channel[]).map((channel) => [
      channel,
      async () => {
        const mark = useSession().accountId
        await gate.promise
        return success({ ...structuredClone(sampleAnswers[channel]), mark })
      },
    ]),
  ) as Overrides
  kiosk = fakeKiosk(overrides)
  connectBridge(kiosk)
  setActivePinia(createPinia())
  useSession().open({ accountId: A, invoiceId: 'i1' }, 'mty')
})
afterEach(() => gate.resolve())

const switchTo = (accountId: string): void => useSession().open({ accountId, invoiceId: null }, 'bjs')

/** Of the kiosk, of the visitor, or of all accounts of a visit; why what is there may stay. */
const ofVisit: Record<string, string> = {
  activation: 'a registration is of whoever sends it',
  contactForm: 'a message is of no account',
  contracts: 'lists all of them',
  clerk: 'says who of the staff is there',
  correction: 'goes by the command that is corrected, whoever is served',
  dayEnd: 'is for staff',
  dialogs: 'says which is open',
  emailChange: 'an address to sign in with is of whoever types it',
  folio: 'a folio is asked for by whoever has it',
  jobsDesk: 'is for staff',
  kiosk: 'is the same for everybody',
  leaving: 'is about the visit',
  lookup: 'what is typed opens an account',
  openedCommand: 'goes by the command that is opened, whoever is served',
  outboxDesk: 'is for staff',
  passwordChange: 'a password is of whoever types it',
  payPlaces: 'are the zone’s',
  payTogether: 'pays several of them',
  printer: 'is the branch’s',
  printing: 'the paper of a visit is all its accounts’; what was refused is looked at below',
  registration: 'what is typed proves an account',
  renewal: 'a login is of whoever types it',
  search: 'who is found is chosen by the clerk',
  scans: 'a code is of whoever holds it',
  selfTest: 'is for staff',
  session: 'says which account is open',
  signIn: 'says who is there, with all their accounts',
  speech: 'says how loud and how fast',
  staff: 'is for staff',
  touches: 'is about the screen',
}

type Defined = (() => object) & { $id: string }
const stores = Object.values(import.meta.glob<Record<string, unknown>>('../../../renderer/stores/*.ts', { eager: true }))
  .flatMap((module) => Object.values(module))
  .filter((value): value is Defined => typeof value === 'function' && '$id' in value)

const holding = (mark: string): string[] => Object.keys(ofAccount).filter((id) => shownBy(ofAccount[id]!.store()).includes(mark))
const useAll = (): unknown[] => Object.values(ofAccount).map(({ use }) => use())
/** A call that carries something of both. */
const isCrossed = (call: object): boolean => [A, B].every((mark) => JSON.stringify(call).includes(mark))

it('every store is known here, with what it keeps of an account', () => {
  expect([...Object.keys(ofAccount), ...Object.keys(ofVisit)].sort()).toEqual(stores.map(({ $id }) => $id).sort())
})

describe('another account of the same visit', () => {
  it('finds nothing of the one before in any store', async () => {
    await Promise.all(useAll())
    expect(holding(A)).toEqual(Object.keys(ofAccount))
    const forms = Object.values(ofAccount).flatMap(({ store }) => (Reflect.get(store(), 'draft') as { formId: string } | undefined) ?? [])
    const before = forms.map(({ formId }) => formId)
    switchTo(B)
    expect(holding(A)).toEqual([])
    // What is written next is another form, which is filed anew.
    expect(forms.filter(({ formId }) => before.includes(formId))).toEqual([])
    await Promise.all(useAll())
    expect([holding(A), holding(B)]).toEqual([[], Object.keys(ofAccount)])
  })

  it('gets none of the answers that come late for the one before', async () => {
    gate = Promise.withResolvers()
    const late = useAll()
    switchTo(B)
    gate.resolve()
    await Promise.all(late)
    expect(holding(A)).toEqual([])
  })

  it.each(Object.entries(ofAccount).filter(([, { send }]) => send))('%s sends nothing that was written for another', async (_id, { store, use, send }) => {
    await use()
    const { formId } = Reflect.get(store(), 'draft') as { formId: string }
    gate = Promise.withResolvers()
    const sending = send?.()
    switchTo(B)
    const writing = use()
    gate.resolve()
    expect(await sending).toBeNull()
    await writing
    await send?.()
    const filed = kiosk.called.filter(({ channel }) => channel === 'requests.file').map(({ request }) => request as { accountId: string; formId: string })
    expect(filed.filter((form) => (form.accountId === A) !== (form.formId === formId))).toEqual([])
    expect(filed.map(({ accountId }) => accountId)).toContain(B)
    expect(kiosk.called.filter(isCrossed)).toEqual([])
  })

  it('is saved nothing of that was asked for in the one before', async () => {
    gate = Promise.withResolvers()
    const statement = useStatement().show({ from: '2026-01-01', to: '2026-10-31' })
    const saving = useSaving().save({ at: A, format: 'pdf', document: () => useStatement().document() }, { id: 'p' } as never)
    switchTo(B)
    const other = useStatement().show({ from: '2026-01-01', to: '2026-10-31' })
    gate.resolve()
    await Promise.all([statement, saving, other])
    expect(useStatement().shown).not.toBeNull()
    expect(kiosk.called.map(({ channel }) => channel)).not.toContain('saving.save')
  })

  it('is told nothing of a paper that the one before was refused, and may print at once', async () => {
    const printing = usePrinting()
    kiosk.fail('printing.print', { code: 'sheet-limit-account' })
    expect(await printing.print(paper())).toBeNull()
    expect(printing.refused).not.toBeNull()
    switchTo(B)
    expect(printing.refused).toBeNull()

    kiosk.fail('printing.print')
    const late = Promise.withResolvers<void>()
    kiosk.answer('printing.print', async () => {
      await late.promise
      return failure({ code: 'document-failed' })
    })
    const before = printing.print(paper())
    switchTo(A)
    expect(printing.isBusy).toBe(false)
    kiosk.answer('printing.print', { ...sampleAnswers['printing.print'], id: 'j-next' })
    expect(await printing.print(paper())).toBe('j-next')
    late.resolve()
    expect([await before, printing.refused]).toEqual([null, null])
  })

  it('is not led to a payment that the one before opened, and may open one at once', async () => {
    gate = Promise.withResolvers()
    const online = useOnlinePayments()
    const before = online.open('b', ['i1'])
    switchTo(B)
    const own = online.open('b', ['i2'])
    gate.resolve()
    expect([await before, await own]).toEqual([null, sampleAnswers['onlinePayments.open'].paymentId])
  })

  it('is not led to the printing of a paper that the one before asked for; the visit knows of it all the same', async () => {
    gate = Promise.withResolvers()
    const printing = usePrinting()
    const before = printing.print(paper())
    switchTo(B)
    gate.resolve()
    expect(await before).toBeNull()
    expect([...printing.jobs.keys()]).toEqual([sampleAnswers['printing.print'].id])
  })
})
