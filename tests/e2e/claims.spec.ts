import { expect, test } from './fixtures.ts'
import { expectNoViolation, expectToFit, sizes } from './pages/checks.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { requests } from './pages/requests.ts'
import { withUtility } from './withUtility.ts'

test('a high consumption is looked at before it is claimed, Volver leads back step by step, and more is added to what is open', async ({ page }) => {
  const person = counter(page)
  const filing = requests(page)
  const check = async (): Promise<void> => {
    for (const size of sizes.slice(0, 2)) {
      await page.setViewportSize(size)
      await expectToFit(page)
    }
    await expectNoViolation(page)
  }
  await person.identify(monterrey)
  await filing.open()
  await person.button('Nueva reclamación').click()
  await filing.choose('Consumo elevado')
  // Another test of this kiosk may have claimed it before.
  await expect(page.getByText('Periodo facturado').or(person.button('Presentar otra'))).toBeVisible()
  if (await person.button('Presentar otra').isVisible()) await person.button('Presentar otra').click()
  await expect(page.getByText('Periodo facturado')).toBeVisible()
  await check()
  await person.button('Buscar una fuga').click()
  await expect(person.heading('¿Habrá una fuga?')).toBeVisible()
  await check()
  await person.button('Presentar de todos modos').click()
  await filing.fill({ reading: '4209', disputed: '$250.00', text: 'Llegó al doble.' })
  for (const before of ['¿Habrá una fuga?', 'Lo que dicen los datos']) {
    await person.button(/^Volver$/).click()
    await expect(person.heading(before)).toBeVisible()
  }
  await person.button('Presentar de todos modos').click()
  await expect(page.getByRole('textbox', { name: /^Importe que no reconoce/ })).toHaveValue('$250.00')
  await person.button('Continuar').click()
  await expect(page.getByText('$250.00')).toBeVisible()
  await person.button('Enviar').click()
  const folio = await filing.folio()

  await person.button('Volver a mi cuenta').click()
  await filing.open()
  await person.button('Nueva reclamación').click()
  await filing.choose('Consumo elevado')
  await expect(person.heading('Ya tiene una reclamación abierta')).toBeVisible()
  await check()
  await person.button('Agregar información').click()
  // The open claim has a reading already.
  await expect(page.getByRole('textbox', { name: /^Lectura/ })).toHaveCount(0)
  await filing.fill({ text: 'Hoy marca uno más.' })
  await person.button('Continuar').click()
  await expect(page.getByText('Agrega información a la reclamación')).toBeVisible()
  await person.button('Enviar').click()
  const added = await filing.folio()
  expect(added).not.toBe(folio)
  await person.button('Volver a mi cuenta').click()
  await filing.open()
  await expect(filing.row(added)).toContainText('Agrega información a la reclamación')
})

test('without a network a claim is added to, with the amount that is disputed, and the utility gets both', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox }) => {
    const person = counter(page)
    const filing = requests(page)
    await person.identify(monterrey)
    sandbox.faults.set('down')
    await expect(person.offline).toBeVisible()
    await filing.fileClaim({ topic: 'Cobro indebido', disputed: '1,000.50', text: 'No reconozco un cargo.' })
    const folio = await filing.folio()
    await person.button('Volver a mi cuenta').click()
    await filing.open()
    await person.button('Nueva reclamación').click()
    await filing.choose('Cobro indebido')
    await expect(person.heading('Ya tiene una reclamación abierta')).toBeVisible()
    await expect(page.getByText(folio)).toBeVisible()
    await person.button('Agregar información').click()
    await filing.fill({ text: 'Traigo mi comprobante.' })
    await person.button('Continuar').click()
    await person.button('Enviar').click()
    await expect(person.heading('Recibimos su solicitud')).toBeVisible()
    await expect(page.getByText(`Agrega información a la reclamación ${folio}`)).toBeVisible()

    sandbox.faults.set(null)
    await expect.poll(() => sandbox.commands().length).toBe(2)
    const payloads = sandbox.commands().map(({ command }) => command.payload)
    expect(payloads).toMatchObject([{ disputedAmount: 100_050 }, { addsTo: folio }])
  })
})
