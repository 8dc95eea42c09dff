import { codeTo } from '../fixtures/sandbox/mails.ts'
import { expect, test } from './fixtures.ts'
import { expectSound, expectSoundAtEverySize } from './pages/checks.ts'
import { counter, monterrey, nuevoLaredo } from './pages/counterPage.ts'
import { expectNothingKept, papersIn } from './pages/kept.ts'
import { registering, registration } from './pages/registration.ts'
import { readScreenQr } from './pages/screenQr.ts'
import { signIn } from './pages/signIn.ts'
import { takeOnPhone } from './pages/phone.ts'
import { checkPdf, textOf } from '../fixtures/documents/readPaper.ts'
import { withUtility } from './withUtility.ts'

const EMAIL = 'ana.mendez@example.com'
const MASKED = 'a••••••@example.com'
const PASSWORD = 'nueve gatos azules'

test(
  'proved by an invoice and finished at the kiosk, an account is registered, activated and signed in to, and leaves nothing',
  { tag: '@browser' },
  async () => {
    await withUtility(async ({ page, sandbox, kiosk }) => {
      const person = counter(page)
      const form = registration(page)
      await expect(person.online).toBeVisible()
      await form.open()
      await form.goOn.click()
      await expect(page.getByText('Escriba su número de cuenta.')).toBeVisible()
      await expectSoundAtEverySize(page)
      await person.button('Instructivo').click()
      await expect(page.getByRole('dialog')).toContainText('¿Dónde encuentro estos datos?')
      await person.closeDialog()
      await form.fillIn({ 'Número de cuenta': monterrey.account, 'Número de factura': monterrey.invoice })
      await expect(page.getByText('Paso 2 de 3')).toBeVisible()
      const email = form.field('Correo electrónico')
      await email.fill('ana.mendez@hotm')
      await person.button('@hotmail.com').click()
      await expect(email).toHaveValue('ana.mendez@hotmail.com')
      await person.button('@gmail.com').press('Enter')
      await expect(email).toHaveValue('ana.mendez@gmail.com')
      await expect(email).toBeFocused()
      await expectSoundAtEverySize(page)
      await form.writeEmail('ana.mendez@gmial.com', 'otra@example.com')
      await person.button('¿Quiso decir ana.mendez@gmail.com?').click()
      await expect(form.field('Correo electrónico')).toHaveValue('ana.mendez@gmail.com')
      await form.goOn.click()
      await expect(page.getByText('No es igual a lo de antes.')).toBeVisible()
      await expectSound(page)
      await form.writeEmail(EMAIL)
      await form.goBack.click()
      await expect(form.field('Número de cuenta')).toHaveValue(monterrey.account)
      await form.goOn.click()
      await form.goOn.click()
      await expect(page.getByText('Paso 3 de 3')).toBeVisible()
      await expect(page.getByRole('definition').filter({ hasText: EMAIL })).toBeVisible()
      await form.send.click()
      await expect(page.getByText('Para seguir hace falta aceptarlo.')).toBeVisible()
      await expectSoundAtEverySize(page)
      await form.accept('el Aviso legal')
      await form.send.click()
      await expect(person.heading('Active su cuenta')).toBeVisible()
      await expect(page.getByText('Enviamos un código a a••••••@example.com')).toBeVisible()
      await expectSoundAtEverySize(page)
      await person.button('Seguir después').click()
      await person.button('Imprimir los pasos').click()
      await expect(page.getByRole('dialog').last()).toContainText('Listo. Retire su hoja')
      await expectSoundAtEverySize(page)
      await person.closeDialog()
      await person.closeDialog()
      await form.activate('000000', PASSWORD)
      await expect(page.getByRole('alert')).toContainText('Ese código no es el que enviamos')
      const code = await codeTo(sandbox, EMAIL)
      const [steps = ''] = papersIn(kiosk)
      checkPdf(steps)
      expect(textOf(steps)).toContain(MASKED)
      expect([EMAIL, code, code.replace(' ', ''), '/activacion/'].filter((secret) => textOf(steps).includes(secret))).toEqual([])
      await form.activate(code, PASSWORD)
      await expect(person.heading('Su cuenta está activa')).toBeVisible()
      await expectSound(page)
      await person.button('Iniciar sesión').click()
      await signIn(page).enter(EMAIL, PASSWORD)
      await expect(person.heading('Mi cuenta')).toBeVisible()
      await expect(person.button('Desconectar')).toBeVisible()
      await person
        .button(/^Terminar/)
        .first()
        .click()
      await expect(person.heading('Bienvenido')).toBeVisible()
      expectNothingKept(kiosk, [EMAIL, MASKED, PASSWORD, 'ana.mendez@gmail.com', code, code.replace(' ', '')], [registering.monterrey.supplyAddress.street])
    })
  },
)

