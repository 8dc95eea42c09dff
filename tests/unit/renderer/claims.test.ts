import { describe, expect, it } from 'vitest'
import FiledView from '../../../renderer/views/FiledView.vue'
import { useRequestForm } from '../../../renderer/stores/requestForm.ts'
import InvoiceView from '../../../renderer/views/InvoiceView.vue'
import RequestFormView from '../../../renderer/views/RequestFormView.vue'
import RequestsView from '../../../renderer/views/RequestsView.vue'
import type { TopicForm } from '../../../shared/contract/filings.ts'
import type { Overrides } from '../../fakes/fakeKiosk.ts'
import { sampleAccount, sampleAnswers, sampleDetail } from '../../fakes/kioskSamples.ts'
import { sampleFiled, sampleRequests, sampleTopics } from '../../fakes/requestSamples.ts'
import { choose, combobox, field, fill, submit } from './formOnScreen.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const open = (overrides: Overrides = {}): Promise<MountedScreen> =>
  mountScreen(RequestFormView, { overrides, path: '/cuenta/reclamaciones/nueva?tipo=reclamacion' })
const filed = ({ kiosk }: MountedScreen): TopicForm[] =>
  kiosk.called.filter(({ channel }) => channel === 'requests.file').map(({ request }) => request as TopicForm)
const heading = ({ screen }: MountedScreen): string => screen.get('h1').text()

describe('Importe que no reconoce', () => {
  const DISPUTED = 'Importe que no reconoce'

  it('is asked for beside an invoice alone, with the total that it can be at most, and may be left out', async () => {
    const shown = await open()
    await choose('Tema', 'No recibí mi factura')
    expect(() => field(DISPUTED)).toThrow()
    await choose('Tema', 'Cobro indebido')
    expect(shown.words()).toContain('Puede dejarlo vacío. El total de esta factura es $1,284.50.')
    fill('Descripción', 'Hay un cargo de más.')
    await submit()
    await submit()
    expect(filed(shown)[0]?.disputedAmount).toBe('')
  })

  it.each([
    ['1,284.51', 'Es más que el total de la factura. El total de esta factura es $1,284.50.'],
    ['0', 'Escriba un importe mayor que cero, o déjelo vacío.'],
    ['10.505', 'Sobran números después del punto o la coma.'],
    ['mucho', 'Escriba el importe con números, como está en su factura.'],
  ])('of %j says beside the field what is wrong', async (typed, said) => {
    const shown = await open()
    await choose('Tema', 'Cobro indebido')
    fill(DISPUTED, typed)
    fill('Descripción', 'Hay un cargo de más.')
    await submit()
    expect(heading(shown)).toBe('Nueva reclamación')
    expect(shown.words()).toContain(said)
    expect(document.activeElement).toBe(field(DISPUTED))
  })

  it('stands at the last look as the account writes amounts, and is sent as it was typed', async () => {
    const shown = await open()
    await choose('Tema', 'Cobro indebido')
    fill(DISPUTED, '1250.5')
    fill('Descripción', 'Hay un cargo de más.')
    await submit()
    expect(shown.words()).toContain('Importe que no reconoce$1,250.50')
    await submit()
    expect(filed(shown)[0]).toMatchObject({ topicId: 'cobro', invoiceId: 'i1', disputedAmount: '1250.5' })
  })

  it('is of one invoice: it goes when another is chosen, and stays when the same one is', async () => {
    await open()
    await choose('Tema', 'Cobro indebido')
    fill(DISPUTED, '250.00')
    await choose('Factura', 'DE 4043 2503')
    expect(field(DISPUTED).value).toBe('250.00')
    await choose('Factura', 'DM 4031 7781')
    expect(field(DISPUTED).value).toBe('')
  })

  it('of another topic stays behind', async () => {
    const shown = await open()
    await choose('Tema', 'Cobro indebido')
    fill(DISPUTED, '9,999.00')
    await choose('Tema', 'No recibí mi factura')
    fill('Descripción', 'No llegó.')
    await submit()
    await submit()
    expect(filed(shown)[0]?.disputedAmount).toBe('')
  })
})

