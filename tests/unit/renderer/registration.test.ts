import { describe, expect, it } from 'vitest'
import { toRaw } from 'vue'
import ActivationView from '../../../renderer/views/ActivationView.vue'
import WelcomeView from '../../../renderer/views/WelcomeView.vue'
import RegistrationView from '../../../renderer/views/RegistrationView.vue'
import { useActivation } from '../../../renderer/stores/activation.ts'
import { useRegistration } from '../../../renderer/stores/registration.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import type { Problem } from '../../../shared/problems.ts'
import { sampleCode, sampleWaiting } from '../../fakes/officeSamples.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const labelled = (name: string): HTMLInputElement => {
  const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.trim().startsWith(name))
  const input = label && document.getElementById(label.htmlFor)
  if (!(input instanceof HTMLInputElement)) throw new Error(`No field ${name}`)
  return input
}
async function type(values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const input = labelled(name)
    input.value = value
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
  await settled()
}
async function submit({ screen }: MountedScreen): Promise<void> {
  screen.get('form').element.dispatchEvent(new Event('submit', { cancelable: true }))
  await settled()
}
async function press(shown: MountedScreen, name: string | RegExp): Promise<void> {
  shown.button(name).click()
  await settled()
  // The way to another step is one of the router's.
  await settled()
}
const sent = ({ kiosk }: MountedScreen, channel: string) => kiosk.called.filter((call) => call.channel === channel).map(({ request }) => request)
const numbers = { 'Número de cuenta': '40989917', 'Número de factura': 'DE40432503' }
const address = { 'Correo electrónico': 'ana@correo.mx', 'Repita el correo': 'ana@correo.mx' }

describe('Registrarme', () => {
  it('asks step by step, keeps what was typed on the way back, and no address leads past a step', async () => {
    const shown = await mountScreen(RegistrationView, { visitor: true, path: '/registro?paso=confirmacion' })
    expect(shown.words()).toContain('Paso 1 de 3: Identificación del suministro')
    await submit(shown)
    expect(document.activeElement).toBe(labelled('Número de cuenta'))
    await type(numbers)
    await submit(shown)
    expect(shown.words()).toContain('Paso 2 de 3')
    await type({ ...address, 'Repita el correo': 'otra@correo.mx' })
    await submit(shown)
    expect(shown.words()).toContain('No es igual a lo de antes.')
    await type(address)
    await press(shown, 'Atrás')
    expect(labelled('Número de factura').value).toBe('DE40432503')
    await submit(shown)
    await submit(shown)
    expect(shown.words()).toContain('Paso 3 de 3')
    expect(shown.words()).toContain('ana@correo.mx')
    await submit(shown)
    expect(sent(shown, 'registration.send')).toMatchObject([{ zoneId: 'mty', accountNumber: '40989917', email: 'ana@correo.mx', password: '' }])
    expect(shown.router.currentRoute.value.path).toBe('/registro/activacion')
    expect(useActivation()).toMatchObject({ state: 'waiting', waiting: sampleWaiting })
  })

  it('opens each text under the name by which it is asked to be accepted', async () => {
    const text = { id: 'aviso', version: '1', title: 'Aviso de privacidad simplificado', summary: 'Breve', body: 'Todo.' }
    const overrides = { 'registration.texts': { notice: text, terms: { ...text, title: 'Términos' }, guide: null } }
    const shown = await mountScreen(RegistrationView, { visitor: true, path: '/registro', overrides })
    await type(numbers)
    await submit(shown)
    await type(address)
    await submit(shown)
    for (const read of shown.screen.findAll('button').filter((button) => button.text() === 'Leer el texto')) await read.trigger('click')
    const headings = [...document.querySelectorAll('dialog h2')].map(({ textContent }) => textContent)
    expect(headings).toEqual(['Aviso legal', 'Condiciones de uso'])
    expect(document.body.textContent).toContain('Aviso de privacidad simplificado')
    await submit(shown)
    expect(document.querySelectorAll('.wrong > .ask')).toHaveLength(2)
  })

  it('leads to the step of the field that the utility does not accept, in its words', async () => {
    const shown = await mountScreen(RegistrationView, { visitor: true, path: '/registro' })
    shown.kiosk.fail('registration.send', {
      code: 'office-refused',
      reason: 'Este usuario ya existe.',
      fields: [{ field: 'userName', problem: 'refused' }],
    })
    await type(numbers)
    await submit(shown)
    await type({ ...address, Usuario: 'diego2019' })
    await submit(shown)
    await submit(shown)
    expect(shown.words()).toContain('Paso 2 de 3')
    expect(shown.words()).toContain('Este usuario ya existe.')
    expect(document.activeElement).toBe(labelled('Usuario'))
    await type({ Usuario: 'otronombre' })
    expect(shown.words()).not.toContain('La empresa no acepta este dato.')
  })

  it('forgets all of it when it is left, and with the visitor', async () => {
    const shown = await mountScreen(RegistrationView, { visitor: true, path: '/registro' })
    await type(numbers)
    shown.screen.unmount()
    expect(JSON.stringify(useRegistration().draft)).not.toContain('40989917')
  })

  it('remembers nothing of it in what it has computed, neither when it is left nor with the visitor', async () => {
    /** What every computed of the store remembers, without asking it anew. */
    const remembered = (): string => JSON.stringify(Object.values(toRaw(useRegistration())).map((each) => Reflect.get(Object(each), '_value') as unknown))
    const shown = await mountScreen(RegistrationView, { visitor: true, path: '/registro' })
    await type(numbers)
    expect(remembered()).toContain('40989917')
    shown.screen.unmount()
    expect(remembered()).not.toContain('40989917')

    await mountScreen(RegistrationView, { visitor: true, path: '/registro' })
    useRegistration().draft.accountNumber = '40989917'
    await settled()
    expect(remembered()).toContain('40989917')
    useSession().forget()
    await settled()
    expect(remembered()).not.toContain('40989917')
  })
})

