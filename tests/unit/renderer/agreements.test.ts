import { describe, expect, it, vi } from 'vitest'
import type { UiLocale } from '../../../renderer/i18n/languages.ts'
import AgreementsView from '../../../renderer/views/AgreementsView.vue'
import type { Agreement } from '../../../shared/contract/agreements.ts'
import { describeAgreement, withNearest } from '../../../shared/domain/agreements.ts'
import { failure, success } from '../../../shared/result.ts'
import { sampleAgreement, sampleAgreements } from '../../fakes/agreementSamples.ts'
import { sampleAccount, sampleJob } from '../../fakes/kioskSamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { anAgreement, installments } from '../../fixtures/accounts/agreements.ts'
import { mountScreen, settled } from './mountScreen.ts'

const listOf = (agreements: Agreement[], count = agreements.length) => ({ account: sampleAccount, count, agreements })

const show = async (agreements: Agreement[] = sampleAgreements, locale: UiLocale = 'es-MX', count = agreements.length) => {
  const overrides = { 'agreements.list': listOf(agreements, count), 'printing.print': { ...sampleJob, id: 'j7' } }
  const mounted = await mountScreen(AgreementsView, { overrides, path: '/cuenta/acuerdos', locale })
  await eventually(() => expect(mounted.screen.findAll('h3')).toHaveLength(agreements.length))
  return mounted
}