describe('a claim that is open already', () => {
  const OPEN = 'Ya tiene una reclamación abierta sobre esto'
  const before = sampleRequests.slice(0, 1).map((request) => ({ ...request, topicId: 'cobro', topic: 'Cobro indebido', invoiceId: 'i1', utilityFolio: 'S-77' }))
  const openWith = (change = {}) => open({ 'requests.list': { account: sampleAccount, requests: before.map((request) => ({ ...request, ...change })) } })
  const press = async ({ button }: MountedScreen, name: string): Promise<void> => {
    button(name).click()
    await settled()
  }

  it('is told with its folio and date as soon as topic and invoice are chosen, before anything is written', async () => {
    const shown = await openWith()
    await choose('Tema', 'Cobro indebido')
    expect(heading(shown)).toBe(OPEN)
    for (const words of ['K07-20261121-00428', 'S-77', '21 de noviembre de 2026', 'Guardada en este kiosco']) expect(shown.words()).toContain(words)
    expect(document.querySelector('textarea')).toBeNull()
  })

  it.each([{ invoiceId: 'i2' }, { topicId: 'fuga' }, { state: 'resolved' }, { state: 'setAside' }, { kind: 'question' }])(
    'is not told where it is another matter: %j',
    async (change) => {
      const shown = await openWith(change)
      await choose('Tema', 'Cobro indebido')
      expect(heading(shown)).toBe('Nueva reclamación')
    },
  )

  it('is added to, which the last look says and the form carries', async () => {
    const shown = await openWith()
    fill('Descripción', 'Falta mi comprobante.')
    await choose('Tema', 'Cobro indebido')
    await press(shown, 'Agregar información')
    expect(heading(shown)).toBe('Nueva reclamación')
    expect(shown.words()).toContain('Agrega información a la reclamación S-77')
    expect(field('Descripción').value).toBe('Falta mi comprobante.')
    await submit()
    expect(heading(shown)).toBe('Revise su solicitud')
    expect(shown.words()).toContain('Agrega información a la reclamaciónS-77')
    await submit()
    expect(filed(shown)[0]).toMatchObject({ topicId: 'cobro', addsTo: 'S-77' })
  })

  it('stands beside another one where that is wanted, and is not told of twice', async () => {
    const shown = await openWith()
    await choose('Tema', 'Cobro indebido')
    await press(shown, 'Presentar otra')
    expect(heading(shown)).toBe('Nueva reclamación')
    fill('Descripción', 'Es otra cosa.')
    await submit()
    await submit()
    expect(filed(shown)[0]?.addsTo).toBe('')
  })

  it('is told of again for another invoice alone, and what was chosen for the one stays behind', async () => {
    const shown = await openWith()
    await choose('Tema', 'Cobro indebido')
    await press(shown, 'Agregar información')
    await choose('Factura', 'DM 4031 7781')
    fill('Descripción', 'Es de otro mes.')
    await submit()
    await submit()
    expect(filed(shown)[0]).toMatchObject({ invoiceId: 'i2', addsTo: '' })
  })

  it('can be left by the way back, with everything still there', async () => {
    const shown = await openWith()
    fill('Descripción', 'Falta mi comprobante.')
    await choose('Tema', 'Cobro indebido')
    await shown.router.replace('/cuenta/reclamaciones/nueva?tipo=reclamacion')
    await settled()
    expect(heading(shown)).toBe('Nueva reclamación')
    expect(field('Descripción').value).toBe('Falta mi comprobante.')
    await choose('Tema', 'No recibí mi factura')
    expect(heading(shown)).toBe('Nueva reclamación')
  })

  it('that was closed meanwhile is said beside the way to file a new one with what was written', async () => {
    const shown = await openWith()
    await choose('Tema', 'Cobro indebido')
    await press(shown, 'Agregar información')
    fill('Descripción', 'Falta mi comprobante.')
    await submit()
    shown.kiosk.fail('requests.file', { code: 'invalid-fields', fields: [{ field: 'addsTo', problem: 'unknown-claim' }] })
    await submit()
    expect(heading(shown)).toBe('Nueva reclamación')
    expect(shown.words()).toContain('Esa reclamación ya no está abierta.')
    expect(document.activeElement?.textContent).toBe('Presentar otra')
    shown.kiosk.fail('requests.file')
    await press(shown, 'Presentar otra')
    expect(document.activeElement).toBe(field('Descripción'))
    await submit()
    await submit()
    expect(filed(shown).map(({ addsTo }) => addsTo)).toEqual(['S-77', ''])
  })

  it('stands with what was added to it, in the list and where the folio is given', async () => {
    const added = before.map((request) => ({ ...request, addsTo: 'S-12' }))
    const list = await mountScreen(RequestsView, { overrides: { 'requests.list': { account: sampleAccount, requests: added } } })
    expect(list.screen.get('li').text()).toContain('Agrega información a la reclamaciónS-12')
    document.body.innerHTML = ''
    const filedScreen = await mountScreen(FiledView, { props: { id: 'c1' }, overrides: { 'requests.filed': { ...sampleFiled, addsTo: 'S-12' } } })
    expect(filedScreen.words()).toContain('Agrega información a la reclamación S-12')
  })
})

