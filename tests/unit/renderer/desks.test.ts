import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { AnswerOf } from '../../../shared/contract/index.ts'
import type { StaffJob, StaffStatus } from '../../../shared/contract/staff.ts'
import StaffClosingView from '../../../renderer/views/StaffClosingView.vue'
import StaffCommandView from '../../../renderer/views/StaffCommandView.vue'
import StaffCorrectionView from '../../../renderer/views/StaffCorrectionView.vue'
import StaffJobsView from '../../../renderer/views/StaffJobsView.vue'
import StaffOutboxView from '../../../renderer/views/StaffOutboxView.vue'
import StaffReprintView from '../../../renderer/views/StaffReprintView.vue'
import { deskAnswers, openedClaim, refusedClaim, sampleStaffJob, sampleStaffStatus } from '../../fakes/staffSamples.ts'
import { mountScreen, type MountedScreen } from './mountScreen.ts'

const { commandId: id } = refusedClaim
const asked = ({ kiosk }: MountedScreen, channel: string): unknown[] => kiosk.called.filter((call) => call.channel === channel).map(({ request }) => request)

const elementOf = ({ screen }: MountedScreen): HTMLElement => screen.element as HTMLElement

async function signIn({ kiosk }: MountedScreen, role: 'clerk' | 'technician' = 'clerk'): Promise<void> {
  kiosk.emit('clerk.changed', { clerkId: 'c-1', name: 'Lucía', roles: [role], locked: false })
  await flushPromises()
}
async function type(screen: MountedScreen, label: string, text: string): Promise<void> {
  const field = [...elementOf(screen).querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].find(
    (each) => each.labels?.[0]?.textContent?.includes(label) ?? false,
  )
  if (!field) throw new Error(`no field ${label}`)
  field.value = text
  field.dispatchEvent(new Event('input'))
  await flushPromises()
}

afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

describe('Buzón de salida', () => {
  const page = (change: Partial<AnswerOf<'outbox.list'>> = {}): AnswerOf<'outbox.list'> => ({ ...deskAnswers['outbox.list'], ...change })

  it('begins with what was refused, says how many there are of each, and why', async () => {
    const screen = await mountScreen(StaffOutboxView, { overrides: { 'outbox.list': page({ counts: { pending: 3, delivered: 40, refused: 1 } }) } })
    expect(asked(screen, 'outbox.list')).toEqual([{ state: 'refused', before: null }])
    for (const said of ['No aceptadas (1)', 'Por enviar (3)', 'Entregadas (40)', 'K07-20261121-00018', 'Reclamación', 'El tema ya no existe.'])
      expect(screen.words()).toContain(said)
  })

  it('reads older ones from where the list ends, and leaves what is there', async () => {
    const screen = await mountScreen(StaffOutboxView, { overrides: { 'outbox.list': page({ more: true }) } })
    screen.kiosk.answer('outbox.list', page({ commands: [{ ...refusedClaim, commandId: 'older', folio: 'K07-20261120-00026' }] }))
    screen.button('Ver más antiguas').click()
    await flushPromises()
    expect(asked(screen, 'outbox.list').at(-1)).toEqual({ state: 'refused', before: id })
    expect(screen.screen.findAll('li b').map((folio) => folio.text())).toEqual(['K07-20261121-00018', 'K07-20261120-00026'])
    expect(screen.buttons()).not.toContain('Ver más antiguas')
    // Something new does not throw the clerk back to the beginning.
    screen.kiosk.emit('requests.changed', {})
    await flushPromises()
    expect(asked(screen, 'outbox.list')).toHaveLength(2)
  })

  it('asks for what is chosen, and again when something changes', async () => {
    const screen = await mountScreen(StaffOutboxView)
    screen.button(/^Por enviar/).click()
    await flushPromises()
    screen.kiosk.emit('requests.changed', {})
    await flushPromises()
    expect(asked(screen, 'outbox.list').slice(1)).toEqual([
      { state: 'pending', before: null },
      { state: 'pending', before: null },
    ])
  })

  it('says of what was seen to what became of it, and not the reason any more', async () => {
    const by = { commandId: 'c-9', folio: 'K07-20261121-00026' }
    const settled: AnswerOf<'outbox.list'>['commands'] = [
      { ...refusedClaim, settled: { how: 'corrected', at: '2026-11-21T15:20:00.000Z', by } },
      { ...refusedClaim, commandId: 'c-8', settled: { how: 'closed', at: '2026-11-21T15:20:00.000Z', reason: 'El cliente desistió' } },
    ]
    const { words } = await mountScreen(StaffOutboxView, { overrides: { 'outbox.list': page({ commands: settled }) } })
    expect(words()).toContain('Corregida por K07-20261121-00026')
    expect(words()).toContain('Cerrada: El cliente desistió')
    expect(words()).not.toContain('El tema ya no existe.')
  })
})