describe('Acuerdos de pago', () => {
  it('says in a sentence how much is left and what is due next, and what is overdue', async () => {
    const { screen, words } = await show([sampleAgreement()])
    expect(screen.get('h1').text()).toBe('Acuerdos de pago')
    expect(words()).toContain('Acuerdo CP-482913')
    expect(words()).toContain('Tiene 1 cuota vencida, de $100.00. Pase al mostrador para ponerse al día.')
    expect(words()).toContain('Falta pagar $400.00; la próxima cuota, de $100.00, vence el 19 de diciembre de 2026.')
    expect(words()).toContain('Ha pagado 2 de 6 cuotas.')
    expect(words()).toContain('Con cuotas vencidas')
  })

  it('lists every installment: its number, its day, its amount, how it stands', async () => {
    const { screen } = await show([sampleAgreement()])
    const rows = screen.findAll('tbody tr').map((row) => row.findAll('td').map((cell) => cell.text().replace(/\s+/gu, ' ')))
    expect(rows).toHaveLength(6)
    expect(rows[0]).toEqual(['1', '19 sep 2026', '$100.00', 'PagadaPagada el 17 sep 2026'])
    expect(rows[2]).toEqual(['3', '19 nov 2026', '$100.00', 'VencidaVenció el 19 nov 2026'])
    expect(rows[3]).toEqual(['4', '19 dic 2026', '$100.00', 'Pendiente'])
  })

  it('tells those that are to be paid first, and of those that have ended what the utility says of them', async () => {
    const { screen, words } = await show()
    expect(screen.findAll('h2').map((heading) => heading.text())).toEqual(['Vigentes y propuestos', 'Anteriores'])
    expect(screen.findAll('h3').map((heading) => heading.text())).toEqual(['Acuerdo CP-482913', 'Acuerdo CP-000002', 'Acuerdo CP-000003'])
    expect(words()).toContain('Todavía no está vigente. Pregunte en el mostrador cómo aceptarlo.')
    expect(words()).toContain('La empresa lo da por incumplido.')
    const broken = screen.findAll('.agreement')[2]
    expect(broken?.text()).not.toMatch(/Falta pagar|Vencida|Pendiente/u)
    expect(broken?.text()).toContain('Sin pago')
  })

  it.each([
    ['a total that is not the sum', sampleAgreement({ total: 59_999 }), 'Los datos de este acuerdo no coinciden entre sí.'],
    ['no installments', sampleAgreement({ installments: [] }), 'La empresa no indica las cuotas de este acuerdo.'],
    ['everything paid, and yet in force', sampleAgreement({ installments: installments(6, 6) }), 'Todas las cuotas están pagadas.'],
  ])('%s is said, and nothing is reckoned from it', async (_, agreement, sentence) => {
    const { words } = await show([agreement])
    expect(words()).toContain(sentence)
    expect(words()).not.toContain('Falta pagar')
  })

  it.each(['completed', 'broken'] as const)('of one that is %s, says that its own data deny it, and what to do', async (status) => {
    const { screen, words } = await show([sampleAgreement({ status, installments: installments(6, 6), total: 59_999 })])
    expect(words()).toContain('Los datos de este acuerdo no coinciden entre sí. Pregunte en el mostrador si le queda algo por pagar.')
    expect(screen.find('.tags .good').exists()).toBe(false)
  })

  it.each(['proposed', 'active', 'completed', 'broken'] as const)(
    'of one that was %s and that the utility has changed, shows no figure, no state and no day',
    async (status) => {
      const changed = describeAgreement({ ...anAgreement({ status }), outdated: true }, '2026-11-21')
      const { words, screen } = await show([sampleAgreement({ id: 'ag-9' }), changed, sampleAgreement({ id: 'ag-8', status: 'broken' })])
      expect(screen.findAll('h2').map((heading) => heading.text())).toEqual(['Vigentes y propuestos', 'Modificados por la empresa', 'Anteriores'])
      const told = screen.findAll('.agreement')[1]
      expect(told?.text()).toContain('este kiosco todavía no puede leer el cambio')
      expect(told?.text()).not.toMatch(/\$|Vigente|Propuesto|Cumplido|Incumplido|2026|Acordado/u)
      expect(told?.find('table').exists()).toBe(false)
      expect(words()).toContain('Acordado el 19 de agosto de 2026')
    },
  )

  it('says that there are more agreements and installments than it shows, and where those are', async () => {
    const long = sampleAgreement({ total: 12_000_000, installments: installments(1_200, 3) })
    const { words, screen } = await show([withNearest(long, 60)], 'es-MX', 301)
    await eventually(() => expect(screen.findAll('tbody tr')).toHaveLength(60))
    expect(words()).toContain('Aquí están 1 de sus 301 acuerdos. Pregunte por los demás en el mostrador.')
    expect(words()).toContain('Aquí están 60 de las 1,200 cuotas; en el papel están todas.')
    expect(words()).toContain('Ha pagado 3 de 1,200 cuotas.')
  })

  it('says nothing of the kind where all of them are there', async () => {
    const { words } = await show()
    expect(words()).not.toContain('Aquí están')
  })

  it('builds a long list in steps from when it has come, however late that is', async () => {
    const frames: FrameRequestCallback[] = []
    vi.stubGlobal('requestAnimationFrame', (task: FrameRequestCallback) => frames.push(task))
    const many = Array.from({ length: 4 }, (_, place) => sampleAgreement({ id: `ag-${place}`, total: 600_000, installments: installments(60, 3) }))
    let come: (() => void) | undefined
    const answered = new Promise<void>((resolve) => (come = resolve))
    const overrides = { 'agreements.list': () => answered.then(() => success(listOf(many))) }
    const { screen } = await mountScreen(AgreementsView, { overrides, path: '/cuenta/acuerdos' })
    const parts = (): number => screen.findAll('.agreement').length + screen.findAll('tbody tr').length
    const paint = async (): Promise<void> => {
      for (const frame of frames.splice(0)) frame(0)
      await settled()
    }
    for (let waited = 0; waited < 3; waited += 1) await paint()
    expect(parts()).toBe(0)
    come?.()
    await settled()
    const steps = [parts()]
    while (frames.length > 0) {
      await paint()
      steps.push(parts())
    }
    vi.unstubAllGlobals()
    expect(steps.at(-1)).toBe(4 * 61)
    expect(Math.max(...steps.map((built, place) => built - (steps[place - 1] ?? 0)))).toBeLessThanOrEqual(12)
  })

  it('without any, says where to ask for one', async () => {
    const { words, buttons } = await show([])
    expect(words()).toContain('No hay acuerdos de pago en esta cuenta.')
    expect(words()).toContain('pida un acuerdo en el mostrador')
    expect(buttons()).toEqual([])
  })

  it('says when they cannot be had, and asks again', async () => {
    const overrides = { 'agreements.list': failure({ code: 'not-found' }) }
    const { screen, kiosk, button } = await mountScreen(AgreementsView, { overrides, path: '/cuenta/acuerdos' })
    expect(screen.find('h3').exists()).toBe(false)
    kiosk.answer('agreements.list', listOf(sampleAgreements))
    button('Reintentar').click()
    await settled()
    expect(screen.get('h3').text()).toBe('Acuerdo CP-482913')
  })

  it('prints one of them, and goes to where the printing is told', async () => {
    const { button, kiosk, router } = await show()
    button('Imprimir CP-000002').click()
    await settled()
    expect(kiosk.called.find(({ channel }) => channel === 'printing.print')?.request).toEqual({ document: { kind: 'agreement', agreementId: 'ag-2' } })
    expect(router.currentRoute.value.path).toBe('/imprimir/j7')
  })

  it('shows one of them as it is printed', async () => {
    const { button, kiosk } = await show()
    button('Ver CP-482913').click()
    await settled()
    expect(kiosk.called.find(({ channel }) => channel === 'preview.open')?.request).toMatchObject({ document: { kind: 'agreement', agreementId: 'ag-1' } })
  })

  it.each<[UiLocale, string]>([
    ['es-UY', 'Falta pagar $400.00; la próxima cuota'],
    ['en', '$400.00 left to pay; the next installment, of $100.00, is due on'],
    ['pt', 'Falta pagar $400.00; a próxima parcela, de $100.00, vence em'],
  ])('in %s', async (locale, sentence) => {
    const { words } = await show([sampleAgreement()], locale)
    expect(words()).toContain(sentence)
  })
})
