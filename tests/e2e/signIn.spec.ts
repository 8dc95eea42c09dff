import { sampleLogins } from '../../electron/sandbox/data/customers.ts'
import { codeTo } from '../fixtures/sandbox/mails.ts'
import { expect, test } from './fixtures.ts'
import { expectSound, sizes } from './pages/checks.ts'
import { counter, monterrey, nuevoLaredo } from './pages/counterPage.ts'
import { expectNothingKept } from './pages/kept.ts'
import { requests } from './pages/requests.ts'
import { signIn } from './pages/signIn.ts'
import { withUtility } from './withUtility.ts'

const { registered, former } = sampleLogins
const FORMER_EMAIL = 'diego.serrato@example.com'
const NEW_PASSWORD = 'nueve gatos azules'

test('of two fields that are wrong both are told in view, wherever there is room', { tag: '@browser' }, async ({ page }) => {
  const person = counter(page)
  const signing = signIn(page)
  await signing.open()
  await person.button(/^No recuerdo/).click()
  // The screen that is left has a field of that name too.
  await expect(person.heading('Renovar contraseña')).toBeVisible()
  await signing.field('Correo electrónico o usuario').fill('nadie@example.com')
  await person.button('Enviar código').click()
  await expect(signing.field('Código')).toBeVisible()
  const password = page.getByLabel('Contraseña nueva', { exact: true })
  for (const size of sizes) {
    await page.setViewportSize(size)
    await signing.field('Código').fill('123456')
    await password.fill('corta')
    await page.getByLabel('Confirme la contraseña', { exact: true }).fill('otra')
    await signing.field('Código').focus()
    await person.button('Renovar contraseña').click()
    await expect(page.getByRole('alert')).toHaveText(['Es demasiado corta.', 'No es igual a lo de antes.'])
    await expect(password).toBeFocused()
    for (const alert of await page.getByRole('alert').all()) await expect(alert).toBeInViewport({ ratio: 1 })
  }
})

test('somebody who is registered sees their account in full, files in their own name, and leaves nothing', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox, kiosk }) => {
    const person = counter(page)
    const signing = signIn(page)
    await expect(person.online).toBeVisible()
    await signing.open()
    await expectSound(page)
    await signing.enter(registered.login, 'otra contraseña')
    await expect(page.getByRole('alert')).toContainText('No encontramos una cuenta con esos datos')
    await signing.enter('nadie@example.com', registered.password)
    await expect(page.getByRole('alert')).toContainText('No encontramos una cuenta con esos datos')
    await expectSound(page)
    await signing.enter(registered.login, registered.password)
    await expect(person.heading('Mi cuenta')).toBeVisible()
    for (const words of ['Patricia Pedroza Abreu', 'Es su primera conexión', 'Desconectar']) await expect(page.getByText(words).first()).toBeVisible()
    await expect(person.button('Mis contratos (2)')).toBeVisible()
    await expectSound(page)

    const claims = requests(page)
    await claims.open()
    await claims.fillIn('Nueva pregunta', { topic: 'Mi medidor', text: '¿Por qué subió?' })
    await person.button('Enviar').click()
    await claims.folio()
    const { sessions } = sandbox.office
    await expect.poll(() => sandbox.commands().length).toBe(1)
    const [actor] = sandbox.commands().map(({ command }) => command.actor)
    const sessionId = actor?.sessionId ?? ''
    expect(actor).toEqual({ kind: 'customer', customerId: 'cliente-registrada', sessionId })
    // The very session that the utility opened for her, and it ends with the visit.
    expect([sessions.customerOf(sessionId), sessions.isOpen(sessionId)]).toEqual(['cliente-registrada', true])

    await person
      .button(/^Terminar/)
      .first()
      .click()
    await expect(person.heading('Bienvenido')).toBeVisible()
    await expect.poll(() => sessions.isOpen(sessionId)).toBe(false)
    await page.evaluate(() => (location.hash = '#/cuenta'))
    await expect(person.heading('Bienvenido')).toBeVisible()
    expect(await page.locator('body').innerText()).not.toContain('Patricia')
    expectNothingKept(kiosk, [registered.login, registered.password, 'otra contraseña', 'nadie@example.com'], ['Patricia'])
  })
})

test('who used the former portal renews by the code that comes by e-mail, and then signs in with the e-mail', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox }) => {
    const person = counter(page)
    const signing = signIn(page)
    await expect(person.online).toBeVisible()
    await signing.open()
    await signing.enter(former.login, former.password)
    await expect(person.heading('Renovar contraseña')).toBeVisible()
    await expect(page.getByText('Enviamos un código a')).toBeVisible()
    await expect(signing.field('Código')).toBeFocused()
    await signing.chooseNew('000 000', NEW_PASSWORD)
    await expect(page.getByRole('alert')).toContainText('Ese código no es el que enviamos')
    await signing.chooseNew(await codeTo(sandbox, FORMER_EMAIL), 'contraseña123')
    await expect(page.getByText('Es muy conocida')).toBeVisible()
    await expectSound(page)
    await signing.chooseNew(await codeTo(sandbox, FORMER_EMAIL), NEW_PASSWORD)
    await expect(person.heading('Contraseña renovada')).toBeVisible()
    await expectSound(page)
    await person.button('Iniciar sesión').click()
    await signing.enter(FORMER_EMAIL, NEW_PASSWORD)
    await expect(person.heading('Mi cuenta')).toBeVisible()
  })
})

test('without a network nobody signs in, what was typed stays, and the bill in the hand still serves', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox }) => {
    const person = counter(page)
    const signing = signIn(page)
    await person.identify(monterrey)
    await person.finish()
    await signing.open()
    sandbox.faults.set('down')
    await expect(person.offline).toBeVisible()
    await expect(page.getByText('Sin conexión no se puede iniciar sesión')).toBeVisible()
    await signing.enter(registered.login, registered.password)
    await expect(page.getByRole('alert')).toContainText('Necesita conexión')
    await expect(signing.field('Correo electrónico o usuario')).toHaveValue(registered.login)
    await expectSound(page)
    sandbox.faults.set(null)
    await expect(person.online).toBeVisible()
    await person.button('Entrar').click()
    await expect(person.heading('Mi cuenta')).toBeVisible()
    await person.finish()
    await person.identify(monterrey)
    await expect(page.getByText('Patricia')).toHaveCount(0)
  })
})

test('whoever looks up a bill while signed in is told that the session closes, and is then who holds that bill and no more', { tag: '@browser' }, async () => {
  await withUtility(async ({ page }) => {
    const person = counter(page)
    const signing = signIn(page)
    await expect(person.online).toBeVisible()
    await signing.open()
    await signing.enter(registered.login, registered.password)
    await expect(person.heading('Mi cuenta')).toBeVisible()
    await person.button(/^Inicio/).click()
    await expect(page.getByText('Su sesión sigue abierta')).toBeVisible()
    await person.openLookup()
    await expect(page.getByText('Su sesión se cierra al consultar otra factura.')).toBeVisible()
    await person.chooseZone(nuevoLaredo.zone)
    await person.type(nuevoLaredo)
    await person.button(/^Consultar/).click()
    await expect(person.heading('Mi cuenta')).toBeVisible()
    await expect(person.button('Consultar otra factura')).toBeVisible()
    await expect(page.getByText(/Patricia|Desconectar/)).toHaveCount(0)
  })
})
