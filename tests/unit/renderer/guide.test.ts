import { describe, expect, it } from 'vitest'
import PayPlacesView from '../../../renderer/views/PayPlacesView.vue'
import QuestionsView from '../../../renderer/views/QuestionsView.vue'
import { failure, success } from '../../../shared/result.ts'
import { sampleAnswers, sampleDescription, sampleZones } from '../../fakes/kioskSamples.ts'
import { guideAnswers, samplePlaces, sampleQuestions } from '../../fakes/guideSamples.ts'
import { usePrinter } from '../../../renderer/stores/printer.ts'
import { useQuestions } from '../../../renderer/stores/questions.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const fieldOf = ({ screen }: MountedScreen): HTMLInputElement => screen.get<HTMLInputElement>('input').element
async function type(shown: MountedScreen, text: string): Promise<void> {
  await shown.screen.get('input').setValue(text)
  await settled()
}
const finding = (count: number) => ({
  'guide.questions': ({ search }: { search: string }) => success({ search, questions: search === '' ? sampleQuestions : sampleQuestions.slice(0, count) }),
})

describe('Preguntas frecuentes', () => {
  it('stand by category, and a touch shows and hides the answer', async () => {
    const { screen, button, words } = await mountScreen(QuestionsView)
    expect(screen.findAll('h2').map((heading) => heading.text())).toEqual(['Mi recibo', 'Pagos'])
    const question = button('¿Por qué mi lectura es estimada?')
    expect(question.getAttribute('aria-expanded')).toBe('false')
    expect(words()).not.toContain('puerta cerrada')
    question.click()
    await settled()
    expect(question.getAttribute('aria-expanded')).toBe('true')
    expect(screen.findAll('li li').map((item) => item.text())).toEqual(['puerta cerrada', 'perro'])
    question.click()
    await settled()
    expect(words()).not.toContain('puerta cerrada')
  })

  it('asks for an answer when its question is opened, sets its headings beneath it, and offers to try again', async () => {
    const shown = await mountScreen(QuestionsView, { overrides: { ...finding(2), 'guide.answer': failure({ code: 'internal', incidentId: 'i' }) } })
    const { screen, kiosk, button, words } = shown
    expect(kiosk.called.filter(({ channel }) => channel === 'guide.answer')).toEqual([])
    button('¿Por qué mi lectura es estimada?').click()
    await settled()
    expect(kiosk.called.at(-1)).toEqual({ channel: 'guide.answer', request: { id: 'q2' } })
    kiosk.answer('guide.answer', guideAnswers['guide.answer'])
    button('Reintentar').click()
    await settled()
    expect(words()).toContain('puerta cerrada')
    expect(screen.get('.answer h4').text()).toBe('Motivos')
    expect(screen.findAll('h3').map((heading) => heading.text())).not.toContain('Motivos')
    // Alone among what was found, the question itself stands a level higher.
    await type(shown, 'lectura')
    button('Mi recibo¿Por qué mi lectura es estimada?').click()
    await settled()
    expect(screen.get('.answer h3').text()).toBe('Motivos')
  })

  it('says how many were found, each with its category', async () => {
    const shown = await mountScreen(QuestionsView, { overrides: finding(2) })
    const { screen, kiosk, buttons } = shown
    await type(shown, 'Lectúra')
    expect(kiosk.called.at(-1)).toEqual({ channel: 'guide.questions', request: { language: 'es-MX', search: 'Lectúra', accountId: 'a1' } })
    expect(screen.get('[role="status"]').text()).toBe('Encontramos 2 preguntas')
    expect(buttons()).toContain('Mi recibo¿Qué es un duplicado?')
    await type(shown, '')
    expect(screen.get('[role="status"]').text()).toBe('')
  })

  it('leads back to all questions where none was found', async () => {
    const shown = await mountScreen(QuestionsView, { overrides: finding(0) })
    const { screen, button, words } = shown
    await type(shown, 'bicicleta')
    expect(screen.get('[role="status"]').text()).toBe('No encontramos «bicicleta»')
    expect(words()).toContain('Pruebe con otra palabra')
    button('Ver todas las preguntas').click()
    await settled()
    expect(fieldOf(shown).value).toBe('')
    expect(words()).toContain('¿Qué es un duplicado?')
  })

  it('says so where the utility has published none', async () => {
    const { words } = await mountScreen(QuestionsView, { overrides: { 'guide.questions': { search: '', questions: [] } } })
    expect(words()).toContain('La empresa no ha publicado preguntas')
  })

  it('asks again by itself as soon as the data are there', async () => {
    const status = sampleAnswers['kiosk.status']
    const shown = await mountScreen(QuestionsView, {
      overrides: { 'kiosk.status': { ...status, data: 'preparing' }, 'guide.questions': failure({ code: 'preparing-data' }) },
    })
    expect(shown.words()).toContain('Estamos preparando los datos')
    shown.kiosk.answer('guide.questions', { search: '', questions: sampleQuestions })
    shown.kiosk.emit('kiosk.status', status)
    await settled()
    expect(shown.words()).toContain('¿Qué es un duplicado?')
  })

  it('S13 leaves nothing behind when the screen is left', async () => {
    const shown = await mountScreen(QuestionsView, { overrides: finding(1) })
    await type(shown, 'mi secreto')
    expect(useQuestions().typed).toBe('mi secreto')
    shown.screen.unmount()
    expect(useQuestions()).toMatchObject({ typed: '', found: null })
  })
})

