import { describe, expect, it } from 'vitest'
import { useOnlinePayments } from '../../../renderer/stores/onlinePayments.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import AccountView from '../../../renderer/views/AccountView.vue'
import OnlinePaymentView from '../../../renderer/views/OnlinePaymentView.vue'
import PayView from '../../../renderer/views/PayView.vue'
import type { OnlinePayment } from '../../../shared/contract/onlinePayments.ts'
import { sampleAccount, sampleAnswers } from '../../fakes/kioskSamples.ts'
import { sampleOnlinePayment } from '../../fakes/onlinePaymentSamples.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const payment = sampleOnlinePayment(sampleAccount)
const offline = { ...sampleAnswers['kiosk.status'], online: false }
const asked = ({ kiosk }: MountedScreen, channel: string) => kiosk.called.filter((call) => call.channel === channel).map(({ request }) => request)

async function press(shown: MountedScreen, name: string): Promise<void> {
  shown.button(name).click()
  await settled()
}
async function choose({ screen }: MountedScreen, words: string): Promise<void> {
  screen
    .findAll('label')
    .find((label) => label.text().includes(words))
    ?.get('input')
    .element.click()
  await settled()
}

describe('Pagar, at a bank that takes payments online', () => {
  const open = (overrides = {}): Promise<MountedScreen> => mountScreen(PayView, { props: { id: 'i1' }, path: '/cuenta/pagar/i1', overrides })

  it('offers Pagar en línea beside the slip, at those banks alone', async () => {
    const shown = await open()
    expect(shown.buttons()).not.toContain('Pagar en línea')
    await choose(shown, 'HSBC')
    expect(shown.buttons()).not.toContain('Pagar en línea')
    await choose(shown, 'BBVA Bancomer')
    expect(shown.buttons()).toEqual(expect.arrayContaining(['Ver', 'Pagar en línea', 'Imprimir']))
  })

  it('opens a payment of what is chosen, once however often it is touched, and shows it', async () => {
    const answer = Promise.withResolvers<void>()
    const shown = await open({ 'onlinePayments.open': () => answer.promise.then(() => ({ ok: true, value: { paymentId: 'op 1' } })) })
    await choose(shown, 'DM 4031 7781')
    await choose(shown, 'BBVA Bancomer')
    shown.button('Pagar en línea').click()
    await settled()
    await press(shown, 'Pagar en línea')
    expect(asked(shown, 'onlinePayments.open')).toEqual([{ bankId: 'bbva', invoiceIds: ['i1', 'i2'] }])
    answer.resolve()
    await settled()
    expect(shown.router.currentRoute.value.fullPath).toBe('/cuenta/pago-en-linea/op%201')
  })

  it.each([
    ['another bank is chosen', (shown: MountedScreen) => choose(shown, 'Banamex')],
    ['the screen is left', async (shown: MountedScreen) => shown.screen.unmount()],
  ])('what comes after %s leads nowhere and is said nowhere', async (_, goOn) => {
    for (const late of [
      { ok: true, value: { paymentId: 'op1' } },
      { ok: false, problem: { code: 'payment-not-opened' } },
    ]) {
      const answer = Promise.withResolvers<void>()
      const shown = await open({ 'onlinePayments.open': () => answer.promise.then(() => late) })
      await choose(shown, 'BBVA Bancomer')
      await press(shown, 'Pagar en línea')
      await goOn(shown)
      answer.resolve()
      await settled()
      expect(shown.router.currentRoute.value.fullPath).not.toContain('pago-en-linea')
      expect([useOnlinePayments().refused, useOnlinePayments().isOpening]).toEqual([null, false])
      document.body.innerHTML = ''
    }
  })

  it('offline it stays in its place, takes no touch, and says why', async () => {
    const shown = await open({ 'kiosk.status': offline })
    await choose(shown, 'BBVA Bancomer')
    const button = shown.button('Pagar en línea')
    expect(button.disabled).toBe(true)
    const why = document.getElementById(button.getAttribute('aria-describedby') ?? '')
    expect(why?.textContent).toContain('Sin conexión no se puede pagar en línea')
  })

  it('says a refusal in the utility’s words as text, until something else is chosen', async () => {
    const shown = await open()
    await choose(shown, 'BBVA Bancomer')
    shown.kiosk.fail('onlinePayments.open', { code: 'payment-refused', reason: 'Su contrato <b>está</b> en revisión.' })
    await press(shown, 'Pagar en línea')
    expect(shown.screen.get('[role="alert"]').text()).toContain('Su contrato <b>está</b> en revisión. Puede pagar de otra manera')
    await choose(shown, 'Banamex')
    expect(shown.screen.find('[role="alert"]').exists()).toBe(false)
  })

  it.each(['bank-unknown', 'already-paid', 'payment-not-opened', 'amount-differs', 'payment-unusable', 'utility-offline'] as const)(
    'says %s in words',
    async (code) => {
      const shown = await open()
      await choose(shown, 'BBVA Bancomer')
      shown.kiosk.fail('onlinePayments.open', { code })
      await press(shown, 'Pagar en línea')
      expect(shown.screen.get('[role="alert"]').text()).not.toContain('problems.')
      expect(shown.router.currentRoute.value.fullPath).toBe('/cuenta/pagar/i1')
    },
  )
})