describe('Active su cuenta', () => {
  const begin = async (overrides = {}) => {
    const shown = await mountScreen(ActivationView, { visitor: true, path: '/registro/activacion', overrides })
    useActivation().begin(sampleWaiting, null)
    await shown.router.replace('/registro/activacion')
    await settled()
    return shown
  }

  it('leads whoever has not registered to where one does', async () => {
    const shown = await mountScreen(ActivationView, { visitor: true, path: '/registro/activacion' })
    expect(shown.router.currentRoute.value.path).toBe('/registro')
  })

  it('says to whom the code went, and takes it with a password that is typed twice while it is hidden', async () => {
    const shown = await begin()
    expect(shown.words()).toContain(`Enviamos un código a ${sampleCode.maskedEmail}`)
    expect(shown.button(/^Enviar otra vez/).disabled).toBe(true)
    await type({ Código: '123 456', Contraseña: 'nueve gatos azules', 'Repita la contraseña': 'otra' })
    await submit(shown)
    expect(sent(shown, 'registration.activate')).toEqual([])
    await press(shown, 'Mostrar')
    await submit(shown)
    expect(sent(shown, 'registration.activate')).toEqual([{ code: '123 456', password: 'nueve gatos azules', passwordAgain: null }])
    expect(shown.words()).toContain('Su cuenta está activa')
    expect(JSON.stringify(useActivation().$state)).not.toContain('nueve gatos')
  })

  it.each<[Problem, string]>([
    [{ code: 'wrong-code' }, 'Ese código no es el que enviamos.'],
    [{ code: 'invalid-fields', fields: [{ field: 'code', problem: 'too-short' }] }, 'Faltan cifras.'],
  ])('marks a code that is not the one of the mail, and gives it the focus: %j', async (problem, words) => {
    const shown = await begin()
    shown.kiosk.fail('registration.activate', problem)
    await type({ Código: '12', Contraseña: 'nueve gatos azules', 'Repita la contraseña': 'nueve gatos azules' })
    await submit(shown)
    expect([document.activeElement, labelled('Código').getAttribute('aria-invalid')]).toEqual([labelled('Código'), 'true'])
    expect(shown.words()).toContain(words)
    expect(shown.words()).toContain('Cambiar correo')
  })

  it('is active as soon as the phone has finished it, whatever is typed here', async () => {
    const shown = await begin({ 'registration.state': { status: 'active' } })
    await type({ Código: '12' })
    await useActivation().look()
    await settled()
    expect(shown.words()).toContain('Su cuenta está activa')
    expect(JSON.stringify(useActivation().$state)).not.toContain('12"')
  })

  it('says that its time is over, and leads back', async () => {
    const shown = await begin({ 'registration.state': { status: 'expired' } })
    await useActivation().look()
    await settled()
    expect(shown.words()).toContain('Este registro ya no se puede terminar')
    await press(shown, 'Registrarme')
    expect(shown.router.currentRoute.value.path).toBe('/registro')
  })

  it.each([
    ['awaitingActivation', 'Ese código ya no sirve.', 'Active su cuenta'],
    ['expired', 'Este registro ya no se puede terminar', 'Registrarme'],
    ['active', 'Su cuenta está activa', 'Iniciar sesión'],
  ] as const)('asks at once what became of it when the code is good no longer: %s', async (status, words, other) => {
    const shown = await begin({ 'registration.state': { status } })
    shown.kiosk.fail('registration.activate', { code: 'code-expired' })
    await type({ Código: '123 456', Contraseña: 'nueve gatos azules', 'Repita la contraseña': 'nueve gatos azules' })
    await submit(shown)
    for (const each of [words, other]) expect(shown.words()).toContain(each)
    expect(sent(shown, 'registration.state')).toHaveLength(1)
  })

  it('sends the code to another address, and forgets what was typed of the former one', async () => {
    const shown = await begin()
    await type({ Código: '123' })
    await press(shown, 'Cambiar correo')
    await type({ 'Correo electrónico': 'otra@correo.mx' })
    await submit(shown)
    expect(sent(shown, 'registration.changeEmail')).toEqual([{ email: 'otra@correo.mx' }])
    expect(shown.words()).toContain('Enviamos otro código')
    expect(labelled('Código').value).toBe('')
  })

  it('is found again from the first screen and from Registrarme, where another can be begun, and not by the next visitor', async () => {
    const path = '/registro/activacion'
    for (const view of [WelcomeView, RegistrationView]) {
      const shown = await mountScreen(view, { visitor: true, path: '/' })
      useActivation().begin(sampleWaiting, null)
      await settled()
      expect(shown.words()).toContain(`Lo enviamos a ${sampleCode.maskedEmail}.`)
      await press(shown, 'Escribir el código')
      expect(shown.router.currentRoute.value.path).toBe(path)
      useSession().forget()
      await settled()
      expect(shown.words()).not.toContain('espera el código')
      shown.screen.unmount()
    }
    const another = await mountScreen(RegistrationView, { visitor: true, path: '/registro' })
    useActivation().begin(sampleWaiting, null)
    await settled()
    await type(numbers)
    await submit(another)
    expect(another.words()).toContain('Paso 2 de 3')
  })

  it('forgets everything with the visitor', async () => {
    await begin()
    await type({ Código: '123' })
    useSession().forget()
    await settled()
    expect(useActivation()).toMatchObject({ state: 'none', waiting: null, code: '' })
  })
})
