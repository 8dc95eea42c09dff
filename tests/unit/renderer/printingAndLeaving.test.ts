import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import App from '../../../renderer/App.vue'
import type { PrintJob } from '../../../shared/contract/printing.ts'
import { sampleJob } from '../../fakes/kioskSamples.ts'
import { sampleCashJob } from '../../fakes/paySamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { show } from './support.ts'

const dialog = (): string => document.querySelector('dialog')?.textContent ?? ''
const finish = (): DOMTokenList => document.querySelector('footer .finish')?.classList ?? document.body.classList

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

  it.each<[string, Partial<PrintJob>]>([
    ['that is out', { state: 'confirmed', canCancel: false }],
    ['that is only slow', { attention: 'slow' }],
    ['that a ticket printer was sent, which nobody can call back', { ...sampleCashJob, state: 'sent', attention: 'paper' }],
  ])('says nothing of a print %s', async (_which, job) => {
    expect(await warned(job)).not.toContain('se cancela')
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
