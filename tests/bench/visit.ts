import type { Locator, Page } from '@playwright/test'
import { sampleLogins } from '../../electron/sandbox/data/customers.ts'
import { sampleBill } from '../e2e/pages/contracts.ts'
import { counter, monterrey, type Bill } from '../e2e/pages/counterPage.ts'
import { requests } from '../e2e/pages/requests.ts'
import { signIn as signingIn } from '../e2e/pages/signIn.ts'

/** What shows that a touch was answered: a new heading or a dialog with these words, none any more, another text in a field, or another choice. */
export type Answer = { heading: string } | { dialog: string } | 'closed' | 'typed' | 'chosen'

export interface Touch {
  /** Under which it is listed. */
  kind: string
  control: (page: Page) => Locator
  answer: Answer
}

/** What is done between touches and not timed. */
export type Step = Touch | { prepare: (page: Page) => Promise<void> }

const named = (page: Page, name: string | RegExp, exact = false): Locator =>
  page.getByRole('button', { name, exact }).or(page.getByRole('link', { name, exact })).first()

const to = (control: string, heading: string, kind = `${control} → ${heading}`): Touch => ({
  kind,
  control: (page) => named(page, new RegExp(`^${RegExp.escape(control)}`, 'u')),
  answer: { heading },
})
const key = (name: string, kind = 'a key'): Touch => ({ kind, control: (page) => named(page, name, true), answer: 'typed' })
const opening = (control: string | RegExp, dialog: string, kind: string): Touch => ({
  kind,
  control: (page) => named(page, new RegExp(control, 'u')),
  answer: { dialog },
})
const choosing = (kind: string, control: (page: Page) => Locator): Touch => ({ kind, control, answer: 'chosen' })
const closing: Touch = {
  kind: 'Cerrar (dialog)',
  control: (page) =>
    page
      .getByRole('dialog')
      .getByRole('button', { name: /^Cerrar/ })
      .last(),
  answer: 'closed',
}
const back = (heading: string): Touch => to('Volver', heading)

/** To a screen and back, with what is touched on it. */
const there = (control: string, heading: string, before: string, ...meanwhile: Step[]): Step[] => [to(control, heading), ...meanwhile, back(before)]
const fromAccount = (control: string, ...meanwhile: Step[]): Step[] => there(control, control, 'Mi cuenta', ...meanwhile)
/** From the first screen to another and back by *Inicio*. */
const fromFirst = (control: string, ...meanwhile: Step[]): Step[] => [to(control, control), ...meanwhile, to('Inicio', 'Bienvenido')]
/** A document on the screen: what is below it moves until it is drawn. */
const previewing = (control: string, kind: string): Step[] => [
  opening(`^${control}`, 'Vista previa', kind),
  { prepare: (page) => page.getByRole('img', { name: /hoja 1 de/ }).waitFor() },
  closing,
]
const looking = (control: string, dialog: string): Touch[] => [opening(`^${control}`, dialog, `${control} (dialog)`), closing]

/** Another account of the same zone. */
const second = sampleBill(6)
export const bills = [monterrey, second]

const lookedUp: Touch = { kind: 'Consultar → Mi cuenta', control: (page) => named(page, 'Consultar', true), answer: { heading: 'Mi cuenta' } }
/** The keys of both numbers, and the look-up of them. */
const lookUp = ({ account, invoice }: Bill): Touch[] => [
  ...[...account].map((name) => key(name)),
  ...[...invoice.replaceAll(' ', '')].map((name) => key(name)),
  lookedUp,
]

/** Typed on a keyboard, for what is touched after it. */
const typed = (fields: Record<string, string>): Step => ({
  async prepare(page) {
    for (const [name, text] of Object.entries(fields)) await page.getByRole('textbox', { name: new RegExp(`^${name}`, 'u') }).fill(text)
  },
})

const firstDialogs: Step[] = [
  ...looking('Accesibilidad', 'Accesibilidad'),
  ...looking('Emergencias', 'Emergencias'),
  ...looking('Aviso de privacidad', 'Aviso de privacidad'),
  opening(/^(Leer más|Ver \d+ aviso)/, 'Avisos', 'Avisos (dialog)'),
  closing,
]

/** Nobody is signed in by it: what the utility says to a wrong password is not the kiosk's time. */
const signIn: Step[] = [
  to('Iniciar sesión', 'Iniciar sesión'),
  key('a', 'a letter of a login'),
  choosing('Mostrar (password)', (page) => named(page, 'Mostrar')),
  to('No recuerdo', 'Renovar contraseña'),
  to('Inicio', 'Bienvenido'),
]

/** As far as what the utility answers, which is not the kiosk's time. */
const registration: Step[] = fromFirst(
  'Registrarme',
  opening('^Instructivo', '¿Dónde encuentro', 'Instructivo (dialog)'),
  closing,
  key('1', 'a digit of an account'),
)

const contact: Step[] = [
  to('Contacto', 'Contacto'),
  ...['Consulta', 'Consumo elevado', 'Sugerencia'].flatMap((topic) => there(topic, `Contacto: ${topic}`, 'Contacto')),
  to('Opinión', 'Contacto: Opinión'),
  key('a'),
  typed({ Nombre: 'Ana', Descripción: 'Muy amables.', 'Correo electrónico': 'ana@correo.example' }),
  to('Enviar', 'Recibimos su solicitud'),
  to('Imprimir', 'Impr', 'Imprimir comprobante → Imprimiendo'),
  to('Ir al inicio', 'Bienvenido'),
]

