import { h, nextTick, ref, type Component } from 'vue'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { useActivation } from '../../../renderer/stores/activation.ts'
import { useEmailChange } from '../../../renderer/stores/emailChange.ts'
import { createHold } from '../../../renderer/stores/hold.ts'
import { useLookup } from '../../../renderer/stores/lookup.ts'
import { usePasswordChange } from '../../../renderer/stores/passwordChange.ts'
import { useRegistration } from '../../../renderer/stores/registration.ts'
import { useRenewal } from '../../../renderer/stores/renewal.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import { useSignIn } from '../../../renderer/stores/signIn.ts'
import ActivationView from '../../../renderer/views/ActivationView.vue'
import EmailChangeView from '../../../renderer/views/EmailChangeView.vue'
import LookupView from '../../../renderer/views/LookupView.vue'
import PasswordChangeView from '../../../renderer/views/PasswordChangeView.vue'
import RegistrationView from '../../../renderer/views/RegistrationView.vue'
import RenewalView from '../../../renderer/views/RenewalView.vue'
import SignInView from '../../../renderer/views/SignInView.vue'
import type { Problem } from '../../../shared/problems.ts'
import { sampleAnswers } from '../../fakes/kioskSamples.ts'
import { sampleWaiting } from '../../fakes/officeSamples.ts'
import { field, fill, submit } from './formOnScreen.ts'
import { mountScreen, settled } from './mountScreen.ts'

type Waiting = () => { problem: Problem | null; wait: number }

const forms: [string, Component, Waiting][] = [
  ['Iniciar sesión', SignInView, useSignIn],
  ['Renovar contraseña', RenewalView, useRenewal],
  ['Registrarme', RegistrationView, useRegistration],
  ['Active su cuenta', ActivationView, useActivation],
  ['Cambiar correo', EmailChangeView, useEmailChange],
  ['Cambiar contraseña', PasswordChangeView, usePasswordChange],
]
const alert = (): string => document.querySelector('[role=alert]')?.textContent ?? ''

/** A screen that can be left and shown again in one visit. */
async function open(view: Component, path: string) {
  const isShown = ref(true)
  const shown = await mountScreen(() => (isShown.value ? h(view) : null), { path })
  async function leaveAndReturn(): Promise<void> {
    isShown.value = false
    await nextTick()
    isShown.value = true
    await settled()
  }
  return { ...shown, leaveAndReturn }
}

describe('a wait of a form', () => {
  it.each(forms)('says why nothing can be sent, also when %s is left and shown again, and is gone with the visitor', async (_name, view, useForm) => {
    const { leaveAndReturn } = await open(view, view === ActivationView ? '/registro/activacion' : '/cuenta')
    if (view === ActivationView) useActivation().begin(sampleWaiting, null)
    const form = useForm()
    form.problem = { code: 'office-throttled', retryAfterSeconds: 40 }
    await settled()
    expect(alert()).toContain('40 segundos')
    await leaveAndReturn()
    expect(form.wait).toBeGreaterThan(0)
    expect(alert()).toContain('segundos')

    useSession().forget()
    await settled()
    expect([form.wait, alert()]).toEqual([0, ''])
  })

  it('tells what is left of it when it is shown again, not what it was', () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const problem = ref<Problem | null>(null)
    const { held, leave } = createHold(problem, 'office-throttled')
    problem.value = { code: 'office-throttled', retryAfterSeconds: 40 }
    vi.advanceTimersByTime(30_000)
    leave()
    expect(held.value).toEqual({ code: 'office-throttled', retryAfterSeconds: 10 })
  })

  it('for another code keeps nobody from using the one that they have', async () => {
    const { kiosk, button } = await open(ActivationView, '/registro/activacion')
    const activation = useActivation()
    activation.begin(sampleWaiting, null)
    kiosk.fail('registration.sendAgain', { code: 'office-throttled', retryAfterSeconds: 40 })
    await activation.codes.sendAgain()
    await settled()
    expect(alert()).toContain('40 segundos')
    expect(activation.codes.wait).toBe(40)
    expect(button('Activar mi cuenta').disabled).toBe(false)
    expect(button(/^Enviar otra vez/).disabled).toBe(true)
  })

  it('sends nothing as long as it lasts, however the form is sent', async () => {
    const { kiosk } = await open(RenewalView, '/renovacion')
    const form = useRenewal()
    form.problem = { code: 'office-throttled', retryAfterSeconds: 40 }
    form.login = 'ana'
    await form.ask()
    expect(kiosk.called.filter(({ channel }) => channel === 'signIn.askForRenewal')).toEqual([])
  })

  it('outlasts what is said of the fields meanwhile, and what is typed', async () => {
    await open(SignInView, '/sesion')
    const form = useSignIn()
    form.problem = { code: 'office-throttled', retryAfterSeconds: 40 }
    await settled()
    fill('Contraseña', 'otra')
    await settled()
    expect(alert()).toContain('segundos')
  })

  it('says so on Consultar con mi factura too', async () => {
    const { kiosk, leaveAndReturn } = await open(LookupView, '/consulta')
    kiosk.fail('lookup.identify', { code: 'throttled', retryAfterSeconds: 40 })
    fill('Número de cuenta', '40989917')
    fill('Número de factura', 'DE40432503')
    await submit()
    expect(alert()).toContain('40 segundos')
    await leaveAndReturn()
    expect(alert()).toContain('segundos')
    expect(field('Número de cuenta').value).toBe('')

    useSession().forget()
    await settled()
    expect([useLookup().wait, alert()]).toEqual([0, ''])
  })
})

describe('without a connection', () => {
  const offline = { ...sampleAnswers['kiosk.status'], online: false }

  it.each(forms)('%s says so before anything is sent', async (_name, view) => {
    const { kiosk, words } = await open(view, view === ActivationView ? '/registro/activacion' : '/cuenta')
    if (view === ActivationView) useActivation().begin(sampleWaiting, null)
    kiosk.emit('kiosk.status', offline)
    await settled()
    expect(words()).toMatch(/sin conexión|necesita conexión/iu)
  })

  it('a code can still be finished elsewhere', async () => {
    const { kiosk, buttons } = await open(ActivationView, '/registro/activacion')
    useActivation().begin(sampleWaiting, null)
    kiosk.emit('kiosk.status', offline)
    await settled()
    expect(buttons()).toEqual(expect.arrayContaining(['Cambiar correo', 'Seguir después']))
  })
})
