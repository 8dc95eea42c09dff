import { describe, expect, it } from 'vitest'
import PrivacyDialog from '../../../renderer/chrome/PrivacyDialog.vue'
import { useActivation } from '../../../renderer/stores/activation.ts'
import { usePrinting } from '../../../renderer/stores/printing.ts'
import { useRegistration } from '../../../renderer/stores/registration.ts'
import ActivationView from '../../../renderer/views/ActivationView.vue'
import RegistrationView from '../../../renderer/views/RegistrationView.vue'
import type { PrintJob } from '../../../shared/contract/printing.ts'
import type { Overrides } from '../../fakes/fakeKiosk.ts'
import { sampleAnswers, sampleDescription, sampleJob } from '../../fakes/kioskSamples.ts'
import { sampleWaiting } from '../../fakes/officeSamples.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const guide = { id: 'guia', version: '2026-01', title: 'Guía de registro', summary: null, body: '1. Tenga a la mano su recibo.' }
const textJob: PrintJob = {
  ...sampleJob,
  kind: 'legalText',
  document: { kind: 'legalText', legalTextId: 'guia', zoneId: 'mty' },
  documentName: guide.title,
}
const dialogs = (): string => [...document.querySelectorAll('dialog')].map(({ textContent }) => textContent).join(' ')
const named = (name: string): HTMLButtonElement[] =>
  [...document.querySelectorAll('button')].filter((button) => (button.getAttribute('aria-label') ?? button.textContent?.trim()) === name)
async function press(name: string): Promise<void> {
  const button = named(name).at(-1)
  if (!button) throw new Error(`no button ${name}`)
  button.click()
  await settled()
}
const asked = ({ kiosk }: MountedScreen, channel: string): unknown[] => kiosk.called.filter((call) => call.channel === channel).map(({ request }) => request)

describe('the guide to registration', () => {
  async function reading(overrides: Overrides = {}): Promise<MountedScreen> {
    const texts = { 'registration.texts': { notice: null, terms: null, guide }, 'printing.print': textJob, 'printing.job': textJob }
    const shown = await mountScreen(RegistrationView, { visitor: true, path: '/registro', overrides: { ...texts, ...overrides } })
    useRegistration().draft.accountNumber = '40989917'
    await press('Leer la guía')
    return shown
  }

  it('is printed above the form, which keeps what was typed, and told until it is in the hand', async () => {
    const shown = await reading()
    await press('Imprimir Guía de registro')
    expect(asked(shown, 'printing.print')).toEqual([{ document: textJob.document }])
    expect(dialogs()).toContain('El texto está saliendo')
    shown.kiosk.emit('printing.job', { ...textJob, state: 'confirmed', canCancel: false })
    await settled()
    expect(dialogs()).toContain('Cierre este aviso para seguir donde estaba.')
    expect(shown.router.currentRoute.value.path).toBe('/registro')
    await press('Cerrar')
    expect(dialogs()).toContain('Tenga a la mano su recibo.')
    expect(dialogs()).not.toContain('Listo.')
    expect(useRegistration().draft.accountNumber).toBe('40989917')
  })

  it('that is not printed says why, and is not asked for again where a limit holds', async () => {
    const shown = await reading()
    shown.kiosk.fail('printing.print', { code: 'cannot-store' })
    await press('Imprimir Guía de registro')
    shown.kiosk.fail('printing.print', { code: 'sheet-limit-day' })
    await press('Reintentar')
    expect(dialogs()).toContain('Este kiosco llegó hoy al límite de hojas de este documento.')
    expect(named('Reintentar')).toEqual([])
    await press('Cerrar')
    expect(dialogs()).not.toContain('límite')
  })

  it('waits while something else is asked for, whose refusal is not told as its own', async () => {
    const shown = await reading()
    shown.kiosk.fail('printing.print', { code: 'cannot-store' })
    const other = usePrinting().print({ document: { kind: 'turn' }, name: '' })
    await press('Imprimir Guía de registro')
    await other
    expect(asked(shown, 'printing.print')).toEqual([{ document: { kind: 'turn' } }])
    expect(dialogs()).not.toContain('No se imprimió')
  })

  it('is taken along on the phone where the branch has that, and not printed where it has no printer', async () => {
    const shown = await reading({ 'kiosk.describe': { ...sampleDescription, phone: true, printers: [] } })
    expect(named('Imprimir Guía de registro')).toEqual([])
    await press('Llevar en el teléfono')
    expect(asked(shown, 'phone.offer')).toMatchObject([{ document: textJob.document, format: 'pdf' }])
  })
})

it('the privacy notice is printed as the company of the branch hands it out', async () => {
  const shown = await mountScreen(PrivacyDialog, { visitor: true, path: '/', props: { open: true } })
  const { id, title } = sampleAnswers['kiosk.privacyNotice']
  await press(`Imprimir ${title}`)
  expect(asked(shown, 'printing.print')).toEqual([{ document: { kind: 'legalText', legalTextId: id, zoneId: 'mty' } }])
})

it('the steps are printed of the registration that waits, also when another copy takes the place of the first', async () => {
  const document = { kind: 'activationSteps', begunId: sampleWaiting.begunId } as const
  const job: PrintJob = { ...sampleJob, kind: 'activationSteps', document, documentName: '', state: 'failed', problem: 'printer-refused', canRetry: true }
  const overrides = {
    'printing.print': job,
    'printing.job': job,
    'printing.retry': { ...job, id: 'j2', state: 'sent' as const, problem: null, canRetry: false },
  }
  const shown = await mountScreen(ActivationView, { visitor: true, path: '/registro/activacion', overrides })
  useActivation().begin(sampleWaiting, null)
  await shown.router.replace('/registro/activacion')
  await settled()
  await press('Seguir después')
  await press('Imprimir los pasos')
  expect(asked(shown, 'printing.print')).toEqual([{ document }])
  shown.kiosk.answer('printing.job', { ...job, id: 'j2', state: 'sent', problem: null, canRetry: false })
  await press('Reintentar')
  expect(asked(shown, 'printing.job')).toEqual([{ jobId: 'j1' }, { jobId: 'j2' }])
  expect(dialogs()).toContain('El papel con los pasos está saliendo')
  expect(shown.router.currentRoute.value.path).toBe('/registro/activacion')
})
