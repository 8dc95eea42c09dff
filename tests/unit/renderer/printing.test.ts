import { describe, expect, it } from 'vitest'
import { jobScreen } from '../../../renderer/areas/printing/jobScreen.ts'
import { usePrinting } from '../../../renderer/stores/printing.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import PrintingView from '../../../renderer/views/PrintingView.vue'
import type { PrinterRole, PrintJob } from '../../../shared/contract/printing.ts'
import type { ProblemCode } from '../../../shared/problems.ts'
import { sampleDescription, sampleJob, sampleReceiptJob } from '../../fakes/kioskSamples.ts'
import { sampleCashJob, sampleTurnJob } from '../../fakes/paySamples.ts'
import type { Overrides } from '../../fakes/fakeKiosk.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const over = { canCancel: false }
const show = (job: Partial<PrintJob>, more: Overrides = {}): Promise<MountedScreen> =>
  mountScreen(PrintingView, { props: { id: 'j1' }, overrides: { 'printing.job': { ...sampleJob, ...job }, ...more } })
const withTickets = { 'kiosk.describe': { ...sampleDescription, printers: ['documents', 'tickets'] as PrinterRole[] } }
const asked = ({ kiosk }: MountedScreen, channel: string) => kiosk.called.filter((call) => call.channel === channel).map(({ request }) => request)