describe('a command that is opened', () => {
  it('S04 shows what the customer wrote as text, with the reason, and both ways on', async () => {
    const { words, buttons, screen } = await mountScreen(StaffCommandView, { props: { id } })
    for (const said of ['El tema ya no existe.', 'unknown-topic', '<b>Tengo</b> los dos recibos', '8112345678']) expect(words()).toContain(said)
    expect(screen.findAll('.text b')).toHaveLength(0)
    expect(buttons()).toEqual(expect.arrayContaining(['Cerrar con un motivo', 'Corregir y volver a presentar']))
  })

  it.each(['holderChange', 'invoiceDelivery', 'contactDetails', 'account', 'unreadable'] as const)(
    'that cannot be corrected (%s) says why, and can be closed',
    async (why) => {
      const { words, buttons } = await mountScreen(StaffCommandView, { props: { id }, overrides: { 'outbox.open': { ...openedClaim, uncorrectable: why } } })
      expect(words()).toMatch(/No se puede corregir/)
      expect(buttons()).toContain('Cerrar con un motivo')
      expect(buttons()).not.toContain('Corregir y volver a presentar')
    },
  )

  it('that somebody has seen to can be neither corrected nor closed, and leads to what stands in its place', async () => {
    const by = { commandId: 'c-9', folio: 'K07-20261121-00026' }
    const overrides = { 'outbox.open': { ...openedClaim, settled: { how: 'corrected' as const, at: '2026-11-21T15:20:00.000Z', by } } }
    const { words, buttons } = await mountScreen(StaffCommandView, { props: { id }, overrides })
    expect(words()).toContain('Corregida por K07-20261121-00026')
    expect(buttons().filter((name) => /Cerrar|Corregir|Abrir/.test(name))).toEqual(['Abrir K07-20261121-00026'])
  })
})

describe('a correction', () => {
  it('begins with what was filed, and sends what was put right', async () => {
    const screen = await mountScreen(StaffCorrectionView, { props: { id } })
    await type(screen, 'Descripción', 'Me cobraron dos veces octubre y noviembre.')
    elementOf(screen).querySelector<HTMLElement>('[role=combobox]')?.click()
    await flushPromises()
    document.querySelector<HTMLElement>('[role=option]')?.click()
    await flushPromises()
    elementOf(screen).querySelector('form')?.requestSubmit()
    await flushPromises()
    expect(asked(screen, 'outbox.correct')).toMatchObject([
      {
        commandId: id,
        form: { kind: 'claim', topicId: 't1', text: 'Me cobraron dos veces octubre y noviembre.', phone: '8112345678', invoiceId: '', addsTo: '' },
      },
    ])
  })

  it('that somebody else has filed meanwhile says so, and what was typed stays', async () => {
    const screen = await mountScreen(StaffCorrectionView, { props: { id } })
    screen.kiosk.fail('outbox.correct', { code: 'settled-already' })
    await type(screen, 'Descripción', 'Otra vez')
    elementOf(screen).querySelector('form')?.requestSubmit()
    await flushPromises()
    expect(screen.words()).toContain('ya se corrigió o se cerró')
    expect(elementOf(screen).querySelector('textarea')?.value).toBe('Otra vez')
  })
})

describe('a closing', () => {
  it('wants a reason, and sends it once', async () => {
    const screen = await mountScreen(StaffClosingView, { props: { id } })
    elementOf(screen).querySelector('form')?.requestSubmit()
    await flushPromises()
    expect(screen.words()).toContain('Escriba el motivo.')
    expect(asked(screen, 'outbox.close')).toEqual([])
    await type(screen, 'Motivo', 'El cliente desistió')
    elementOf(screen).querySelector('form')?.requestSubmit()
    elementOf(screen).querySelector('form')?.requestSubmit()
    await flushPromises()
    expect(asked(screen, 'outbox.close')).toEqual([{ commandId: id, note: 'El cliente desistió' }])
  })
})

