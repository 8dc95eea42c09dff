import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import App from '../../../renderer/App.vue'
import { usePrinting } from '../../../renderer/stores/printing.ts'
import type { PrintJob } from '../../../shared/contract/printing.ts'
import { sampleJob } from '../../fakes/kioskSamples.ts'
import { sampleCashJob } from '../../fakes/paySamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { show } from './support.ts'

const dialog = (): string => document.querySelector('dialog')?.textContent ?? ''
const finish = (): DOMTokenList => document.querySelector('footer .finish')?.classList ?? document.body.classList

/** The last of that name: a dialog's stands after the page's. */
const touch = (name: string): void =>
  [...document.querySelectorAll('button')].findLast((each) => each.textContent?.replaceAll('\u00ad', '').includes(name))?.click()

/** The whole page, with the screen of that job. */
async function open(job: Partial<PrintJob>) {
  const page = await show(App, {
    overrides: { 'printing.job': { ...sampleJob, ...job, id: 'j1' } },
    props: { connection: 'connected', back: () => undefined },
  })
  page.session.account = { accountId: 'a1', invoiceId: 'i1' }
  await page.router.replace('/imprimir/j1')
  // The job's state in words: the screen is there, and not only its frame.
  await eventually(() => expect(document.querySelector('main h2')?.textContent).toMatch(/\p{L}{3}/u))
  return page
}

afterEach(() => document.body.replaceChildren())

describe('the warning before a visit ends', () => {
  const warned = async (job: Partial<PrintJob>): Promise<string> => {
    const { bridge } = await open(job)
    bridge.emit('session.warning', { secondsLeft: 30 })
    await eventually(() => expect(dialog()).toContain('30 segundos'))
    return dialog()
  }

  it('names the print that waits, and says what becomes of it', async () => {
    expect(await warned({ attention: 'paper' })).toContain('Todavía no sale su impresión: Factura DE 4043 2503. Si no toca Continuar, se cancela.')
  })

  it('names every one of them', async () => {
    const { bridge } = await open({ attention: 'paper' })
    bridge.emit('printing.job', { ...sampleJob, id: 'j2', state: 'queued', attention: 'paper', documentName: 'DM 4031 7781' })
    bridge.emit('session.warning', { secondsLeft: 30 })
    await eventually(() => expect(dialog()).toContain('Todavía no salen sus impresiones: Factura DE 4043 2503 y Factura DM 4031 7781.'))
  })

  it.each<[string, Partial<PrintJob>]>([
    ['that is out', { state: 'confirmed', canCancel: false }],
    ['that is only slow', { attention: 'slow' }],
    ['that a ticket printer was sent, which nobody can call back', { ...sampleCashJob, state: 'sent', attention: 'paper' }],
  ])('says nothing of a print %s', async (_which, job) => {
    expect(await warned(job)).not.toContain('se cancela')
  })
})

