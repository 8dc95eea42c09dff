import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import InvoicesView from '../../../renderer/views/InvoicesView.vue'
import PayView from '../../../renderer/views/PayView.vue'
import StatementView from '../../../renderer/views/StatementView.vue'
import { sampleAccount, sampleInvoices } from '../../fakes/kioskSamples.ts'
import { samplePayOptions } from '../../fakes/paySamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

/** The page that stands in for the browser's lays nothing out: every place is told to be too short for its rows. */
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(1_000)
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly #tell: () => void
      constructor(tell: () => void) {
        this.#tell = tell
      }
      observe(): void {
        this.#tell()
      }
      disconnect(): void {}
    },
  )
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const pagerIn = ({ screen }: MountedScreen, place: string): string[] =>
  screen
    .get(`${place} .pager`)
    .findAll('button, span[aria-live]')
    .map((part) => part.text())

it('leads down to what is older in the gender of what stands in the list', async () => {
  const invoices = await mountScreen(InvoicesView)
  await eventually(() => expect(pagerIn(invoices, '.all')).toContain('Más antiguas'))
  document.body.innerHTML = ''
  const statement = await mountScreen(StatementView)
  await eventually(() => expect(pagerIn(statement, '.movements')).toContain('Más antiguos'))
})

it('goes through all that is to be paid, the oldest first, and counts what the total counts', async () => {
  const six = Array.from({ length: 6 }, (_, index) => ({ ...sampleInvoices[0]!, id: `m${index}`, number: `MM ${index}` }))
  const options = samplePayOptions(sampleAccount, six)
  const shown = await mountScreen(PayView, { props: { id: 'm0' }, path: '/cuenta/pagar/m0?todo=si', overrides: { 'payment.options': options } })
  const [up, count, down] = pagerIn(shown, '.what')
  expect([up, down]).toEqual(['Anteriores', 'Siguientes'])
  expect(count).toMatch(/ de 6$/)
  expect(shown.screen.get('.sum').text()).toContain('6 facturas')
})

it('asks to add others only while there is one to add', async () => {
  const shown = await mountScreen(PayView, { props: { id: 'i1' }, path: '/cuenta/pagar/i1?todo=si' })
  expect(shown.screen.get('legend').text()).toBe('Quite las que no quiera pagar ahora')
  shown.screen.get<HTMLInputElement>('input[type="checkbox"]').element.click()
  await settled()
  expect(shown.screen.get('legend').text()).toBe('Agregue otras si quiere')
})
