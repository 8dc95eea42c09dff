import { describe, expect, it } from 'vitest'
import { usePayTogether } from '../../../renderer/stores/payTogether.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import ContractsView from '../../../renderer/views/ContractsView.vue'
import PayTogetherView from '../../../renderer/views/PayTogetherView.vue'
import type { PayTogether } from '../../../shared/contract/payment.ts'
import { sampleAnswers } from '../../fakes/kioskSamples.ts'
import { sampleCashJob } from '../../fakes/paySamples.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const options = sampleAnswers['contracts.toPay']
const [group] = options.groups
if (!group) throw new Error('no sample')
const open = (change: Partial<PayTogether> = {}): Promise<MountedScreen> =>
  mountScreen(PayTogetherView, { path: '/cuenta/contratos/pagar', overrides: { 'contracts.toPay': { ...options, ...change } } })

function choice({ screen }: MountedScreen, words: string): HTMLInputElement {
  const card = screen.findAll('label').find((label) => label.text().includes(words))
  if (!card) throw new Error(`No card says ${words}`)
  return card.get('input').element
}
async function choose(shown: MountedScreen, ...words: string[]): Promise<void> {
  for (const each of words) choice(shown, each).click()
  await settled()
}
const sum = ({ screen }: MountedScreen): string => screen.get('.sum').text().replace(/\s+/gu, ' ')
async function print(shown: MountedScreen): Promise<unknown> {
  shown.kiosk.answer('printing.print', { ...sampleCashJob, kind: 'slip', document: { kind: 'slip', bankId: 'b', invoiceIds: ['i1'] } })
  shown.button('Imprimir').click()
  await settled()
  return shown.kiosk.called.filter(({ channel }) => channel === 'printing.print').map(({ request }) => request)
}
/** A contract that owes so many invoices, in place of the third. */
const owing = (count: number): PayTogether['groups'] => {
  const [first, second, third] = group.contracts
  const invoiceIds = Array.from({ length: count }, (_, index) => `m${index}`)
  return [{ ...group, contracts: [first!, second!, { ...third!, invoiceIds }] }]
}

/** A group of another country, of two contracts. */
const ofMontevideo = (): PayTogether['groups'][number] => {
  const conventions = { ...group.conventions, currency: 'UYU', locale: 'es-UY' }
  const contracts = group.contracts.slice(0, 2).map((contract, index) => ({
    ...contract,
    account: { ...contract.account, id: `u${index}`, zoneId: 'mvd', conventions },
    invoiceIds: [`u${index}`],
    total: 100_00,
  }))
  return { zoneId: 'mvd', conventions, contracts, places: [{ ...group.places[0]!, bankId: 'brou', name: 'BROU' }] }
}
async function chooseLastZone({ screen }: MountedScreen): Promise<void> {
  screen.get('[role="combobox"]').element.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  await settled()
  await screen.findAll('[role="option"]').at(-1)!.trigger('click')
  await settled()
}

