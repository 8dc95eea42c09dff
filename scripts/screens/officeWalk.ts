import type { Page } from '@playwright/test'
import { counter } from '../../tests/e2e/pages/counterPage.ts'
import type { Look } from '../../tests/e2e/pages/everyScreen.ts'
import { registrationScreens } from '../../tests/e2e/pages/registrationScreens.ts'
import { signInScreens } from '../../tests/e2e/pages/signInScreens.ts'
import type { Shoot } from './walk.ts'

/** Of the states that the walks of the tests look at, those that are worth a picture. */
const SHOWN = [
  'Registrarme',
  'Registrarme, por documento',
  'Registrarme, por medidor',
  'Registrarme, instructivo de agua',
  'Registrarme, acceso con errores',
  'Registrarme, confirmación con errores',
  'Active su cuenta',
  'Iniciar sesión',
  'Renovar contraseña',
  'Mi cuenta de quien inició sesión',
  'Mis contratos de quien inició sesión',
  'Mis datos, completos',
  'Cambiar correo, el código',
  'Cambiar contraseña, con errores',
]

/** `Registrarme, por medidor` → `registrarme-por-medidor` */
const fileNameOf = (state: string): string =>
  state
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')

/** The online office: registration, sign-in and one's own data; begins and ends without an account open. */
export async function officeScreens(page: Page, shoot: Shoot): Promise<void> {
  const left = new Set(SHOWN)
  const look: Look = async (state) => {
    if (left.delete(state)) await shoot(fileNameOf(state))
  }
  await registrationScreens(page, look)
  await signInScreens(page, look)
  await counter(page).finish()
  if (left.size > 0) throw new Error(`no walk comes to ${[...left].join('; ')}`)
}