describe('*Terminar* with paper in the printer', () => {
  const QUESTION = '¿Retiró sus hojas?'
  const printed: Partial<PrintJob> = { state: 'confirmed', canCancel: false }
  const asked = async (job: Partial<PrintJob>, slower = false) => {
    const page = await open(job)
    page.session.aids.slower = slower
    const ended = () => page.bridge.called.filter(({ channel }) => channel === 'session.end').length
    touch('Terminar')
    await flushPromises()
    return { ...page, ended }
  }

  it('asks first, and neither the visit ends nor is it to be read while it is asked', async () => {
    const { ended, session } = await asked(printed)
    await eventually(() => expect(dialog()).toContain(QUESTION))
    expect([ended(), session.isOpen]).toEqual([0, true])
    expect(document.querySelector('main')?.classList).toContain('left')
  })

  it('goes on after *No*, with nothing lost', async () => {
    const { ended, session, router } = await asked(printed)
    await eventually(() => expect(dialog()).toContain(QUESTION))
    touch('No, seguir')
    await eventually(() => expect(dialog()).toBe(''))
    expect([ended(), session.isOpen, router.currentRoute.value.path]).toEqual([0, true, '/imprimir/j1'])
    expect(document.querySelector('main')?.classList).not.toContain('left')
  })

  it('ends after *Sí*, and the next visitor is asked nothing', async () => {
    const { ended, session } = await asked(printed)
    await eventually(() => expect(dialog()).toContain(QUESTION))
    touch('Sí, terminar')
    await eventually(() => expect(document.querySelector('h1')?.textContent).toContain('Bienvenido'))
    expect([ended(), session.isOpen, dialog()]).toEqual([1, false, ''])
    expect(document.querySelector('main')?.classList).not.toContain('left')
  })

  it.each([
    [false, 30],
    [true, 90],
  ])('ends by itself for whoever walks away, and not while they touch; slower: %s, after %d seconds', async (slower, seconds) => {
    const clock = vi.spyOn(performance, 'now')
    const begin = Math.floor(performance.now())
    clock.mockReturnValue(begin)
    const { ended, session } = await asked(printed, slower)
    await eventually(() => expect(dialog()).toContain(`${seconds} segundos`))
    clock.mockReturnValue(begin + (seconds - 1) * 1_000)
    await eventually(() => expect(dialog()).toContain('1 segundo.'))
    document.querySelector('dialog')?.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    await eventually(() => expect(dialog()).toContain(`${seconds} segundos`))
    expect(ended()).toBe(0)
    clock.mockReturnValue(begin + (2 * seconds - 1) * 1_000)
    await eventually(() => expect(ended()).toBe(1))
    expect([session.isOpen, dialog()]).toEqual([false, ''])
    clock.mockRestore()
  })

  it('names every print that is lost, and counts nothing down while one is on its way', async () => {
    const { bridge } = await open({ state: 'sent' })
    const behind = { ...sampleJob, state: 'queued', documentName: 'DM 4031 7781' } as const
    bridge.emit('printing.job', { ...behind, id: 'j2' })
    bridge.emit('printing.job', { ...behind, id: 'j3', documentName: 'DM 4031 7782' })
    touch('Terminar')
    await eventually(() => expect(dialog()).toContain('se cancelan 2 impresiones: Factura DM 4031 7781 y Factura DM 4031 7782.'))
    expect(dialog()).toContain('todavía está saliendo')
    expect(dialog()).not.toContain('segundo')
    bridge.emit('printing.job', { ...sampleJob, ...printed })
    bridge.emit('printing.job', { ...behind, id: 'j2', state: 'sent' })
    await eventually(() => expect(dialog()).toContain('se cancela una impresión: Factura DM 4031 7782.'))
    bridge.emit('printing.job', { ...behind, id: 'j2', ...printed })
    bridge.emit('printing.job', { ...behind, id: 'j3', attention: 'paper', documentName: 'DM 4031 7782' })
    await eventually(() => expect(dialog()).toContain('30 segundos'))
    expect(dialog()).toContain('se cancela una impresión: Factura DM 4031 7782.')
    expect(dialog()).not.toContain('todavía está saliendo')
  })

  it.each([
    ['nothing', 1],
    ['incomplete', 0],
  ] as const)('after a print of which the person said %s, is asked where something came out', async (trouble, ends) => {
    const page = await open({ state: 'unknown', asks: true, canCancel: false })
    page.bridge.answer('printing.answer', { ...sampleJob, state: 'unknown', canCancel: false, canRetry: true })
    await usePrinting().answer('j1', false, trouble)
    touch('Terminar')
    await flushPromises()
    expect(page.bridge.called.filter(({ channel }) => channel === 'session.end')).toHaveLength(ends)
    expect(dialog().includes(QUESTION)).toBe(ends === 0)
  })

  it('asks for the ticket where that is what comes out', async () => {
    await asked({ ...sampleCashJob, state: 'sent' })
    await eventually(() => expect(dialog()).toContain('¿Retiró su ticket?'))
  })

  it.each<[string, Partial<PrintJob>]>([
    ['failed', { state: 'failed' }],
    ['was cancelled', { state: 'cancelled' }],
    ['waits for somebody and is withdrawn', { state: 'sent', attention: 'paper' }],
  ])('ends at once where the print %s', async (_, job) => {
    const { ended } = await asked(job)
    expect(ended()).toBe(1)
    expect(dialog()).toBe('')
  })

  it('is reminded of by the warning before an idle visit ends', async () => {
    const { bridge } = await open(printed)
    bridge.emit('session.warning', { secondsLeft: 30 })
    await eventually(() => expect(dialog()).toContain(QUESTION))
    expect(dialog()).toContain('30 segundos')
  })
})

it('after a print *Terminar* is the primary control of the foot, and on the next screen it is not', async () => {
  const { bridge, router } = await open({ state: 'sent' })
  expect(finish()).toContain('plain')
  bridge.emit('printing.job', { ...sampleJob, state: 'confirmed', canCancel: false })
  await flushPromises()
  expect(finish()).toContain('go')
  expect(finish()).not.toContain('plain')
  expect(document.querySelector('main .go')).toBeNull()
  await router.replace('/cuenta')
  await eventually(() => expect(finish()).toContain('plain'))
})