describe('Imprimiendo', () => {
  it.each<[Partial<PrintJob>, string, string]>([
    [{ state: 'queued', sheets: null }, 'Estamos preparando su duplicado', 'Imprimiendo'],
    [{ state: 'queued' }, 'Su duplicado espera su turno', 'Imprimiendo'],
    [{ state: 'sent' }, 'Su duplicado está saliendo', 'Imprimiendo'],
    [{ state: 'sent', attention: 'paper' }, 'La impresora no tiene papel', 'Impresión en espera'],
    [{ state: 'sent', attention: 'jam' }, 'Se atoró una hoja en la impresora', 'Impresión en espera'],
    [{ state: 'sent', attention: 'offline' }, 'La impresora no responde', 'Impresión en espera'],
    [{ state: 'queued', attention: 'cover' }, 'La impresora está abierta', 'Impresión en espera'],
    [{ state: 'confirmed', ...over }, 'Listo. Retire su hoja', 'Impresión terminada'],
    [{ state: 'unknown', asks: true, ...over }, '¿Salió bien su impresión?', 'Su impresión'],
    [{ state: 'failed', problem: 'printer-refused', ...over }, 'No se pudo imprimir', 'No se imprimió'],
    [{ state: 'failed', problem: 'sheet-limit-account', ...over }, 'Esta cuenta llegó al límite de hojas de hoy', 'No se imprimió'],
    [{ state: 'cancelled', ...over }, 'Se canceló la impresión', 'Impresión cancelada'],
    [{ state: 'sent', attention: 'slow' }, 'La impresora tarda más de lo normal', 'Impresión en espera'],
    [{ state: 'sent', attention: 'waiting' }, 'La impresora todavía no empieza', 'Impresión en espera'],
    [{ state: 'queued', sheets: null, attention: 'waiting' }, 'La impresora está ocupada con otro documento', 'Impresión en espera'],
    [{ state: 'sent', ...over }, 'Cancelando…', 'Cancelando'],
  ])('says %j in words, under a heading that says the same', async (job, title, heading) => {
    const { screen } = await show(job)
    expect(screen.get('h1').text()).toBe(heading)
    expect(screen.get('h2').text()).toBe(title)
    expect(screen.get('[role="status"]').text()).toContain('Factura DE 4043 2503')
  })

  it('promises what it waits for only while the visit lasts', async () => {
    expect((await show({ state: 'sent', attention: 'paper' })).screen.get('[role="status"]').text()).toContain(
      'si termina su visita, esta impresión se cancela',
    )
    expect((await show({ state: 'sent', attention: 'slow' })).screen.get('[role="status"]').text()).not.toContain('se cancela')
  })

  it('says Cancelando… at the touch, before the printer has let go', async () => {
    const { screen, button, buttons, kiosk } = await show({ state: 'sent' })
    kiosk.answer('printing.cancel', { ...sampleJob, state: 'sent', ...over })
    button('Cancelar').click()
    await screen.vm.$nextTick()
    expect(screen.get('h2').text()).toBe('Cancelando…')
    await settled()
    expect(screen.get('h2').text()).toBe('Cancelando…')
    expect(buttons()).toEqual([])
    kiosk.emit('printing.job', { ...sampleJob, state: 'cancelled', ...over })
    await settled()
    expect(screen.get('h2').text()).toBe('Se canceló la impresión')
  })

  it('follows the job as the program tells it', async () => {
    const { kiosk, screen, buttons } = await show({ state: 'sent', attention: 'paper' })
    expect(buttons()).toEqual(['Cancelar'])
    kiosk.emit('printing.job', { ...sampleJob, state: 'sent' })
    await settled()
    expect(screen.get('h2').text()).toBe('Su duplicado está saliendo')
    kiosk.emit('printing.job', { ...sampleJob, state: 'confirmed', ...over })
    await settled()
    expect(buttons()).toEqual(['Ir a mi cuenta'])
  })

  it('after a print the control to finish is the primary one, until the screen is left', async () => {
    const { screen, button } = await show({ state: 'confirmed', ...over })
    expect(usePrinting().isDone).toBe(true)
    expect(button('Ir a mi cuenta').className).not.toContain('go')
    screen.unmount()
    expect(usePrinting().isDone).toBe(false)
  })

  it('cancels once, whatever the number of touches', async () => {
    const shown = await show({})
    const cancel = shown.button('Cancelar')
    cancel.click()
    cancel.click()
    await settled()
    expect(asked(shown, 'printing.cancel')).toEqual([{ jobId: 'j1' }])
    expect(shown.screen.get('h2').text()).toBe('Se canceló la impresión')
  })

  it('S07 asks when nobody knows, and a "yes" ends it', async () => {
    const shown = await show({ state: 'unknown', asks: true, ...over })
    expect(shown.buttons()).toEqual(['No', 'Sí, la tengo'])
    shown.button('Sí, la tengo').click()
    await settled()
    expect(asked(shown, 'printing.answer')).toEqual([{ jobId: 'j1', cameOut: true }])
    expect(shown.screen.get('h2').text()).toBe('Listo. Retire su hoja')
  })

  it('S07 after a "no" asks what went wrong before it offers another copy', async () => {
    const shown = await show({ state: 'unknown', asks: true, ...over })
    shown.kiosk.answer('printing.answer', { ...sampleJob, state: 'unknown', asks: false, canRetry: true, ...over })
    shown.kiosk.answer('printing.retry', { ...sampleJob, id: 'j2', copyNumber: 2 })
    shown.button('No').click()
    await settled()
    expect(asked(shown, 'printing.answer')).toEqual([])
    expect(shown.buttons()).not.toContain('Reintentar')
    shown.button('No se lee bien').click()
    await settled()
    expect(asked(shown, 'printing.answer')).toEqual([{ jobId: 'j1', cameOut: false, trouble: 'illegible' }])
    expect(asked(shown, 'printing.retry')).toEqual([])
    shown.button('Reintentar').click()
    await settled()
    expect(asked(shown, 'printing.retry')).toEqual([{ jobId: 'j1' }])
    expect(shown.router.currentRoute.value.fullPath).toBe('/imprimir/j2')
  })

  it('says why it failed, tries again, and saves in place', async () => {
    const shown = await show({ state: 'failed', problem: 'printer-offline', canRetry: true, ...over })
    expect(shown.words()).toContain('La impresora no responde. Puede reintentar, o pedir su hoja en el mostrador.')
    expect(shown.buttons()).toEqual(['Ir a mi cuenta', 'Guardar PDF', 'Reintentar'])
    shown.button('Guardar PDF').click()
    await settled()
    expect(asked(shown, 'saving.save')).toEqual([expect.objectContaining({ document: sampleJob.document, format: 'pdf' })])
    expect(shown.words()).toContain('Guardado en')
  })

  it('saves also where it was an original that could not be printed', async () => {
    const { buttons } = await show({ kind: 'original', copyNumber: null, state: 'failed', problem: 'printer-refused', ...over })
    expect(buttons()).toContain('Guardar PDF')
  })

  it('offers no Guardar where there is no place to save to', async () => {
    const { buttons } = await show({ state: 'failed', problem: 'printer-offline', canRetry: true, ...over }, { 'saving.places': { places: [] } })
    expect(buttons()).toEqual(['Ir a mi cuenta', 'Reintentar'])
  })

  it('says the limit when another copy is one too many', async () => {
    const shown = await show({ state: 'failed', problem: 'printer-offline', canRetry: true, ...over })
    shown.kiosk.fail('printing.retry', { code: 'sheet-limit-visit' })
    shown.button('Reintentar').click()
    await settled()
    expect(shown.screen.get('[role="alert"]').text()).toContain('pídalas en el mostrador')
  })

  it.each<[Partial<PrintJob>, string]>([
    [{ state: 'queued', sheets: null }, 'Estamos preparando su comprobante'],
    [{ state: 'queued' }, 'Su comprobante espera su turno'],
    [{ state: 'sent' }, 'Su comprobante está saliendo'],
    [{ state: 'sent', attention: 'paper' }, 'La impresora no tiene papel'],
  ])('says of a receipt that is %j what it is', async (job, title) => {
    const { screen } = await show({ ...sampleReceiptJob, id: 'j1', ...job })
    expect(screen.get('h2').text()).toBe(title)
    expect(screen.get('[role="status"]').text()).toContain('Comprobante K07-20261121-00428')
    expect(screen.text()).not.toMatch(/duplicado|Factura/)
  })

  it('offers to try a receipt again, and not to save it', async () => {
    const failed = { state: 'failed', problem: 'cannot-store', canRetry: true, ...over } as const
    const { buttons } = await show({ ...sampleReceiptJob, id: 'j1', ...failed })
    expect(buttons()).toEqual(['Ir a mi cuenta', 'Reintentar'])
  })

  it('has words when the job cannot be found', async () => {
    const { words, buttons } = await mountScreen(PrintingView, {
      props: { id: 'gone' },
      overrides: { 'printing.job': { ok: false, problem: { code: 'not-allowed' } } },
    })
    expect(words()).toContain('Su consulta ya no está abierta.')
    expect(buttons()).toEqual(['Reintentar'])
  })
})

