import type { Page } from '@playwright/test'
import { counter, monterrey } from './counterPage.ts'
import type { Look } from './everyScreen.ts'
import { expect } from './patience.ts'

/** How a clerk finds and serves a customer. */
export function customerSearch(page: Page) {
  const field = page.getByRole('combobox', { name: 'Buscar' })
  const list = page.getByRole('listbox', { name: 'Clientes' })
  const hits = list.getByRole('option')
  /** Only the page of a customer has it. */
  const papers = page.getByRole('region', { name: 'Impresiones' })
  return {
    field,
    hits,
    papers,
    owed: page.getByRole('region', { name: /^(Total adeudado|Saldo a favor)/ }),
    async find(text: string): Promise<void> {
      await field.fill(text)
      await expect(hits.first()).toBeVisible()
    },
    /** Whose number this is, and nobody else's. */
    async serve(number: string): Promise<void> {
      await field.fill(number)
      await expect(hits).toHaveCount(1)
      await page.keyboard.press('Enter')
      await expect(papers).toBeVisible()
    },
  }
}

/** The search in its states, and the page of a customer; begins and ends where a clerk begins. */
export async function searchScreens(page: Page, look: Look): Promise<void> {
  const { button } = counter(page)
  const { field, hits, find, serve } = customerSearch(page)
  await expect(page.getByText('Escriba para buscar')).toBeVisible()
  await look('Buscar, antes')
  await find('m')
  await expect(hits.nth(5)).toBeVisible()
  await look('Buscar, con muchos clientes')
  await field.click()
  await expect(button('Ocultar teclado')).toBeVisible()
  await look('Buscar, con el teclado')
  await field.fill('nadie que se llame así')
  await expect(page.getByText('Nadie con «nadie que se llame así»').last()).toBeVisible()
  await look('Buscar, nadie, con el teclado')
  await button('Ocultar teclado').click()
  await look('Buscar, nadie')
  await serve(monterrey.account)
  await expect(page.getByRole('region', { name: 'Lecturas' })).toBeVisible()
  await look('Cliente')
  await button('Mostrar teléfono y correo').click()
  await expect(button('Mostrar teléfono y correo')).toHaveAttribute('aria-pressed', 'true')
  await look('Cliente, con sus datos de contacto')
  await page.keyboard.press('F2')
  await expect(page.getByRole('link', { name: /^Seguir con el cliente/ })).toBeVisible()
  await field.fill('')
  await expect(page.getByText('Atendidos hace poco')).toBeVisible()
  await look('Buscar, mientras se atiende')
}