describe('Pagar varios contratos', () => {
  it('begins with all of them, and tells what they come to, until when, and what is paid elsewhere', async () => {
    const shown = await open()
    expect(shown.screen.get('h1').text()).toBe('Pagar varios contratos')
    expect(shown.screen.findAll('input[type="checkbox"]').map(({ element }) => (element as HTMLInputElement).checked)).toEqual([true, true, true])
    expect(sum(shown)).toMatch(/3 contratos ?\$ ?3,186\.50 MXN.*puede pagar hasta el 23 de noviembre de 2026/u)
    expect(shown.words()).toContain('2 facturas · 1 vencida')
    expect(shown.words()).toContain('Otra factura se paga en el mostrador')
    expect(shown.words()).toContain('Otro contrato que debe se paga por separado')
    // The desk and the phone take one contract at a time.
    expect(shown.screen.findAll('[role="radiogroup"] label').map((label) => label.get('b').text())).toEqual(['Banamex', 'HSBC'])
  })

  it('prints one slip that names every contract', async () => {
    const shown = await open()
    expect(await print(shown)).toEqual([
      { document: { kind: 'slip', bankId: 'banamex', invoiceIds: ['i1', 'i2', 'z1', 'y1', 'y2', 'y3'], accountIds: ['a1', 'a2', 'a3'] } },
    ])
    expect(shown.router.currentRoute.value.fullPath).toBe('/imprimir/j5')
  })

  it('what is taken away is neither counted nor printed; a single one is a slip of its own, and of none there is no slip', async () => {
    const shown = await open()
    await choose(shown, '8295249')
    expect(sum(shown)).toMatch(/2 contratos ?\$ ?2,686\.50/u)
    await choose(shown, '40989917')
    expect(sum(shown)).toMatch(/1 contrato ?\$ ?300\.00.*a más tardar el 9 de diciembre/u)
    expect(await print(shown)).toEqual([{ document: { kind: 'slip', bankId: 'banamex', invoiceIds: ['y1', 'y2', 'y3'] } }])
    await choose(shown, '7311020')
    expect(sum(shown)).toMatch(/ningún contrato ?\$ ?0\.00/u)
    for (const name of ['Ver', 'Imprimir']) expect(shown.button(name).disabled).toBe(true)
    const why = shown.button('Imprimir').getAttribute('aria-describedby') ?? ''
    expect(document.getElementById(why)?.textContent).toBe('Elija al menos un contrato.')
  })

  it('says where the bars of a contract that is chosen cannot be read', async () => {
    const shown = await open()
    const hsbc = (): string => shown.screen.findAll('[role="radiogroup"] label').at(-1)!.text()
    expect(hsbc()).toContain('Un contrato se paga en el mostrador')
    await choose(shown, '7311020')
    expect(hsbc()).not.toContain('mostrador')
  })

  it('a slip holds twelve parts where each invoice has one, and sixty invoices in all: more are told before anything is printed', async () => {
    const shown = await open({ groups: owing(30) })
    expect(shown.button('Imprimir').disabled).toBe(false)
    await choose(shown, 'HSBC')
    expect(shown.words()).toContain('En una ficha caben 12 partes, y para HSBC serían 33, una por factura.')
    expect(shown.button('Imprimir').disabled).toBe(true)
    await choose(shown, '7311020')
    expect(shown.button('Imprimir').disabled).toBe(false)
    document.body.innerHTML = ''
    const more = await open({ groups: owing(58) })
    expect(choice(more, '7311020').checked).toBe(false)
    await choose(more, '7311020')
    expect(more.words()).toContain('En una ficha caben 60 facturas y eligió 61.')
    await choose(more, '8295249')
    expect(more.button('Imprimir').disabled).toBe(false)
  })

  it('of two zones one is paid at a time: the sums are never mixed', async () => {
    const shown = await open({ groups: [group, ofMontevideo()] })
    expect(sum(shown)).toContain('MXN')
    await chooseLastZone(shown)
    expect(sum(shown)).toMatch(/2 contratos.*200,00.*UYU/u)
    expect(shown.words()).not.toContain('Banamex')
    expect(await print(shown)).toEqual([{ document: { kind: 'slip', bankId: 'brou', invoiceIds: ['u0', 'u1'], accountIds: ['u0', 'u1'] } }])
  })

  it('never takes another zone by itself where nothing is left to pay in the one that was chosen', async () => {
    const shown = await open({ groups: [group, ofMontevideo()] })
    await chooseLastZone(shown)
    shown.kiosk.answer('contracts.toPay', { ...options, groups: [group] })
    await usePayTogether().load()
    await settled()
    expect(shown.words()).toContain('No hay varios contratos que se puedan pagar juntos')
    expect(shown.screen.find('.sum').exists()).toBe(false)
    await chooseLastZone(shown)
    expect(sum(shown)).toMatch(/3 contratos.*MXN/u)
  })

  it('says it where nothing can be paid together any more, and leads back', async () => {
    const shown = await open({ groups: [], apart: 2 })
    expect(shown.words()).toContain('No hay varios contratos que se puedan pagar juntos')
    shown.button('Ver mis contratos').click()
    await settled()
    expect(shown.router.currentRoute.value.fullPath).toBe('/cuenta/contratos')
  })

  it('says it where an account was withdrawn meanwhile', async () => {
    const shown = await open()
    shown.kiosk.fail('printing.print', { code: 'account-withdrawn' })
    shown.button('Imprimir').click()
    await settled()
    expect(shown.screen.get('[role="alert"]').text()).toContain('ya no está en los datos de la empresa')
  })

  it('S13 is gone with the visitor, and what was chosen stays when the list is asked for again', async () => {
    const shown = await open()
    await choose(shown, '8295249', 'HSBC')
    const pay = usePayTogether()
    await pay.load()
    expect([pay.chosen.length, pay.placeId]).toEqual([2, 'hsbc'])
    useSession().forget()
    expect([pay.options, pay.placeId, pay.paper, pay.chosen]).toEqual([null, '', null, []])
  })
})

it('is reached from the contracts where several can be paid together, and from nowhere else', async () => {
  const list = sampleAnswers['contracts.list']
  const none = await mountScreen(ContractsView, { path: '/cuenta/contratos' })
  expect(none.buttons()).not.toContain('Pagar varios contratos')
  document.body.innerHTML = ''
  const shown = await mountScreen(ContractsView, { path: '/cuenta/contratos', overrides: { 'contracts.list': { ...list, canPayTogether: true } } })
  shown.button('Pagar varios contratos').click()
  await settled()
  expect(shown.router.currentRoute.value.fullPath).toBe('/cuenta/contratos/pagar')
})