describe('Imprimiendo a ticket', () => {
  const ticket = { ...sampleCashJob, id: 'j1' }

  it.each<[Partial<PrintJob>, string]>([
    [{ state: 'queued', sheets: null }, 'Estamos preparando su papel para la caja'],
    [{ state: 'sent' }, 'Su papel para la caja está saliendo'],
    [{ state: 'sent', attention: 'paper' }, 'La impresora de tickets no tiene papel'],
    [{ state: 'queued', attention: 'cover' }, 'La impresora de tickets está abierta'],
    [{ state: 'queued', attention: 'offline' }, 'La impresora de tickets no responde'],
    [{ state: 'confirmed', ...over }, 'Listo. Retire su ticket'],
    [{ state: 'unknown', asks: true, ...over }, '¿Salió bien su impresión?'],
  ])('says %j in words, and speaks of no sheet', async (job, title) => {
    const { screen } = await show({ ...ticket, ...job })
    expect(screen.get('h2').text()).toBe(title)
    expect(screen.get('[role="status"]').text()).toContain('Pago en caja DE 4043 2503')
    expect(screen.get('[role="status"]').text()).not.toMatch(/hoja/)
  })

  it('is asked about as of a ticket', async () => {
    const shown = await show({ ...ticket, state: 'unknown', asks: true, ...over })
    expect(shown.buttons()).toEqual(['No', 'Sí, lo tengo'])
    shown.button('No').click()
    await settled()
    expect(shown.screen.get('h2').text()).toBe('¿Qué pasó con su ticket?')
    expect(shown.buttons()).toContain('Salió incompleto')
  })

  it('comes on a sheet where its printer is not there', async () => {
    const shown = await show({ ...ticket, state: 'queued', attention: 'offline', alternativePrinter: 'documents' })
    expect(shown.buttons()).toEqual(['Cancelar', 'Imprimir en hoja'])
    shown.kiosk.answer('printing.print', { ...ticket, id: 'j8', printer: 'documents' })
    shown.button('Imprimir en hoja').click()
    await settled()
    expect(asked(shown, 'printing.print')).toEqual([{ document: sampleCashJob.document, on: 'documents' }])
    expect(shown.router.currentRoute.value.fullPath).toBe('/imprimir/j8')
  })

  it('says why it cannot come on a sheet either', async () => {
    const shown = await show({ ...ticket, state: 'failed', problem: 'printer-offline', canRetry: true, alternativePrinter: 'documents', ...over })
    shown.kiosk.fail('printing.print', { code: 'sheet-limit-visit' })
    expect(shown.buttons()).toEqual(['Ir a mi cuenta', 'Reintentar', 'Imprimir en hoja'])
    shown.button('Imprimir en hoja').click()
    await settled()
    expect(shown.screen.get('[role="alert"]').text()).toContain('Llegó al límite de hojas por visita')
    expect(shown.router.currentRoute.value.fullPath).toBe('/cuenta')
  })

  it('counts the sheets of what is longer', async () => {
    const statement = { kind: 'statement', documentName: '22/11/2025 – 21/11/2026', sheets: 3 } as const
    const { screen } = await show({ ...statement, state: 'confirmed', ...over })
    expect(screen.get('h2').text()).toBe('Listo. Retire sus 3 hojas')
    expect(screen.get('[role="status"]').text()).toContain('Estado de cuenta 22/11/2025 – 21/11/2026, 3 hojas')
  })
})

