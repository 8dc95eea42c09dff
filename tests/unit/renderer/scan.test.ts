import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import App from '../../../renderer/App.vue'
import { useLookup } from '../../../renderer/stores/lookup.ts'
import type { RequestOf } from '../../../shared/contract/index.ts'
import type { Scanned } from '../../../shared/contract/lookup.ts'
import type { Overrides } from '../../fakes/fakeKiosk.ts'
import { sampleAnswers, sampleDescription } from '../../fakes/kioskSamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { show } from './support.ts'

const dialog = (): HTMLDialogElement | null => document.querySelector('dialog')
const heading = (): string => document.querySelector('h1')?.textContent ?? ''
const field = (name: string): HTMLInputElement => {
  const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.startsWith(name))
  return document.getElementById(label?.htmlFor ?? '') as HTMLInputElement
}
const button = (name: string): HTMLButtonElement =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim().startsWith(name)) as HTMLButtonElement

let clock = 10_000
beforeEach(() => {
  clock += 60_000
})
afterEach(() => {
  document.body.replaceChildren()
})

/** One key where the focus is, so long after the last; a field takes it in, unless somebody keeps it. Answers whether it was kept. */
function press(key: string, gap: number): boolean {
  clock += gap
  const target = (document.activeElement ?? document.body) as HTMLElement
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  Object.defineProperty(event, 'timeStamp', { value: clock })
  target.dispatchEvent(event)
  if (!event.defaultPrevented && key.length === 1 && (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) {
    target.value += key
    target.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return event.defaultPrevented
}
async function scan(text: string, { gap = 6, end = 'Enter', pause = 2000 } = {}): Promise<boolean> {
  clock += pause
  for (const key of text) press(key, gap)
  const isKept = press(end, gap)
  await flushPromises()
  return isKept
}

async function open(path: string, overrides: Overrides = {}) {
  const page = await show(App, { overrides, props: { connection: 'connected', back: () => undefined } })
  await page.router.replace(path)
  await flushPromises()
  const asked = () => page.bridge.called.filter(({ channel }) => channel === 'lookup.scan').map(({ request }) => request as RequestOf<'lookup.scan'>)
  return { ...page, asked }
}

const bill: Scanned = { kind: 'bill', zoneId: 'mvd', accountNumber: null, invoiceNumber: 'A-140.500.275' }

describe('a scan by a clerk who serves', () => {
  it('leads from any of their screens to their search, by what of the code tells most', async () => {
    const { bridge, router } = await open('/', { 'lookup.scan': bill })
    bridge.emit('session.ended', { reason: 'clerkIn', clerk: { clerkId: 'c-1', name: 'Lucía', roles: ['clerk'], locked: false } })
    await eventually(() => expect(heading()).toBe('Personal'))
    for (const [scanned, typed] of [
      [bill, 'A-140.500.275'],
      [{ ...bill, accountNumber: '85831366' }, '85831366'],
      [{ kind: 'folio', folio: 'K07-20261121-00428' }, 'K07-20261121-00428'],
    ] as [Scanned, string][]) {
      bridge.answer('lookup.scan', scanned)
      await router.replace('/personal/estado')
      await eventually(() => expect(heading()).toBe('Estado del equipo'))
      await scan('08140989917404325036')
      await eventually(() => expect(document.querySelector<HTMLInputElement>('main input')?.value).toBe(typed))
    }
    expect(bridge.called).toContainEqual({ channel: 'search.find', request: { text: 'K07-20261121-00428' } })
  })
})

describe('a scan on the first screen', () => {
  it('leads to the look-up with zone and number filled in, and asks for the other', async () => {
    const { asked } = await open('/', { 'lookup.scan': bill })
    await scan('08140989917404325036')
    expect(asked()).toEqual([{ text: '08140989917404325036', zoneId: null }])
    await eventually(() => expect(field('Número de factura').value).toBe('A-140.500.275'))
    expect(document.querySelector('[role=combobox]')?.textContent).toContain('Montevideo')
    expect(field('Número de cuenta').value).toBe('')
    expect(document.activeElement).toBe(field('Número de cuenta'))
    expect(document.querySelector('[role=status] b')?.textContent).toBe('Leímos su recibo.')
    expect(document.body.textContent).toContain('Falta: Número de cuenta.')
    expect(document.body.textContent).not.toContain('Revise que la zona')
  })

  it('that tells both numbers opens what they would open when they are typed', async () => {
    const both: Scanned = { kind: 'bill', zoneId: 'qro', accountNumber: '85831366', invoiceNumber: 'AG40350406' }
    const { bridge, router } = await open('/', { 'lookup.scan': both })
    await scan('ACR85831366AG40350406')
    await eventually(() => expect(router.currentRoute.value.path).toBe('/cuenta'))
    expect(bridge.called).toContainEqual({
      channel: 'lookup.identify',
      request: { zoneId: 'qro', accountNumber: '85831366', invoiceNumber: 'AG40350406' },
    })
  })

  it('of our receipt leads to its folio, and asks how it stands', async () => {
    const { bridge, router } = await open('/', { 'lookup.scan': { kind: 'folio', folio: 'K07-20261121-00428' } })
    await scan("K07'20261121'00428", { end: 'Tab' })
    await eventually(() => expect(bridge.called).toContainEqual({ channel: 'requests.byFolio', request: { folio: 'K07-20261121-00428' } }))
    expect(router.currentRoute.value.path).toBe('/folio')
  })

  it('that names nothing says so, with what to do, and changes nothing', async () => {
    const { bridge, router } = await open('/')
    bridge.fail('lookup.scan', { code: 'unknown-code' })
    await scan('https://example.com/')
    await eventually(() => expect(dialog()?.textContent).toContain('No conocemos ese código.'))
    expect(dialog()?.textContent).toContain('Acerque al lector la barra')
    expect(router.currentRoute.value.path).toBe('/')
    expect(useLookup().invoiceNumber).toBe('')
    bridge.fail('lookup.scan', { code: 'throttled', retryAfterSeconds: 4 })
    await scan('08140989917404325037')
    await eventually(() => expect(dialog()?.textContent).toContain('4 segundos'))
    bridge.fail('lookup.scan', { code: 'no-match' })
    await scan('08140989917404325038')
    await eventually(() => expect(dialog()?.textContent).toContain('No encontramos una factura con ese código.'))
    bridge.fail('lookup.scan', { code: 'preparing-data' })
    await scan('08140989917404325039')
    await eventually(() => expect(dialog()?.textContent).toContain('Acerque el código de nuevo en unos minutos.'))
    button('Cerrar').click()
    await eventually(() => expect(dialog()).toBeNull())
  })

  it('may be read again while the notice stands', async () => {
    const { bridge } = await open('/', { 'lookup.scan': bill })
    bridge.fail('lookup.scan', { code: 'unknown-code' })
    await scan('https://example.com/')
    await eventually(() => expect(dialog()).not.toBeNull())
    bridge.fail('lookup.scan')
    await scan('08140989917404325036')
    await eventually(() => expect(heading()).toContain('Consultar con mi factura'))
    expect(dialog()).toBeNull()
  })

  it('of a code that is read twice in a second is asked once', async () => {
    const { asked } = await open('/', { 'lookup.scan': bill })
    await scan('08140989917404325036')
    await scan('08140989917404325036', { pause: 300 })
    expect(asked()).toHaveLength(1)
  })

  it('of endless length sends no more than is judged', async () => {
    const { asked, bridge } = await open('/')
    bridge.fail('lookup.scan', { code: 'unknown-code' })
    await scan('7'.repeat(4000))
    expect(asked()[0]?.text).toHaveLength(1001)
  })

  it('presses no button that has the focus', async () => {
    const { router } = await open('/')
    button('Emergencias').focus()
    let heard = 0
    button('Emergencias').addEventListener('keydown', () => (heard += 1))
    clock += 2000
    const kept = Array.from('4098 9917', (key) => press(key, 6))
    expect(kept).toEqual([false, false, ...Array<boolean>(7).fill(true)])
    expect(press('Enter', 6)).toBe(true)
    expect(heard).toBe(2)
    expect(router.currentRoute.value.path).toBe('/')
  })

  it('changes no box that is ticked with a space', async () => {
    await open('/')
    const box = Object.assign(document.createElement('input'), { type: 'checkbox' })
    document.querySelector('main')?.append(box)
    box.focus()
    clock += 2000
    expect(Array.from('4098 9917', (key) => press(key, 6))).toEqual([false, false, ...Array<boolean>(7).fill(true)])
  })

  it('whose answer comes when the screen is another is not spoken of', async () => {
    let answer = (): void => undefined
    const { router } = await open('/', {
      'lookup.scan': () => new Promise((resolve) => (answer = () => resolve({ ok: false, problem: { code: 'no-match' } }))),
    })
    await scan('08140989917404325036')
    await router.replace('/contacto')
    await flushPromises()
    answer()
    await flushPromises()
    expect(dialog()).toBeNull()
  })

  it('out of service leads nowhere, and nothing is said', async () => {
    const { asked, router } = await open('/', {
      'kiosk.status': { ...sampleAnswers['kiosk.status'], outOfService: true },
      'lookup.scan': { kind: 'folio', folio: 'K07-20261121-00428' },
    })
    await scan('K07-20261121-00428')
    expect([asked(), dialog(), router.currentRoute.value.path]).toEqual([[], null, '/'])
  })

  it('whose answer comes when the visitor has gone is nobody’s', async () => {
    let answer = (_: Scanned): void => undefined
    const { session, router } = await open('/', { 'lookup.scan': () => new Promise((resolve) => (answer = (value) => resolve({ ok: true, value }))) })
    await scan('08140989917404325036')
    await session.end()
    answer(bill)
    await flushPromises()
    expect(router.currentRoute.value.path).toBe('/')
    expect(useLookup().invoiceNumber).toBe('')
  })
})

describe('a scan on the look-up', () => {
  it('is not typed into the field that has the focus, and the second number sends both', async () => {
    const { bridge } = await open('/consulta', { 'lookup.scan': { kind: 'bill', zoneId: 'mty', accountNumber: null, invoiceNumber: 'DE 4043 2503' } })
    bridge.fail('lookup.identify', { code: 'no-match' })
    field('Número de cuenta').focus()
    for (const key of '40989917') press(key, 150)
    expect(field('Número de cuenta').value).toBe('40989917')
    expect(await scan('08140989917404325036')).toBe(true)
    expect(field('Número de cuenta').value).toBe('40989917')
    await eventually(() =>
      expect(bridge.called).toContainEqual({
        channel: 'lookup.identify',
        request: { zoneId: 'mty', accountNumber: '40989917', invoiceNumber: 'DE 4043 2503' },
      }),
    )
  })

  it('of a number goes by its form, and the zone is to be checked', async () => {
    const { bridge, asked } = await open('/consulta', { 'lookup.scan': { kind: 'number', number: '40989917', fits: ['account'] } })
    await scan('40989917')
    expect(field('Número de cuenta').value).toBe('40989917')
    expect(document.activeElement).toBe(field('Número de factura'))
    expect(document.body.textContent).toContain('Leímos un número.')
    expect(document.body.textContent).toContain('Falta: Número de factura. Revise que la zona sea la suya.')
    bridge.fail('lookup.identify', { code: 'no-match' })
    bridge.answer('lookup.scan', { kind: 'number', number: '123456', fits: ['account', 'invoice'] })
    await scan('123456')
    expect([field('Número de cuenta').value, field('Número de factura').value]).toEqual(['40989917', '123456'])
    // Nobody has said which zone: it is not sent by itself.
    expect(document.body.textContent).not.toContain('Falta:')
    expect(document.body.textContent).toContain('Revise que la zona sea la suya y toque Consultar.')
    const sent = () => bridge.called.filter(({ channel }) => channel === 'lookup.identify')
    expect(sent()).toEqual([])
    useLookup().chosenZone = 'qro'
    await scan('123456')
    await eventually(() => expect(sent()).toHaveLength(1))
    expect(asked().map(({ zoneId }) => zoneId)).toEqual([null, null, 'qro'])
  })

  it('asks for the other number until it is there', async () => {
    await open('/consulta', { 'lookup.scan': bill })
    await scan('08140989917404325036')
    await eventually(() => expect(document.body.textContent).toContain('Falta: Número de cuenta.'))
    useLookup().accountNumber = '318204'
    await flushPromises()
    expect(document.body.textContent).not.toMatch(/Falta|Leímos/)
  })

  it('that was none leaves what a person typed, and Enter goes on as ever', async () => {
    const { asked } = await open('/consulta')
    field('Número de cuenta').focus()
    for (const key of '40989917') press(key, 90)
    press('Enter', 90)
    expect(field('Número de cuenta').value).toBe('40989917')
    expect(document.activeElement).toBe(field('Número de factura'))
    expect(asked()).toEqual([])
  })
})

describe('a scan while an account is open', () => {
  const numbers: Scanned = { kind: 'bill', zoneId: 'qro', accountNumber: '85831366', invoiceNumber: 'AG40350406' }
  async function openAt(path: string, several = false) {
    const page = await show(App, { overrides: { 'lookup.scan': numbers }, props: { connection: 'connected', back: () => undefined } })
    page.session.open({ accountId: 'a1', invoiceId: 'i1' }, 'mty')
    page.session.contracts = several ? 2 : 1
    await page.router.replace(path)
    await flushPromises()
    const sent = () => page.bridge.called.filter(({ channel }) => channel === 'lookup.identify').map(({ request }) => request)
    return { ...page, sent }
  }

  it.each([
    ['/cuenta', false],
    ['/cuenta/contratos', true],
    ['/cuenta/otra-factura', false],
  ])('on %s opens the account of the bill beside it', async (path, several) => {
    const { sent } = await openAt(path, several)
    await scan('ACR85831366AG40350406')
    await eventually(() => expect(sent()).toEqual([{ zoneId: 'qro', accountNumber: '85831366', invoiceNumber: 'AG40350406', beside: true }]))
  })

  it.each(['/', '/consulta', '/folio'])('on %s begins anew, once the person has read what closes', async (path) => {
    const { sent } = await openAt(path)
    await scan('ACR85831366AG40350406')
    await eventually(() => expect(field('Número de factura').value).toBe('AG40350406'))
    expect(document.body.textContent).toContain('La cuenta que está abierta se cierra al consultar.')
    expect(sent()).toEqual([])
    button('Consultar').click()
    await eventually(() => expect(sent()).toEqual([{ zoneId: 'qro', accountNumber: '85831366', invoiceNumber: 'AG40350406' }]))
  })

  it('on another of its screens changes nothing, and says where one is read', async () => {
    const { sent, router } = await openAt('/cuenta/facturas')
    await scan('ACR85831366AG40350406')
    await eventually(() => expect(dialog()?.textContent).toContain('vuelva a Mi cuenta y acerque el código'))
    expect([sent(), router.currentRoute.value.path]).toEqual([[], '/cuenta/facturas'])
  })
})

describe('a scan where it means nothing', () => {
  it('leaves a form as it was, and says so', async () => {
    const { asked, router } = await open('/contacto')
    const input = document.createElement('textarea')
    document.querySelector('main')?.append(input)
    input.value = 'Mi recibo'
    input.focus()
    input.setSelectionRange(2, 2)
    expect(await scan('https://example.com/?12345678', { end: 'Tab' })).toBe(true)
    expect([input.value, input.selectionStart]).toEqual(['Mi recibo', 2])
    await eventually(() => expect(dialog()?.textContent).toContain('Aquí no se leen códigos.'))
    expect(asked()).toEqual([])
    expect(router.currentRoute.value.path).toBe('/contacto')
  })

  it('so it is behind a dialog that must be answered first', async () => {
    const { asked } = await open('/')
    button('Emergencias').click()
    await eventually(() => expect(dialog()?.textContent).toContain('81 8111 2233'))
    await scan('08140989917404325036')
    await eventually(() => expect(document.body.textContent).toContain('Cierre este aviso y la otra ventana'))
    // Our notice makes room for the next code, and not the dialog behind it.
    await scan('08140989917404325037')
    expect(asked()).toEqual([])
    expect(document.body.textContent).toContain('Cierre este aviso y la otra ventana')
  })
})

it('is spoken of only where the branch has a scanner', async () => {
  const { router } = await open('/', { 'kiosk.describe': { ...sampleDescription, scanner: true } })
  expect(document.body.textContent).toContain('Acerque la barra de su recibo al lector')
  await router.replace('/consulta')
  await eventually(() => expect(document.body.textContent).toContain('Acerque la barra de su recibo al lector, o escriba estos datos.'))
  document.body.replaceChildren()
  await open('/')
  expect(document.body.textContent).not.toContain('lector')
})