describe('a payment on one’s own phone', () => {
  const open = (change: Partial<OnlinePayment> = {}, id = 'op1'): Promise<MountedScreen> =>
    mountScreen(OnlinePaymentView, { props: { id }, path: '/cuenta/pago-en-linea/op1', overrides: { 'onlinePayments.show': { ...payment, id, ...change } } })
  /** Stores of screens before this one hear events too: each asks about its own. */
  const askedAbout = (shown: MountedScreen, id: string): number =>
    asked(shown, 'onlinePayments.show').filter((request) => JSON.stringify(request).includes(`"${id}"`)).length
  const statuses = ({ screen }: MountedScreen): string =>
    screen
      .findAll('[role="status"]')
      .map((each) => each.text())
      .join(' ')

  it('shows the QR with amount, bank, invoices, reference, three steps, and until when by the zone’s clock', async () => {
    const shown = await open()
    expect(shown.screen.get('h1').text()).toBe('Pagar en línea')
    expect(shown.screen.get('[role="img"]').attributes('aria-label')).toBe('Código QR de la página de BBVA Bancomer')
    expect(shown.screen.get('[role="img"] path').attributes('d')).toBe(payment.qr?.path)
    expect(shown.words()).toMatch(/Vale hasta el 21 de noviembre a las 11:00/)
    expect(shown.words()).toMatch(/Importe en BBVA Bancomer ?\$ ?1,284\.50/)
    expect(shown.words()).toContain('DE 4043 2503')
    expect(shown.words()).toContain('PL-1A2B3C4D')
    expect(shown.screen.findAll('ol li').map((step) => step.text())).toEqual([
      'Apunte la cámara de su teléfono al código.',
      'Se abre pagos.bbva.example. Revise el importe.',
      'Pague ahí, una sola vez.',
    ])
    expect(statuses(shown)).toContain('Esperamos su pago')
  })

  it('tells by itself that it was paid, read out, with what comes next and no QR', async () => {
    const shown = await open()
    shown.kiosk.answer('onlinePayments.show', { ...payment, state: 'paid', qr: null })
    shown.kiosk.emit('onlinePayments.changed', {})
    await settled()
    expect(shown.screen.get('h1').text()).toBe('Pago recibido')
    expect(shown.screen.find('[role="img"]').exists()).toBe(false)
    expect(statuses(shown)).toMatch(/Pago recibido.*Puede tardar en aparecer en Mis pagos/)
    expect(shown.words()).toContain('PL-1A2B3C4D')
  })

  it.each([
    ['failed', 'El pago no se hizo', 'El banco no hizo el pago'],
    ['expired', 'El código venció', 'Se terminó el tiempo para pagar'],
  ] as const)('%s is said with a way to another', async (state, heading, words) => {
    const shown = await open({ state, qr: null })
    expect(shown.screen.get('h1').text()).toBe(heading)
    expect(statuses(shown)).toContain(words)
    await press(shown, 'Abrir otro pago')
    expect(shown.router.currentRoute.value.fullPath).toBe('/cuenta/pagar/i1')
  })

  it('one of which another amount was received sends to the counter, and promises nothing', async () => {
    const shown = await open({ state: 'paid', qr: null, otherAmount: true })
    expect(statuses(shown)).toMatch(/recibió otro importe.*Pregunte en el mostrador/)
    expect(statuses(shown)).not.toContain('otra vez')
  })

  it('one that was withdrawn sends to the counter', async () => {
    const shown = await open({ state: 'withdrawn', qr: null })
    expect(statuses(shown)).toMatch(/No pague con este código.*pregunte en el mostrador/)
  })

  it('says that it cannot know while the utility does not answer', async () => {
    const shown = await open({ current: false })
    expect(statuses(shown)).toContain('Ahora no podemos saber si ya se pagó')
    expect(shown.screen.find('[role="img"]').exists()).toBe(true)
  })

  it('asks again when the connection comes or goes', async () => {
    const shown = await open({}, 'op8')
    shown.kiosk.emit('kiosk.status', offline)
    await settled()
    expect(askedAbout(shown, 'op8')).toBe(2)
  })

  it('prints its paper', async () => {
    const shown = await open()
    await press(shown, 'Imprimir')
    expect(asked(shown, 'printing.print')).toEqual([{ document: { kind: 'onlinePayment', paymentId: 'op1' } }])
  })

  it('S13 is gone with the visitor, and what changes later is not asked for', async () => {
    const shown = await open({}, 'op9')
    useSession().forget()
    await settled()
    expect([useOnlinePayments().shown, useOnlinePayments().news]).toEqual([null, []])
    shown.kiosk.emit('onlinePayments.changed', {})
    await settled()
    expect(askedAbout(shown, 'op9')).toBe(1)
  })
})

describe('Mi cuenta', () => {
  it.each([
    ['pending', 'Tiene un pago en línea abierto: $1,284.50 en BBVA Bancomer'],
    ['paid', 'Recibimos su pago en línea: $1,284.50 en BBVA Bancomer'],
  ] as const)('tells of one that is %s, and leads to it', async (state, words) => {
    const shown = await mountScreen(AccountView, { overrides: { 'onlinePayments.list': { payments: [{ ...payment, state }] } } })
    expect(shown.words()).toContain(words)
    await press(shown, 'Ver pago en línea')
    expect(shown.router.currentRoute.value.fullPath).toBe('/cuenta/pago-en-linea/op1')
  })

  it('says nothing where there is none', async () => {
    expect((await mountScreen(AccountView)).words()).not.toContain('pago en línea')
  })
})
