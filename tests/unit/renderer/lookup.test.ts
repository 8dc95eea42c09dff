import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import LookupView from '../../../renderer/views/LookupView.vue'
import { success } from '../../../shared/result.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { show } from './support.ts'

const field = (name: string): HTMLInputElement => {
  const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.startsWith(name))
  return document.getElementById(label?.htmlFor ?? '') as HTMLInputElement
}
const key = (name: string): HTMLButtonElement =>
  [...document.querySelectorAll<HTMLButtonElement>('[data-skbtn]')].find(
    (button) => (button.getAttribute('aria-label') ?? button.textContent) === name,
  ) as HTMLButtonElement
const touch = (name: string): void => key(name).click()
const type = (input: HTMLInputElement, text: string): void => {
  input.focus()
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
}
const describedBy = (input: HTMLInputElement): string =>
  (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ')
const submitButton = (): HTMLButtonElement => document.querySelector('button[type=submit]') as HTMLButtonElement
const submit = async (): Promise<void> => {
  document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
}

afterEach(() => {
  document.body.replaceChildren()
})

describe('lookup', () => {
  it('types with the keyboard on the screen: digits first, capitals and signs once the invoice is next', async () => {
    const { bridge } = await show(LookupView)
    expect(document.activeElement).toBe(field('Número de cuenta'))
    for (const digit of '40989917') touch(digit)
    expect(key('Q')).toBeUndefined()
    touch('Siguiente')
    await flushPromises()
    for (const name of ['D', 'E', 'espacio', '4', '0', '4', '3', 'guion', 'punto', 'Borrar', 'Borrar', '2', '5', '0', '3']) touch(name)
    await submit()
    expect(bridge.called.at(-1)).toEqual({
      channel: 'lookup.identify',
      request: { zoneId: 'mty', accountNumber: '40989917', invoiceNumber: 'DE 40432503' },
    })
  })

  it('edits where the caret stands', async () => {
    await show(LookupView)
    const account = field('Número de cuenta')
    type(account, '4098')
    account.setSelectionRange(1, 1)
    touch('7')
    touch('Borrar')
    touch('5')
    expect(account.value).toBe('45098')
  })

  it('erases on while *Borrar* is held, and types once however slow the finger', async () => {
    await show(LookupView)
    const account = field('Número de cuenta')
    type(account, '40989917')
    vi.useFakeTimers()
    try {
      const finger = (name: string, event: string) => key(name).dispatchEvent(new Event(event, { bubbles: true }))
      finger('Borrar', 'pointerdown')
      expect(account.value).toBe('4098991')
      await vi.advanceTimersByTimeAsync(850)
      expect(account.value).toBe('4098')
      finger('Borrar', 'pointerup')
      finger('5', 'pointerdown')
      await vi.advanceTimersByTimeAsync(3000)
      expect(account.value).toBe('40985')
    } finally {
      vi.useRealTimers()
    }
  })

  it('moves on at Enter, as a scanner ends, and asks when both numbers are there', async () => {
    const { bridge } = await show(LookupView)
    const account = field('Número de cuenta')
    type(account, '40989917')
    account.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    await flushPromises()
    expect(document.activeElement).toBe(field('Número de factura'))
    expect(bridge.called.map(({ channel }) => channel)).not.toContain('lookup.identify')
    type(field('Número de factura'), 'DE40432503')
    account.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    await flushPromises()
    expect(bridge.called.map(({ channel }) => channel)).toContain('lookup.identify')
  })

  it('opens the account', async () => {
    const { session, router } = await show(LookupView)
    await submit()
    expect([session.account, session.zoneId]).toEqual([{ accountId: 'a1', invoiceId: 'i1' }, 'mty'])
    await eventually(() => expect(router.currentRoute.value.path).toBe('/cuenta'))
  })

  it('says beside each field what is wrong with it, and loses nothing that was typed', async () => {
    const { bridge } = await show(LookupView)
    bridge.fail('lookup.identify', {
      code: 'invalid-fields',
      fields: [
        { field: 'accountNumber', problem: 'too-long' },
        { field: 'invoiceNumber', problem: 'bad-characters' },
      ],
    })
    type(field('Número de cuenta'), '1234567890')
    type(field('Número de factura'), 'DE_4043')
    await submit()
    expect(describedBy(field('Número de cuenta'))).toContain('Son demasiados números')
    expect(describedBy(field('Número de factura'))).toContain('solo letras y números')
    expect(field('Número de cuenta').getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(field('Número de cuenta'))
    expect([field('Número de cuenta').value, field('Número de factura').value]).toEqual(['1234567890', 'DE_4043'])
  })

  it('says that nothing was found, with the help still a touch away', async () => {
    const { bridge } = await show(LookupView)
    bridge.fail('lookup.identify', { code: 'no-match' })
    await submit()
    expect(document.querySelector('[role=alert]')?.textContent).toContain('No encontramos una factura con esos datos')
    expect(document.body.textContent).toContain('¿Dónde encuentro estos datos?')
  })

  it('names a wrong check digit at the account', async () => {
    const { bridge } = await show(LookupView)
    bridge.fail('lookup.identify', { code: 'wrong-check-digit' })
    await submit()
    expect(describedBy(field('Número de cuenta'))).toContain('El número después del guion no corresponde')
  })

  it('counts a delay down and then takes the next attempt', async () => {
    vi.useFakeTimers()
    try {
      const { bridge } = await show(LookupView)
      bridge.fail('lookup.identify', { code: 'throttled', retryAfterSeconds: 2 })
      await submit()
      expect(document.body.textContent).toContain('en 2 segundos')
      expect(submitButton().disabled).toBe(true)
      await vi.advanceTimersByTimeAsync(1000)
      expect(submitButton().disabled).toBe(true)
      await vi.advanceTimersByTimeAsync(1250)
      expect(submitButton().disabled).toBe(false)
      expect(document.querySelector('[role=alert]')).toBeNull()
    } finally {
      vi.useRealTimers()
    }
  })

  it('lets the words count down with the button, and has them read out once', async () => {
    vi.useFakeTimers()
    try {
      const { bridge } = await show(LookupView)
      bridge.fail('lookup.identify', { code: 'throttled', retryAfterSeconds: 20 })
      await submit()
      const seen = (): string => document.querySelector('[role=alert] [aria-hidden=true]:is(p)')?.textContent ?? ''
      const heard = (): string => document.querySelector('[role=alert] .spoken')?.textContent ?? ''
      expect([seen().includes('en 20 segundos'), heard().includes('en 20 segundos')]).toEqual([true, true])
      await vi.advanceTimersByTimeAsync(5000)
      expect([seen().includes('en 15 segundos'), heard().includes('en 20 segundos'), submitButton().textContent?.includes('15')]).toEqual([true, true, true])
    } finally {
      vi.useRealTimers()
    }
  })

  it('swaps two numbers that stand in each other’s place at a touch', async () => {
    const { bridge } = await show(LookupView)
    type(field('Número de cuenta'), 'DE 4043 2503')
    type(field('Número de factura'), '40989917')
    bridge.fail('lookup.identify', { code: 'numbers-swapped' })
    await submit()
    const swap = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('Intercambiar'))
    swap?.click()
    await flushPromises()
    expect([field('Número de cuenta').value, field('Número de factura').value]).toEqual(['40989917', 'DE 4043 2503'])
    expect(document.querySelector('[role=alert]')).toBeNull()
  })

  it.each([{ code: 'no-match' as const }, { code: 'invalid-fields' as const, fields: [{ field: 'invoiceNumber', problem: 'pattern' as const }] }])(
    'asks after $code whether a letter was meant for a digit, and writes what was meant',
    async (problem) => {
      const { bridge } = await show(LookupView)
      type(field('Número de cuenta'), '40989917')
      type(field('Número de factura'), 'DE 4O43 25O3')
      bridge.fail('lookup.identify', problem)
      await submit()
      expect(document.body.textContent).toContain('Hay letras que se parecen a números: O y 0.')
      ;[...document.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('¿Quiso escribir DE 4043 2503?'))?.click()
      await flushPromises()
      expect(field('Número de factura').value).toBe('DE 4043 2503')
      expect(document.body.textContent).not.toContain('¿Quiso escribir')
    },
  )

  it('asks nothing of the kind where the number would still be none, or nothing looks like a digit', async () => {
    const { bridge } = await show(LookupView)
    for (const typed of ['DE 4O43', 'DE 4043 2503']) {
      type(field('Número de factura'), typed)
      bridge.fail('lookup.identify', { code: 'no-match' })
      await submit()
      expect(document.body.textContent).not.toContain('¿Quiso escribir')
    }
  })

  it('lets a message go as soon as its field is changed, and keeps that of the other', async () => {
    const { bridge } = await show(LookupView)
    const fields = ['accountNumber', 'invoiceNumber'].map((name) => ({ field: name, problem: 'empty' as const }))
    bridge.fail('lookup.identify', { code: 'invalid-fields', fields })
    await submit()
    type(field('Número de cuenta'), '4')
    await flushPromises()
    expect(field('Número de cuenta').getAttribute('aria-invalid')).toBeNull()
    expect(field('Número de factura').getAttribute('aria-invalid')).toBe('true')
    bridge.fail('lookup.identify', { code: 'no-match' })
    await submit()
    type(field('Número de factura'), 'D')
    await flushPromises()
    expect(document.querySelector('[role=alert]')).toBeNull()
  })

  it('tells whoever has no bill where to go: on the screen, in its help, and after a miss', async () => {
    const { bridge } = await show(LookupView)
    expect(document.body.textContent).toContain('Sin recibo, pase al mostrador')
    bridge.fail('lookup.identify', { code: 'no-match' })
    await submit()
    expect(document.querySelector('[role=alert]')?.textContent).toContain('Sin recibo, pase al mostrador')
    const help = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('¿Dónde encuentro'))
    help?.click()
    await eventually(() => expect(document.querySelector('dialog')?.textContent).toContain('¿No tiene su recibo?'))
  })

  it('waits while the data are being prepared, and asks by itself when they are there', async () => {
    const { bridge, session } = await show(LookupView)
    const status = { online: true, data: 'preparing' as const, dataAsOf: null, changesLoaded: 5 }
    bridge.emit('kiosk.status', status)
    bridge.fail('lookup.identify', { code: 'preparing-data' })
    await submit()
    expect(document.body.textContent).toContain('Estamos preparando los datos')
    expect(session.isOpen).toBe(false)
    bridge.fail('lookup.identify')
    bridge.emit('kiosk.status', { ...status, data: 'ready' })
    await eventually(() => expect(session.isOpen).toBe(true))
  })

  it('waits for the zones too, which come with the first data', async () => {
    const { bridge, kiosk, session } = await show(LookupView)
    const description = kiosk.description
    if (!description) throw new Error('the kiosk was not described')
    bridge.emit('kiosk.described', { ...description, homeZoneId: null, zones: [] })
    await submit()
    expect(bridge.called.map(({ channel }) => channel)).not.toContain('lookup.identify')
    expect(document.body.textContent).toContain('Estamos preparando los datos')
    bridge.emit('kiosk.described', description)
    await eventually(() => expect(session.isOpen).toBe(true))
  })

  it('uses the words of the zone for its numbers, and asks for no zone where there is one', async () => {
    const { bridge, kiosk } = await show(LookupView)
    expect(document.querySelector('[role=combobox]')).not.toBeNull()
    const description = kiosk.description
    if (!description) throw new Error('the kiosk was not described')
    bridge.emit('kiosk.described', { ...description, homeZoneId: 'qro', zones: description.zones.filter(({ id }) => id === 'qro') })
    await flushPromises()
    expect(field('Referencia')).toBeInstanceOf(HTMLInputElement)
    expect(document.querySelector('[role=combobox]')).toBeNull()
  })

  it('says how the data typed are used as soon as the utility has said it, in the language of the screen', async () => {
    const { bridge, wrapper, kiosk } = await show(LookupView)
    const ready = kiosk.status
    const notice = { id: 'privacy', version: '1', title: '', body: '' }
    bridge.fail('kiosk.privacyNotice', { code: 'not-found' })
    bridge.emit('kiosk.status', { ...ready, data: 'preparing' })
    await flushPromises()
    bridge.fail('kiosk.privacyNotice')
    bridge.answer('kiosk.privacyNotice', ({ language }) => success({ ...notice, summary: `Aviso en ${language}` }))
    bridge.emit('kiosk.status', { ...ready, data: 'ready' })
    await eventually(() => expect(document.body.textContent).toContain('Aviso en es-MX'))
    wrapper.vm.$i18n.locale = 'pt'
    await eventually(() => expect(document.body.textContent).toContain('Aviso en pt'))
  })

  it('S13 forgets what was typed when the visitor ends or leaves the screen', async () => {
    const { bridge, wrapper } = await show(LookupView)
    type(field('Número de cuenta'), '40989917')
    await flushPromises()
    bridge.emit('session.ended', { reason: 'idle' })
    await flushPromises()
    expect(field('Número de cuenta').value).toBe('')
    type(field('Número de factura'), 'DE 4043 2503')
    wrapper.unmount()
    await show(LookupView)
    expect(field('Número de factura').value).toBe('')
  })

  it('keeps the fields open to a keyboard and closed to what a browser remembers', async () => {
    await show(LookupView)
    for (const name of ['Número de cuenta', 'Número de factura']) {
      const input = field(name)
      expect([input.readOnly, input.getAttribute('inputmode'), input.autocomplete, input.name]).toEqual([false, 'none', 'off', ''])
    }
  })
})