describe('Impresiones', () => {
  const jobs = (one: Partial<StaffJob>): AnswerOf<'staff.jobs'> => ({ asking: [], jobs: [{ ...sampleStaffJob, kind: 'cashTicket', ...one }], more: false })

  it.each<[Partial<StaffJob>, string[]]>([
    [{ state: 'queued', asks: false, attention: 'cover', printer: 'tickets' }, ['Tickets · 1 hoja', 'En espera', 'La impresora de tickets está abierta']],
    [{ state: 'failed', asks: false, problem: 'printer-refused' }, ['Hojas · 1 hoja', 'No salió', 'La impresora no aceptó el documento.']],
    [{ state: 'unknown', asks: false, cameOut: 'no' }, ['No se sabe si salió', 'Dijeron que no salió']],
    [{ state: 'sent', asks: false, sheets: null }, ['21 nov 2026, 10:40 · Hojas', 'Enviada a la impresora']],
    [{ state: 'queued', asks: false, reprinted: 'lost' }, ['Reimpresión: Se perdió']],
  ])('says of a job that is %j how it stands', async (job, said) => {
    const { screen } = await mountScreen(StaffJobsView, { overrides: { 'staff.jobs': jobs(job) } })
    const row = screen.findAll('li').find((one) => one.text().includes('Pago en caja'))
    for (const words of said) expect(row?.text()).toContain(words)
  })

  it('S07 lets staff say of a print that nobody stands by whether it came out, once', async () => {
    const screen = await mountScreen(StaffJobsView)
    expect(screen.words()).toContain('No se sabe si salieron')
    screen.kiosk.answer('staff.jobs', { asking: [], jobs: [{ ...sampleStaffJob, asks: false, cameOut: 'yes' }], more: false })
    screen.button(/^Sí salió/).click()
    screen.button(/^Sí salió/).click()
    await flushPromises()
    expect(asked(screen, 'staff.answerJob')).toEqual([{ jobId: 'j1', cameOut: true }])
    expect(screen.buttons().filter((name) => /^(Sí|No) salió/.test(name))).toEqual([])
    expect(screen.words()).toContain('Dijeron que sí salió')
  })

  it('offers to print again to those who serve, of what can be', async () => {
    const screen = await mountScreen(StaffJobsView, { overrides: { 'staff.jobs': jobs({ state: 'confirmed', asks: false }) } })
    const offered = (): string[] => screen.buttons().filter((name) => name.startsWith('Reimprimir'))
    expect(offered()).toEqual([])
    await signIn(screen, 'technician')
    expect(offered()).toEqual([])
    await signIn(screen)
    expect(offered()).toEqual([expect.stringMatching(/^Reimprimir: Pago en caja · .+, 21 nov 2026, 10:40$/u)])
  })

  it('prints a test page on each printer there is, and shows its job', async () => {
    const ticketPrinter: StaffStatus['printers'][number] = { role: 'tickets', name: 'tcp://10.0.0.7:9100', state: 'offline', attention: [] }
    const screen = await mountScreen(StaffJobsView, {
      overrides: { 'staff.status': { ...sampleStaffStatus, printers: [...sampleStaffStatus.printers, ticketPrinter] } },
    })
    expect(screen.words()).toContain('No responde')
    screen.kiosk.answer('staff.jobs', jobs({ kind: 'testPage', asks: false, state: 'queued' }))
    screen.button('Probar la de tickets').click()
    await flushPromises()
    expect(asked(screen, 'staff.printTestPage')).toEqual([{ printer: 'tickets' }])
    expect(screen.words()).toContain('Página de prueba')
  })

  it('reads older ones, refreshes itself, and stops when it is left', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const screen = await mountScreen(StaffJobsView, { overrides: { 'staff.jobs': { ...jobs({ asks: false }), more: true } } })
    vi.advanceTimersByTime(5_000)
    await flushPromises()
    expect(asked(screen, 'staff.jobs')).toEqual([{ before: null }, { before: null }])
    screen.button('Ver más antiguas').click()
    await flushPromises()
    vi.advanceTimersByTime(5_000)
    await flushPromises()
    // Whoever has gone down the list is not thrown back to its beginning.
    expect(asked(screen, 'staff.jobs').slice(2)).toEqual([{ before: 'j1' }])
    screen.screen.unmount()
    vi.advanceTimersByTime(60_000)
    expect(asked(screen, 'staff.jobs')).toHaveLength(3)
  })

  it('prints again with a reason of the list, and the words that *Otro motivo* wants', async () => {
    const screen = await mountScreen(StaffReprintView, { props: { id: 'j1' } })
    const send = async (): Promise<void> => {
      elementOf(screen).querySelector('form')?.requestSubmit()
      await flushPromises()
    }
    await send()
    expect(screen.words()).toContain('Elija el motivo de la lista.')
    expect(asked(screen, 'staff.reprint')).toEqual([])
    elementOf(screen).querySelector<HTMLElement>('[role=combobox]')?.click()
    await flushPromises()
    ;[...document.querySelectorAll<HTMLElement>('[role=option]')].find(({ textContent }) => textContent?.includes('Se perdió'))?.click()
    await flushPromises()
    await type(screen, 'Qué pasó', 'Se mojó')
    await send()
    expect(asked(screen, 'staff.reprint')).toEqual([{ jobId: 'j1', reason: 'lost', note: 'Se mojó' }])
  })
})