const guides: Step[] = [
  ...fromFirst('Consultar folio'),
  ...fromFirst(
    'Preguntas frecuentes',
    choosing('a question', (page) => page.getByRole('listitem').first().getByRole('button')),
    key('m', 'a letter to search with'),
  ),
  ...fromFirst(
    'Conozca su factura',
    choosing('Aguas de Cantera Rosa (kind of bill)', (page) => named(page, /^Aguas/u)),
  ),
  ...fromFirst('¿Dónde pagar?'),
]

/** What stands open to everybody. */
const open: Step[] = [...firstDialogs, ...guides, ...registration, ...signIn, ...contact]

const invoices: Step[] = [
  ...fromAccount('Mis facturas'),
  to('Mis facturas', 'Mis facturas'),
  ...previewing(`Ver ${monterrey.invoice}`, 'Ver (dialog)'),
  to('Detalle de la factura', 'Factura'),
  back('Mis facturas'),
  back('Mi cuenta'),
]

const pay: Step[] = [
  to('Pagar', 'Pagar'),
  choosing('BBVA (choice) → Pagar en línea', (page) => page.getByRole('radio', { name: /^BBVA/ })),
  to('Pagar en línea', 'Pagar en línea'),
  to('Volver a mi cuenta', 'Mi cuenta'),
]

const records: Step[] = [
  ...fromAccount(
    'Estado de cuenta',
    opening('^Llevar en el teléfono', 'teléfono', 'Llevar en el teléfono (dialog)'),
    { prepare: (page) => page.getByRole('img', { name: /^Código QR/ }).waitFor() },
    closing,
  ),
  ...fromAccount('Mis consumos'),
  ...fromAccount('Mis pagos', ...previewing('Ver', 'Ver, a payment (dialog)')),
  ...fromAccount('Acuerdos de pago', ...previewing('Ver CP', 'Ver, an agreement (dialog)')),
]

const asked: Step[] = [
  ...fromAccount('Aportar lectura', key('4')),
  to('Solicitudes de suministro', 'Solicitudes de suministro'),
  ...['Reconexión', 'Cambio de titular'].flatMap((what) => there(what, what, 'Solicitudes de suministro')),
  back('Mi cuenta'),
  ...fromAccount('Factura electrónica'),
  to('Preguntas y reclamaciones', 'Preguntas y reclamaciones'),
  ...there('Nueva reclamación', 'Nueva reclamación', 'Preguntas y reclamaciones'),
  to('Nueva pregunta', 'Nueva pregunta'),
  { prepare: (page) => requests(page).choose('Fecha y lugar de pago') },
  typed({ Descripción: '¿Cuándo abren?' }),
  to('Continuar', 'Revise su solicitud'),
  to('Enviar', 'Recibimos su solicitud'),
  to('Volver a mi cuenta', 'Mi cuenta'),
]

const accountNotices: Step[] = [opening(/^Avisos \(/, 'Avisos', 'Avisos of the account (dialog)'), closing]
const duplicate: Step[] = [to('Imprimir duplicado', 'Impr', 'Imprimir duplicado → Imprimiendo'), to('Ir a mi cuenta', 'Mi cuenta')]
const leaving: Step[] = [to('Terminar', 'Bienvenido')]
const leavingWithPaper: Step[] = [opening('^Terminar', 'Retiró', 'Terminar (dialog)'), to('Sí, terminar', 'Bienvenido')]

/** An account with all its screens, and a sheet of paper. */
const first: Step[] = [
  to('Consultar con mi factura', 'Consultar con mi factura'),
  ...lookUp(monterrey),
  ...accountNotices,
  ...invoices,
  ...pay,
  ...records,
  ...asked,
  ...duplicate,
  ...leavingWithPaper,
]

/** Two contracts in one visit. */
const both: Step[] = [
  to('Consultar con mi factura', 'Consultar con mi factura'),
  ...lookUp(second),
  to('Consultar otra factura', 'Consultar otra factura'),
  { prepare: (page) => counter(page).type(monterrey) },
  lookedUp,
  to('Mis contratos', 'Mis contratos'),
  ...there(
    'Pagar varios contratos',
    'Pagar varios contratos',
    'Mis contratos',
    choosing('a contract to pay (check box)', (page) => page.getByRole('checkbox').last()),
  ),
  to('Abrir contrato', 'Mi cuenta'),
  ...leaving,
]

/** Somebody who is signed in, with what they can change. */
const customer: Step[] = [
  to('Iniciar sesión', 'Iniciar sesión'),
  {
    async prepare(page) {
      await signingIn(page).enter(sampleLogins.registered.login, sampleLogins.registered.password)
      await counter(page).heading('Mi cuenta').waitFor()
    },
  },
  ...fromAccount(
    'Mis datos',
    choosing('Mostrar (my data)', (page) => named(page, 'Mostrar')),
    ...there('Cambiar teléfono', 'Cambiar teléfono', 'Mis datos', key('8')),
    ...['Cambiar correo', 'Cambiar contraseña'].flatMap((what) => there(what, what, 'Mis datos')),
  ),
  ...leaving,
]

/** By touch alone, over all screens. */
export const visit: Step[] = [...open, ...first, ...both, ...customer]

const identify: Step = { prepare: (page) => counter(page).identify(monterrey) }
/** Who comes on a day: each for some of the screens, all of them together for all. */
export const visitors: readonly Step[][] = [
  firstDialogs,
  guides,
  registration,
  signIn,
  // A message without an account ends no visit: its sheet is asked for when the next one ends.
  [...contact, identify, ...accountNotices, ...invoices, ...leavingWithPaper],
  [identify, ...pay, ...duplicate, ...leavingWithPaper],
  [identify, ...records, ...leaving],
  [identify, ...asked, ...leaving],
  both,
  customer,
]