describe('Tomar turno', () => {
  const limit = { state: 'failed', problem: 'sheet-limit-visit', ...over } as const

  it('stands where the person is sent to the counter, and says the number', async () => {
    const shown = await show(limit, withTickets)
    shown.kiosk.answer('printing.print', { ...sampleTurnJob, state: 'confirmed' })
    shown.button('Tomar turno').click()
    await settled()
    expect(asked(shown, 'printing.print')).toEqual([{ document: { kind: 'turn' } }])
    await eventually(() => expect(shown.router.currentRoute.value.fullPath).toBe('/turno/j6'))
    await shown.screen.setProps({ id: 'j6' })
    await settled()
    expect(shown.screen.get('h2').text()).toBe('Listo. Su turno es A-042')
  })

  it('gives a visitor one number', async () => {
    const shown = await show(limit, withTickets)
    shown.kiosk.answer('printing.print', sampleTurnJob)
    shown.button('Tomar turno').click()
    await settled()
    shown.button('Tomar turno').click()
    await settled()
    expect(asked(shown, 'printing.print')).toHaveLength(1)
  })

  it('is not offered where there is no printer for it', async () => {
    const { buttons } = await show(limit)
    expect(buttons()).not.toContain('Tomar turno')
  })

  it('leads to the beginning afterwards who has no account open', async () => {
    const shown = await mountScreen(PrintingView, { props: { id: 'j6' }, overrides: { 'printing.job': { ...sampleTurnJob, state: 'confirmed' } } })
    useSession().account = null
    await settled()
    shown.button('Ir al inicio').click()
    await settled()
    expect(shown.router.currentRoute.value.fullPath).toBe('/')
  })
})

describe('the screen of a job', () => {
  it('thanks when a "no" leaves nothing to retry', () => {
    expect(jobScreen({ ...sampleJob, state: 'unknown', asks: false, canRetry: false })).toBe('noted')
  })

  it.each<[ProblemCode, string]>([
    ['sheet-limit-visit', 'limit'],
    ['document-failed', 'failed'],
  ])('tells a limit from a failure: %s', (problem, screen) => {
    expect(jobScreen({ ...sampleJob, state: 'failed', problem })).toBe(screen)
  })
})

describe('S13 print jobs are gone with their visitor', () => {
  it('keeps nothing that is told after the end', async () => {
    const { kiosk } = await show({})
    const printing = usePrinting()
    expect(printing.jobs.size).toBe(1)
    kiosk.emit('session.ended', { reason: 'idle' })
    kiosk.emit('printing.job', { ...sampleJob, state: 'cancelled' })
    expect(printing.jobs.size).toBe(0)
  })
})