describe('a reading that was estimated', () => {
  const DISPUTE = 'Mi medidor marca otra cosa'
  const topicsWith = (change: Partial<(typeof sampleTopics)[number]>) => ({
    'requests.topics': { topics: sampleTopics.map((topic) => (topic.requiresReading ? { ...topic, ...change } : topic)) },
  })
  const showInvoice = (detail: Partial<typeof sampleDetail> = {}, overrides: Overrides = {}) =>
    mountScreen(InvoiceView, { props: { id: 'i1' }, overrides: { 'account.invoice': { ...sampleDetail, ...detail }, ...overrides } })

  it('is disputed in one step from its invoice', async () => {
    const { button, router } = await showInvoice()
    button(DISPUTE).click()
    await settled()
    expect(router.currentRoute.value.fullPath).toBe('/cuenta/reclamaciones/nueva?tipo=reclamacion&factura=i1&dato=lectura')
  })

  it('is not, where the meter was read, no topic asks for a reading, or no folio can be given', async () => {
    const read = await showInvoice({ currentReading: { takenOn: '2026-11-01', value: 4209, kind: 'actual' } })
    const noTopic = await showInvoice({}, topicsWith({ requiresReading: false }))
    const closed = await showInvoice({}, { 'kiosk.status': { ...sampleAnswers['kiosk.status'], filing: 'not-enrolled' } })
    for (const { buttons } of [read, noTopic, closed]) expect(buttons()).not.toContain(DISPUTE)
  })

  it('leads to the reading of the first topic that asks for one, with the invoice, past what the data say', async () => {
    const path = '/cuenta/reclamaciones/nueva?tipo=reclamacion&factura=i2&dato=lectura'
    const shown = await mountScreen(RequestFormView, { path })
    expect(heading(shown)).toBe('Nueva reclamación')
    expect(document.activeElement).toBe(field('Lectura'))
    fill('Lectura', '4190')
    fill('Descripción', 'Lo leí ayer.')
    await submit()
    expect(heading(shown)).toBe('Revise su solicitud')
    await submit()
    expect(filed(shown)[0]).toMatchObject({ topicId: 'consumo', invoiceId: 'i2', reading: '4190' })
  })

  it('begins with a blank form where another matter was written of, and with what was written of the same', async () => {
    await mountScreen(RequestFormView, { path: '/cuenta/reclamaciones/nueva?tipo=reclamacion&factura=i2&dato=lectura' })
    const form = useRequestForm()
    fill('Descripción', 'Lo leí ayer.')
    form.disputeReading('i2')
    await settled()
    expect(field('Descripción').value).toBe('Lo leí ayer.')
    form.disputeReading('i1')
    await settled()
    expect([field('Descripción').value, form.draft.invoiceId, form.topic?.id]).toEqual(['', 'i1', 'consumo'])
  })

  it('goes before a consumption that seems too high, where both ask for a reading', async () => {
    const estimated = { ...(sampleTopics[0] as (typeof sampleTopics)[number]), id: 'z', kind: 'claim' as const, name: 'Z', requiresReading: true }
    await mountScreen(RequestFormView, {
      path: '/cuenta/reclamaciones/nueva?tipo=reclamacion&factura=i2&dato=lectura',
      overrides: { 'requests.topics': { topics: [...sampleTopics, estimated] } },
    })
    expect(combobox('Tema').textContent).toContain('Z')
  })
})
