import { describe, expect, it } from 'vitest'
import { usePay } from '../../../renderer/stores/pay.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import AccountView from '../../../renderer/views/AccountView.vue'
import InvoicesView from '../../../renderer/views/InvoicesView.vue'
import InvoiceView from '../../../renderer/views/InvoiceView.vue'
import PayView from '../../../renderer/views/PayView.vue'
import type { PrinterRole } from '../../../shared/contract/printing.ts'
import type { PayOptions } from '../../../shared/contract/payment.ts'
import { sampleAccount, sampleAnswers, sampleDescription, sampleDetail, sampleInvoices } from '../../fakes/kioskSamples.ts'
import { sampleCashJob, samplePayOptions } from '../../fakes/paySamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const options = sampleAnswers['payment.options']
const open = (
  change: Partial<PayOptions> = {},
  { path = '/cuenta/pagar/i1', printers = ['documents', 'tickets'] as PrinterRole[] } = {},
): Promise<MountedScreen> =>
  mountScreen(PayView, {
    props: { id: 'i1' },
    path,
    overrides: { 'payment.options': { ...options, ...change }, 'kiosk.describe': { ...sampleDescription, printers } },
  })

const asked = ({ kiosk }: MountedScreen, channel: string) => kiosk.called.filter((call) => call.channel === channel).map(({ request }) => request)
/** The control that stands in the card with these words. */
function choice({ screen }: MountedScreen, words: string): HTMLInputElement {
  const card = screen.findAll('label').find((label) => label.text().includes(words))
  if (!card) throw new Error(`No card says ${words}`)
  return card.get('input').element
}
async function choose(shown: MountedScreen, words: string): Promise<void> {
  choice(shown, words).click()
  await settled()
}
async function print(shown: MountedScreen): Promise<unknown> {
  shown.button('Imprimir').click()
  await settled()
  return asked(shown, 'printing.print').at(-1)
}

describe('Pagar', () => {
  it('says what the asked invoice comes to, until when, and offers the desk before banks and stores', async () => {
    const shown = await open()
    expect(shown.screen.get('h1').text()).toBe('Pagar')
    expect(shown.screen.get('.sum').text()).toMatch(/\$\s*1,284\.50.*Pague a más tardar el 2 de diciembre de 2026/u)
    const places = shown.screen.findAll('[role="radiogroup"] label').map((label) => label.get('b').text())
    expect(places).toEqual(['En la caja de esta sucursal', 'Banamex', 'BBVA Bancomer', 'Banorte', 'HSBC', 'Tiendas Extra'])
    expect(choice(shown, 'En la caja').checked).toBe(true)
    // The group is the choices alone.
    expect(shown.screen.findAll('[role="radiogroup"] :is(h2, button)')).toEqual([])
    expect(shown.screen.findAll('[role="radiogroup"] input[type="radio"]')).toHaveLength(6)
  })

  it('prints a ticket for the desk', async () => {
    const shown = await open()
    shown.kiosk.answer('printing.print', sampleCashJob)
    expect(await print(shown)).toEqual({ document: { kind: 'cashTicket', invoiceIds: ['i1'] } })
    expect(shown.router.currentRoute.value.fullPath).toBe('/imprimir/j5')
  })

  it('prints a slip for the bank that was chosen', async () => {
    const shown = await open()
    await choose(shown, 'BBVA Bancomer')
    expect(await print(shown)).toEqual({ document: { kind: 'slip', bankId: 'bbva', invoiceIds: ['i1'] } })
  })

  it('adds other invoices: the total grows, and the first of their days counts', async () => {
    const shown = await open()
    await choose(shown, 'DM 4031 7781')
    expect(shown.screen.get('.sum').text()).toMatch(/\$\s*2,386\.50.*puede pagar hasta el 23 de noviembre de 2026/u)
    expect(await print(shown)).toEqual({ document: { kind: 'cashTicket', invoiceIds: ['i1', 'i2'] } })
  })

  it('takes an added one away again', async () => {
    const shown = await open()
    await choose(shown, 'DM 4031 7781')
    await choose(shown, 'DM 4031 7781')
    expect(shown.screen.get('.sum').text()).toMatch(/\$\s*1,284\.50/u)
  })

  it('begins with everything that is owed where that was asked for', async () => {
    const shown = await open({}, { path: '/cuenta/pagar/i1?todo=si' })
    expect(await print(shown)).toEqual({ document: { kind: 'cashTicket', invoiceIds: ['i1', 'i2', 'i3'] } })
  })

  it('puts no more on one paper than it holds, and says so', async () => {
    const many = Array.from({ length: 14 }, (_, index) => ({ ...sampleInvoices[0]!, id: `m${index}`, number: `MM ${index}` }))
    const shown = await open(samplePayOptions(sampleAccount, many), { path: '/cuenta/pagar/i1?todo=si' })
    expect(shown.words()).toContain('En un papel caben 12 facturas')
    expect(choice(shown, 'MM 13').disabled).toBe(true)
    expect(choice(shown, 'MM 11').disabled).toBe(false)
    await choose(shown, 'MM 11')
    expect(choice(shown, 'MM 13').disabled).toBe(false)
  })

  it('has no list where one invoice is owed', async () => {
    const shown = await open(samplePayOptions(sampleAccount, sampleInvoices.slice(0, 1)))
    expect(shown.screen.findAll('input[type="checkbox"]')).toEqual([])
  })

  it('says where the bars cannot be read, and what comes out for the desk', async () => {
    const shown = await open()
    const labels = (): string[] => shown.screen.findAll('[role="radiogroup"] label').map((label) => label.text())
    expect(labels().filter((words) => words.includes('el banco no puede leer este código'))).toEqual([expect.stringContaining('Banorte')])
    expect(labels()[0]).toContain('Sale un ticket')
    document.body.innerHTML = ''
    const onSheet = await open({ cashTicket: false }, { printers: ['documents'] })
    expect(onSheet.screen.get('[role="radiogroup"] label').text()).toContain('Sale una hoja')
  })

  it('shows sheets before they are printed; a ticket has none', async () => {
    const shown = await open()
    expect(shown.buttons()).not.toContain('Ver')
    await choose(shown, 'Banamex')
    shown.kiosk.fail('preview.open', { code: 'document-failed' })
    shown.button('Ver').click()
    await settled()
    expect(asked(shown, 'preview.open')).toEqual([{ document: { kind: 'slip', bankId: 'banamex', invoiceIds: ['i1'] } }])
  })

  it('asks the printer of the paper that was chosen', async () => {
    const shown = await open()
    expect(asked(shown, 'printing.printer').at(-1)).toEqual({ kind: 'cashTicket' })
    shown.kiosk.answer('printing.printer', { state: 'attention', attention: ['paper'] })
    await choose(shown, 'Banamex')
    expect(asked(shown, 'printing.printer').at(-1)).toEqual({ kind: 'slip' })
    expect(shown.words()).toContain('La impresora no tiene papel')
  })

  it('offers a sheet at once where the ticket printer is not there', async () => {
    const shown = await mountScreen(PayView, {
      props: { id: 'i1' },
      overrides: {
        'kiosk.describe': { ...sampleDescription, printers: ['documents', 'tickets'] },
        'printing.printer': { state: 'offline', attention: ['offline'] },
        'printing.print': { ...sampleCashJob, id: 'j7', printer: 'documents' },
      },
    })
    expect(shown.words()).toContain('La impresora de tickets no responde')
    shown.button('Imprimir en hoja').click()
    await settled()
    expect(asked(shown, 'printing.print')).toEqual([{ document: { kind: 'cashTicket', invoiceIds: ['i1'] }, on: 'documents' }])
    expect(shown.router.currentRoute.value.fullPath).toBe('/imprimir/j7')
  })

  it('says it where nothing is owed, and leads back', async () => {
    const shown = await mountScreen(PayView, {
      props: { id: 'i1' },
      path: '/cuenta/pagar/i1',
      overrides: { 'payment.options': { ok: false, problem: { code: 'nothing-owed' } } },
    })
    expect(shown.words()).toContain('Esta factura ya no debe nada')
    expect(shown.buttons()).toEqual(['Volver a mi cuenta'])
    shown.button('Volver a mi cuenta').click()
    await settled()
    expect(shown.router.currentRoute.value.fullPath).toBe('/cuenta')
  })

  it('says it where an invoice was paid meanwhile', async () => {
    const shown = await open()
    shown.kiosk.fail('printing.print', { code: 'nothing-owed' })
    await print(shown)
    expect(shown.screen.get('[role="alert"]').text()).toContain('De esa factura ya no se debe nada')
    expect(shown.screen.get('[role="alert"]').findAll('button')).toEqual([])
  })

  it('S13 is gone with the visitor', async () => {
    const shown = await open()
    await choose(shown, 'Banamex')
    useSession().forget()
    const pay = usePay()
    expect([pay.options, pay.placeId, pay.paper]).toEqual([null, 'desk', null])
  })
})