test('proved by a document it is finished on the customer’s own phone, and the kiosk notices', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox, kiosk }) => {
    const person = counter(page)
    const form = registration(page)
    const { number, contractNumber, holder } = registering.montevideo
    await expect(person.online).toBeVisible()
    await form.open()
    await form.chooseZone('Montevideo')
    await expect(page.getByText('Los registros del portal anterior no son válidos')).toBeVisible()
    await form.field('Número de cuenta').fill(number)
    await person.button('Leer la guía').click()
    await takeOnPhone(page)
    expect((await page.request.get(await readScreenQr(page))).status()).toBe(200)
    await person.closeDialog()
    await person.button('Imprimir Guía de registro').click()
    await expect(page.getByRole('dialog').last()).toContainText('Listo. Retire su hoja')
    await expectSound(page)
    await person.closeDialog()
    await expectSoundAtEverySize(page)
    await person.closeDialog()
    await expect(form.field('Número de cuenta')).toHaveValue(number)
    const [guide = ''] = papersIn(kiosk)
    checkPdf(guide)
    expect(textOf(guide)).toContain('Los registros del portal anterior no son válidos')
    await form.chooseDocument(holder.documentType ?? '')
    await form.fillIn({
      'Número de cuenta': number,
      'Número de contrato': contractNumber ?? '',
      Nombre: holder.givenNames ?? '',
      'Número de documento': holder.documentNumber ?? '',
    })
    await expect(form.field('Usuario')).toHaveCount(0)
    await form.field('Correo electrónico').fill('uno@example.co')
    await person.button(/^\.com\.uy$/).click()
    await expect(form.field('Correo electrónico')).toHaveValue('uno@example.com.uy')
    await expect(person.button('@adinet.com.uy')).toBeVisible()
    await form.writeEmail('uno@example.com')
    await form.goOn.click()
    await form.accept('el Aviso legal')
    await form.send.click()
    await expect(person.heading('Active su cuenta')).toBeVisible()
    await person.button('Cambiar correo').click()
    await form.field('Correo electrónico').fill(EMAIL)
    await person.button('Enviar código').click()
    await expect(page.getByText('Enviamos otro código a a••••••@example.com')).toBeVisible()
    await person.button('Seguir después').click()
    await expect(page.getByRole('img', { name: /^Código QR/ })).toBeVisible()
    const link = await readScreenQr(page)
    await expectSoundAtEverySize(page)

    const phone = await page.context().newPage()
    await phone.goto(link)
    await phone.getByLabel('Código').fill((await codeTo(sandbox, EMAIL)).replace(' ', ''))
    for (const input of await phone.locator('input[type=password]').all()) await input.fill(PASSWORD)
    await phone.getByRole('button').click()
    await phone.close()
    await expect(person.heading('Su cuenta está activa')).toBeVisible({ timeout: 10_000 })
  })
})

