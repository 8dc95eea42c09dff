import { describe, expect, it } from 'vitest'
import { usePrinting } from '../../../renderer/stores/printing.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import AccountView from '../../../renderer/views/AccountView.vue'
import InvoicesView from '../../../renderer/views/InvoicesView.vue'
import type { Channel } from '../../../shared/contract/index.ts'
import type { PrinterStatus } from '../../../shared/contract/printing.ts'
import { success, type Result } from '../../../shared/result.ts'
import { sampleJob } from '../../fakes/kioskSamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const asked = ({ kiosk }: MountedScreen, channel: string) => kiosk.called.filter((call) => call.channel === channel).map(({ request }) => request)
const offline: PrinterStatus = { state: 'offline', attention: ['offline'] }

describe('Imprimir duplicado', () => {
  it('prints at once and goes to where it is told', async () => {
    const shown = await mountScreen(AccountView)
    shown.button(/^Imprimir duplicado/).click()
    await settled()
    expect(asked(shown, 'printing.print')).toEqual([{ document: { kind: 'duplicate', invoiceId: 'i1' } }])
    expect(shown.router.currentRoute.value.fullPath).toBe('/imprimir/j1')
  })

  it('takes no second touch while the first is being answered', async () => {
    const shown = await mountScreen(AccountView)
    const print = shown.button(/^Imprimir duplicado/)
    print.click()
    print.click()
    await settled()
    expect(asked(shown, 'printing.print')).toHaveLength(1)
  })

  it('says before printing that the printer is not there, and prints nothing into the void', async () => {
    const shown = await mountScreen(AccountView, { overrides: { 'printing.printer': offline } })
    expect(shown.screen.get('.notice[role="status"]').text()).toContain('La impresora no responde')
    expect(shown.buttons().slice(2, 4)).toEqual(['Reintentar', 'Guardar PDF'])
    shown.button(/^Imprimir duplicado/).click()
    await settled()
    expect(asked(shown, 'printing.print')).toEqual([])
    expect(shown.screen.get('[role="alert"]').text()).toContain('No se imprimió: Factura DE 4043 2503.')
    expect(shown.screen.get('.place').element).toBe(document.activeElement)
  })

  it('prints what was refused when the printer is back', async () => {
    const shown = await mountScreen(InvoicesView, { overrides: { 'printing.printer': offline } })
    expect(shown.buttons()).not.toContain('Guardar PDF')
    ;(await eventually(() => shown.button('Imprimir duplicado DM 4031 7781'))).click()
    await settled()
    expect(shown.buttons()).toContain('Guardar PDF')
    shown.kiosk.answer('printing.printer', { state: 'ready', attention: [] })
    shown.button('Reintentar').click()
    await settled()
    expect(asked(shown, 'printing.print')).toEqual([{ document: { kind: 'duplicate', invoiceId: 'i2' } }])
    expect(shown.router.currentRoute.value.fullPath).toBe('/imprimir/j1')
  })

  it.each<[Channel, unknown]>([
    ['printing.printer', offline],
    ['printing.print', sampleJob],
  ])('S13 tells the next visitor nothing of what the last one asked for, when %s answers late', async (channel, late) => {
    const shown = await mountScreen(AccountView, channel === 'printing.printer' ? { overrides: { [channel]: offline } } : {})
    const { promise, resolve } = Promise.withResolvers<Result<never>>()
    shown.kiosk.answer(channel, () => promise)
    shown.button(/^Imprimir duplicado/).click()
    await settled()
    const session = useSession()
    session.forget()
    session.account = { accountId: 'a2', invoiceId: 'i9' }
    resolve(success(late as never))
    await settled()
    expect(usePrinting().refused).toBeNull()
    expect([...usePrinting().jobs.keys()]).toEqual([])
    expect(shown.router.currentRoute.value.fullPath).toBe('/cuenta')
  })

  it('goes ahead when the printer waits for paper: the job waits with it', async () => {
    const shown = await mountScreen(AccountView, { overrides: { 'printing.printer': { state: 'attention', attention: ['paper'] } } })
    expect(shown.words()).toContain('La impresora no tiene papel')
    shown.button(/^Imprimir duplicado/).click()
    await settled()
    expect(asked(shown, 'printing.print')).toHaveLength(1)
  })

  it('says the limit and offers the counter', async () => {
    const shown = await mountScreen(AccountView)
    shown.kiosk.fail('printing.print', { code: 'sheet-limit-account' })
    shown.button(/^Imprimir duplicado/).click()
    await settled()
    expect(shown.screen.get('[role="alert"]').text()).toContain('Si necesita más, pídalas en el mostrador.')
    expect(shown.router.currentRoute.value.fullPath).toBe('/cuenta')
  })
})
