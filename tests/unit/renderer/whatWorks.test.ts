import { expect, it } from 'vitest'
import { useKiosk } from '../../../renderer/stores/kiosk.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import LookupView from '../../../renderer/views/LookupView.vue'
import WelcomeView from '../../../renderer/views/WelcomeView.vue'
import type { Overrides } from '../../fakes/fakeKiosk.ts'
import { mountScreen, settled } from './mountScreen.ts'

const dead: Overrides = { 'printing.printer': { state: 'offline', attention: ['offline'] } }
const noSheets = 'Por ahora no salen hojas aquí. Puede ver su cuenta y guardar sus documentos.'

it('the welcome promises no sheet of a printer that is not there, and says what works', async () => {
  const { words, screen } = await mountScreen(WelcomeView, { path: '/', overrides: dead })
  expect(words()).toContain('La impresora no responde')
  expect(words()).toContain(noSheets)
  expect(words()).not.toMatch(/Sale aquí mismo|duplicado impreso/)
  screen.unmount()
})

it('the welcome says nothing of a printer that is well', async () => {
  const { words, screen } = await mountScreen(WelcomeView, { path: '/' })
  expect(words()).toContain('Sale aquí mismo')
  expect(words()).toContain('llévese su duplicado impreso')
  expect(words()).not.toContain('La impresora')
  screen.unmount()
})

it('the look-up says it too', async () => {
  const { words, screen } = await mountScreen(LookupView, { path: '/consulta', overrides: dead, visitor: true })
  expect(words()).toContain(noSheets)
  screen.unmount()
})

it('the look-up in larger letters says what does not work, on the line of its heading', async () => {
  const { screen } = await mountScreen(LookupView, { path: '/consulta', overrides: dead, visitor: true })
  useSession().aids.letters = 'largest'
  await settled()
  expect(screen.get('.typing.tells .lead').text()).toBe('La impresora no responde.')
  screen.unmount()
})

it('without a connection it says that printing goes on', async () => {
  const { words, screen } = await mountScreen(WelcomeView, { path: '/' })
  const { status } = useKiosk()
  useKiosk().$patch({ status: { ...status, online: false } })
  await settled()
  expect(words()).toContain('Puede consultar e imprimir como siempre.')
  screen.unmount()
})
