import { counter, monterrey } from './pages/counterPage.ts'
import { paying } from './pages/pay.ts'
import { requests } from './pages/requests.ts'
import { renderTicket } from '../fixtures/printing/escposText.ts'
import { textOf } from '../fixtures/documents/readPaper.ts'
import { expect, test } from './ticketFixtures.ts'
import { withUtility } from './withUtility.ts'

const digitsOf = (text: string): string => text.replace(/\D/gu, '')

test('the cash desk’s ticket: what is to be paid, and bars with the reference that stands below them', async ({ page, ticketPrinter, printer }) => {
  const [before, sheets] = [ticketPrinter.tickets.length, printer.jobs().length]
  await counter(page).identify(monterrey)
  const owed = await paying(page).openAll()
  await expect(page.getByText('Sale un ticket')).toBeVisible()
  await paying(page).print()
  await expect(page.getByText('Listo. Retire su ticket')).toBeVisible()

  const [ticket = Buffer.alloc(0), ...more] = ticketPrinter.tickets.slice(before)
  expect([more, printer.jobs().length - sheets]).toEqual([[], 0])
  const { text, codes, cuts } = renderTicket(ticket, 80)
  expect(cuts).toBe(1)
  for (const said of [owed.replace(' ', ''), monterrey.invoice]) expect(text).toContain(said)
  expect(codes).toHaveLength(1)
  expect(codes[0]?.data).toMatch(/^\d{10,40}$/)
  expect(digitsOf(text.replace(/\[.*\]/gu, ''))).toContain(codes[0]?.data)
})

test('S08 out of paper: the person is told which printer, and the ticket comes out once when there is paper', async ({ page, ticketPrinter }) => {
  const before = ticketPrinter.tickets.length
  const person = counter(page)
  await person.identify(monterrey)
  await paying(page).openAll()
  ticketPrinter.set({ paper: 'out' })
  await person.button(/^Imprimir$/).click()
  await expect(page.getByText('La impresora de tickets no tiene papel').first()).toBeVisible()
  await expect(person.button('Imprimir en hoja')).toBeVisible()
  expect(ticketPrinter.tickets).toHaveLength(before)
  ticketPrinter.set({ paper: 'full' })
  await expect(page.getByText(/^Listo/)).toBeVisible()
  expect(ticketPrinter.tickets).toHaveLength(before + 1)
})

test('a receipt is a ticket with the folio to be scanned', async ({ page, ticketPrinter }) => {
  const person = counter(page)
  await person.identify(monterrey)
  await requests(page).fileClaim({ topic: 'Consumo elevado', text: 'Llegó al doble.', reading: '4209' })
  const folio = await requests(page).folio()
  const before = ticketPrinter.tickets.length
  await person.button('Imprimir comprobante').click()
  await expect(page.getByText(/^Listo/)).toBeVisible()

  const { text, codes } = renderTicket(ticketPrinter.tickets[before] ?? Buffer.alloc(0), 80)
  expect(text).toContain(folio)
  expect(codes.map(({ symbology, data }) => [symbology.slice(0, 2), data])).toEqual([['QR', folio]])
})

test('the ticket’s printer is not there: it comes on a sheet, and only there', async ({ page, ticketPrinter, printer }) => {
  const [before, sheets] = [ticketPrinter.tickets.length, printer.jobs().length]
  const person = counter(page)
  await person.identify(monterrey)
  await ticketPrinter.switchOff()
  const owed = await paying(page).openAll()
  await expect(page.getByText('La impresora de tickets no responde').first()).toBeVisible()
  await person.button('Imprimir en hoja').click()
  await expect(page.getByText('Listo. Retire su hoja')).toBeVisible()
  await ticketPrinter.switchOn()
  const [sheet = '', ...more] = printer.jobs().slice(sheets)
  expect(more).toEqual([])
  expect(textOf(sheet)).toContain(owed)
  expect(ticketPrinter.tickets).toHaveLength(before)
})

test('S07 the printer dies half-way and the person leaves: nothing is printed again, and staff say what became of it', async ({ page, ticketPrinter }) => {
  const before = ticketPrinter.tickets.length
  const person = counter(page)
  await person.identify(monterrey)
  await paying(page).openAll()
  ticketPrinter.set({ diesAfter: 200 })
  await person.button(/^Imprimir$/).click()
  await expect(page.getByText('¿Salió bien su impresión?').first()).toBeVisible()
  await expect(page.getByText('no sabemos si su ticket salió')).toBeVisible()
  ticketPrinter.set({ diesAfter: null })
  await ticketPrinter.switchOff()
  await ticketPrinter.switchOn()
  await person.finish()

  await page.getByRole('link', { name: 'Personal' }).click()
  await page.getByRole('link', { name: /^Impresiones/ }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'No se sabe si salió' })
  await expect(row).toHaveCount(1)
  await person.button(/^No salió: Pago en caja/).click()
  await expect(row).toContainText('Dijeron que no salió')
  await expect(person.button(/^No salió/)).toHaveCount(0)
  expect(ticketPrinter.tickets).toHaveLength(before)
})

test('at the limit of sheets a number for the counter is offered, and one is given', async ({ page, ticketPrinter }) => {
  const person = counter(page)
  await person.identify(monterrey)
  await person.openInvoices()
  for (const sheet of [0, 1]) {
    await person
      .button(/^Imprimir duplicado/)
      .nth(sheet)
      .click()
    await expect(page.getByText(/^Listo/)).toBeVisible()
    await person.button(/^Volver/).click()
  }
  await person
    .button(/^Imprimir duplicado/)
    .nth(2)
    .click()
  const before = ticketPrinter.tickets.length
  await person.button('Tomar turno').click()
  const said = page.getByText(/^Listo\. Su turno es [A-Z]-\d{3}$/)
  await expect(said).toBeVisible()
  const { text } = renderTicket(ticketPrinter.tickets[before] ?? Buffer.alloc(0), 80)
  expect(text).toContain(/[A-Z]-\d{3}$/u.exec((await said.textContent()) ?? '')?.[0])

  await person.button(/^Volver/).click()
  await person
    .button(/^Imprimir duplicado/)
    .nth(2)
    .click()
  await person.button('Tomar turno').click()
  await expect(said).toBeVisible()
  expect(ticketPrinter.tickets).toHaveLength(before + 1)
})

test('whom a kiosk out of service sends to the counter gets a number there, without an account', { tag: '@browser' }, async ({ ticketPrinter }) => {
  const before = ticketPrinter.tickets.length
  await withUtility(
    async ({ page }) => {
      const person = counter(page)
      await expect(person.heading('Kiosco fuera de servicio')).toBeVisible()
      await person.button('Tomar turno').click()
      await expect(page.getByText(/^Listo\. Su turno es A-001$/)).toBeVisible()
      await person.button('Ir al inicio').click()
      await expect(person.heading('Kiosco fuera de servicio')).toBeVisible()
    },
    (sandbox) => sandbox.direct('outOfService'),
    [],
    { VENTANILLA_TICKET_PRINTER: ticketPrinter.address },
  )
  expect(renderTicket(ticketPrinter.tickets[before] ?? Buffer.alloc(0), 80).text).toContain('A-001')
})