test('proved by a meter it asks a person for both family names and a company for its own, and for both texts', { tag: '@browser' }, async () => {
  const { person: resident, company } = registering
  await withUtility(
    async ({ page, sandbox }) => {
      const person = counter(page)
      const form = registration(page)
      await expect(person.online).toBeVisible()
      for (const [{ number, meterNumber }, kind, names, email] of [
        [
          resident,
          'Registro particular',
          { 'Apellido paterno': resident.holder.familyName ?? '', 'Apellido materno': resident.holder.secondFamilyName ?? '' },
          'particular@example.com',
        ],
        [company, 'Registro empresa', { 'Nombre de la empresa': company.holder.companyName ?? '' }, 'empresa@example.com'],
      ] as const) {
        await form.open()
        await form.chooseZone('Querétaro')
        await person.button(kind).click()
        await expect(form.field('Apellido paterno')).toHaveCount(kind === 'Registro empresa' ? 0 : 1)
        await form.fillIn({ Referencia: number, 'Número de medidor': meterNumber ?? '', ...names })
        await form.writeEmail(email)
        await form.field('Usuario').fill(kind === 'Registro empresa' ? 'tortillas1' : 'javier55')
        await form.goOn.click()
        await form.accept('el Aviso legal')
        await form.send.click()
        await expect(page.getByText('Para seguir hace falta aceptarlo.')).toBeVisible()
        await form.accept('las Condiciones de uso')
        await form.send.click()
        await expect(person.heading('Active su cuenta')).toBeVisible()
        await form.activate(await codeTo(sandbox, email), PASSWORD)
        await expect(person.heading('Su cuenta está activa')).toBeVisible()
        await person.button(/^Inicio/).click()
      }
    },
    (sandbox) => sandbox.upsert('account', company),
  )
})

test(
  'whoever looked an account up finds it filled in; without a network nothing is sent and all stays; where the zone wants it the password is chosen at once',
  { tag: '@browser' },
  async () => {
    await withUtility(async ({ page, sandbox }) => {
      const person = counter(page)
      const form = registration(page)
      await person.identify(nuevoLaredo)
      await person.button(/^Inicio/).click()
      await form.open()
      await expect(form.field('Número de cuenta')).toHaveValue(nuevoLaredo.account)
      await expect(form.field('Número de factura')).toHaveValue(nuevoLaredo.invoice)
      await form.goOn.click()
      await form.writeEmail(EMAIL)
      await form.secret('Contraseña').fill('contraseña123')
      await form.secret('Repita la contraseña').fill('contraseña123')
      await form.goOn.click()
      await form.accept('el Aviso legal')
      sandbox.faults.set('down')
      await expect(person.offline).toBeVisible()
      await expect(person.button('Necesita conexión')).toBeDisabled()
      await expectSound(page)
      sandbox.faults.set(null)
      await expect(person.online).toBeVisible()
      await form.send.click()
      await expect(page.getByText('Es muy conocida')).toBeVisible()
      await expect(form.field('Correo electrónico')).toHaveValue(EMAIL)
      await form.secret('Contraseña').fill(PASSWORD)
      await form.secret('Repita la contraseña').fill(PASSWORD)
      await form.goOn.click()
      await form.send.click()
      await expect(person.heading('Su cuenta está activa')).toBeVisible()
    })
  },
)

test('what proves another account is refused without a word about which datum, and leads back to it', { tag: '@browser' }, async () => {
  await withUtility(async ({ page }) => {
    const person = counter(page)
    const form = registration(page)
    await expect(person.online).toBeVisible()
    await form.open()
    await form.fillIn({ 'Número de cuenta': monterrey.account, 'Número de factura': 'DE 4043 2599' })
    await form.writeEmail(EMAIL)
    await form.goOn.click()
    await form.accept('el Aviso legal')
    await form.send.click()
    await expect(page.getByRole('alert')).toContainText('Esos datos no corresponden a una misma cuenta.')
    await expect(form.field('Número de factura')).toHaveValue('DE 4043 2599')
    await expectSound(page)
  })
})