describe('the ways to paying', () => {
  const pathAfter = async (shown: MountedScreen, name: string): Promise<string> => {
    shown.button(name).click()
    await settled()
    return shown.router.currentRoute.value.fullPath
  }
  const home = sampleAnswers['account.home']
  const paid = sampleInvoices[1]!

  it('leads from what is owed to all of it, and from a row to its invoice', async () => {
    expect(await pathAfter(await mountScreen(AccountView), 'Pagar')).toBe('/cuenta/pagar/i1?todo=si')
    document.body.innerHTML = ''
    const list = await mountScreen(InvoicesView)
    await eventually(() => expect(list.buttons().filter((name) => name.startsWith('Pagar'))).toEqual(['Pagar DE 4043 2503']))
    expect(await pathAfter(list, 'Pagar DE 4043 2503')).toBe('/cuenta/pagar/i1')
    document.body.innerHTML = ''
    expect(await pathAfter(await mountScreen(InvoiceView, { props: { id: 'i1' } }), 'Pagar')).toBe('/cuenta/pagar/i1')
  })

  it('is not there where nothing is owed', async () => {
    const calm = await mountScreen(AccountView, { overrides: { 'account.home': { ...home, totalOwed: 0 } } })
    expect(calm.buttons()).not.toContain('Pagar')
    document.body.innerHTML = ''
    const detail = { ...sampleDetail, invoice: { ...paid, id: 'i2' } }
    const shown = await mountScreen(InvoiceView, { props: { id: 'i2' }, overrides: { 'account.invoice': detail } })
    expect(shown.buttons()).not.toContain('Pagar')
  })

  it('begins with the oldest that is owed, also where it is neither in the hand nor among the latest', async () => {
    const oldestOwed = { ...paid, id: 'i30', status: 'overdue' as const, balance: 5000 }
    const old = { ...home, totalOwed: 5000, identified: paid, latest: [paid], oldestOwed }
    const shown = await mountScreen(AccountView, { overrides: { 'account.home': old } })
    expect(await pathAfter(shown, 'Pagar')).toBe('/cuenta/pagar/i30?todo=si')
  })

  it('is not there where no invoice of what is owed has arrived', async () => {
    const shown = await mountScreen(AccountView, { overrides: { 'account.home': { ...home, oldestOwed: null } } })
    expect(shown.buttons()).not.toContain('Pagar')
  })
})
