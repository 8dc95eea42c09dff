import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { expectSound } from './pages/checks.ts'
import { counter, monterrey, nuevoLaredo } from './pages/counterPage.ts'
import { requests } from './pages/requests.ts'
import { supply } from './pages/supply.ts'
import { withUtility } from './withUtility.ts'

const portrait = { width: 1080, height: 1920 }
const landscape = { width: 1366, height: 768 }
const newHolder = { givenNames: 'Ana', familyName: 'Méndez', secondFamilyName: 'Prieto', document: 'CURP', number: 'hegg560427mvzrrl05' }

test('a reconnection is asked for, stands in the list, and is not asked for twice by mistake', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox }) => {
    await page.setViewportSize(portrait)
    const person = counter(page)
    const asking = supply(page)
    await person.identify(monterrey)
    await asking.open()
    await expectSound(page)
    await asking.begin('Reconexión')
    await expect(page.getByText(/el suministro de esta cuenta está activo\. Quedan \$1,284\.50 por pagar/)).toBeVisible()
    await person.button('Enviar').click()
    await expect(page.getByRole('combobox', { name: /^Motivo/ })).toBeFocused()
    await expectSound(page)
    await asking.writeReconnection({ reason: 'Ya pagué', phone: '81 8340 0000', notes: 'Pagué ayer.' })
    await asking.send()
    const folio = await requests(page).folio()
    await expect
      .poll(() => sandbox.commands().map(({ command }) => command.payload))
      .toEqual([{ reason: 'paidDebt', phone: '81 8340 0000', notes: 'Pagué ayer.' }])

    // The way back passes over the form.
    await person.button(/^Volver$/).click()
    await expect(person.heading('Solicitudes de suministro')).toBeVisible()
    await expect(asking.row(folio)).toContainText('Recibida')
    await expectSound(page)
    await asking.begin('Reconexión')
    await expect(page.getByText(`su folio es ${folio}`)).toBeVisible()
    await expect(asking.field(/^Teléfono/)).toHaveValue('')
    await person.finish()
    await requests(page).lookUp(folio)
    await expect(page.getByText('Folio de la empresa')).toBeVisible()
  })
})

test('without a network another holder is asked for, with a receipt on paper, and sent later', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox, kiosk }) => {
    await page.setViewportSize(landscape)
    const person = counter(page)
    const asking = supply(page)
    await person.identify(monterrey)
    sandbox.faults.set('down')
    await expect(person.offline).toBeVisible()
    await asking.open()
    await asking.begin('Cambio de titular')
    await expectSound(page)
    await person.button('Continuar').click()
    await expect(asking.field(/^Nombre/)).toBeFocused()
    await asking.writePerson(newHolder)
    await expectSound(page)
    await asking.goOn()
    await expect(page.getByText('alguna no coincide')).toBeVisible()
    await asking.field(/^Correo electrónico/).fill('ana@')
    await person.button('Enviar').click()
    await expect(asking.field(/^Correo electrónico/)).toBeFocused()
    await expectSound(page)
    await asking.field(/^Correo electrónico/).fill('ana@correo.com')
    await asking.field(/^Teléfono/).fill('81 8340 0001')
    await asking.field(/^A partir de/).fill('31/12/2062')
    await expect(page.getByText('Será el 31 de diciembre de 2062.')).toBeVisible()
    await expect(page.getByText(/más de un año/)).toBeVisible()
    await asking.send()
    await expect(page.getByText('La fecha que cuenta es la de hoy.')).toBeVisible()
    const folio = await requests(page).folio()
    await person.button('Imprimir comprobante').click()
    await expect(page.getByText(/^Listo/)).toBeVisible()
    expect(readdirSync(join(kiosk.dataDir, 'impresos')).filter((name) => name.endsWith('.pdf'))).toHaveLength(1)
    await person.button('Volver a mi cuenta').or(person.button('Ir a mi cuenta')).first().click()
    await asking.open()
    await expect(asking.row(folio)).toContainText('Guardada en este kiosco, se enviará')

    expect(sandbox.commands()).toEqual([])
    sandbox.faults.set(null)
    await expect
      .poll(() => sandbox.commands().map(({ command }) => command.payload), { timeout: 60_000 })
      .toEqual([
        {
          newHolder: {
            kind: 'person',
            givenNames: 'Ana',
            familyName: 'Méndez',
            secondFamilyName: 'Prieto',
            documentType: 'CURP',
            documentNumber: 'HEGG560427MVZRRL05',
          },
          email: 'ana@correo.com',
          phone: '81 8340 0001',
          effectiveOn: '2062-12-31',
        },
      ])
  })
})

test('what is typed survives the way back, another language and the other kind of holder, and not the visit', async ({ page }) => {
  const person = counter(page)
  const asking = supply(page)
  await person.identify(monterrey)
  await asking.open()
  await asking.begin('Cambio de titular')
  await asking.writePerson(newHolder)
  await asking.kind('Empresa').click()
  await expect(asking.field(/^Apellido/)).toHaveCount(0)
  await asking.kind('Persona').click()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('textbox', { name: /^Given names/ })).toHaveValue('Ana')
  await page.getByRole('button', { name: 'Español' }).click()
  await person.button(/^Volver$/).click()
  await asking.begin('Cambio de titular')
  await expect(asking.field(/^Apellido paterno/)).toHaveValue('Méndez')
  await expect(page.getByRole('combobox', { name: /^Tipo de documento/ })).toContainText('CURP')
  await person.finish()

  await person.identify(nuevoLaredo)
  await asking.open()
  await asking.begin('Cambio de titular')
  await expect(asking.field(/^Nombre/)).toHaveValue('')
  await expect(asking.field(/^Número de documento/)).toHaveValue('')
})