const zoneShown = ({ screen }: MountedScreen): string => screen.get('[role="combobox"]').text()

describe('¿Dónde pagar?', () => {
  it('begins with the zone of the open account or the branch, each place with address and hours', async () => {
    const shown = await mountScreen(PayPlacesView)
    expect(zoneShown(shown)).toBe('Monterrey')
    expect(shown.words()).toContain('Sucursal CentroAv. Constitución 1455 Pte., MonterreyLunes a viernes de 8:30 a 16:30')
    expect(shown.words()).toContain('Horario no publicado')
    expect(shown.words()).toContain('BBVA')
  })

  it('shows the places of the zone that is chosen, and says so where there are none', async () => {
    const none = ({ zoneId }: { zoneId: string }) => success(zoneId === 'mty' ? samplePlaces : { zoneId, offices: [], banks: [] })
    const shown = await mountScreen(PayPlacesView, { overrides: { 'guide.payPlaces': none } })
    shown.screen.get<HTMLElement>('[role="combobox"]').element.click()
    await settled()
    await shown.screen.findAll('[role="option"]')[1]?.trigger('click')
    await settled()
    expect(zoneShown(shown)).toBe('Bajío Sur')
    expect(shown.words()).toContain('No hay lugares publicados en esta zona')
    expect(shown.words()).not.toContain('Constitución')
  })

  it('asks for no zone where there is one alone', async () => {
    const { screen } = await mountScreen(PayPlacesView, { overrides: { 'kiosk.describe': { ...sampleDescription, zones: sampleZones.slice(0, 1) } } })
    expect(screen.find('[role="combobox"]').exists()).toBe(false)
    expect(screen.text()).toContain('Módulo Cumbres')
  })

  it('says to print the sheet here only while the printer is well', async () => {
    const shown = await mountScreen(PayPlacesView)
    expect(shown.words()).toContain('Imprímala en este equipo')
    shown.kiosk.answer('printing.printer', { state: 'offline', attention: [] })
    await usePrinter().check()
    await settled()
    expect(shown.words()).not.toContain('Imprímala en este equipo')
    expect(shown.words()).toContain('Por ahora este equipo no puede imprimirla')
  })

  it('offers to try again after a failure', async () => {
    const shown = await mountScreen(PayPlacesView, { overrides: { 'guide.payPlaces': failure({ code: 'preparing-data' }) } })
    shown.kiosk.answer('guide.payPlaces', samplePlaces)
    shown.button('Reintentar').click()
    await settled()
    expect(shown.words()).toContain('Módulo Cumbres')
  })
})
