import type { Page } from '@playwright/test'
import { expect } from './patience.ts'

/** `−$1,284.50` as a number. */
const figureOf = (written: string): number => Number(written.replace('−', '-').replace(/[^\d.-]/gu, ''))
const centsOf = (written: string): number => Math.round(figureOf(written) * 100)
const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0)

/**
 * On *Factura*, as a person with a calculator: every line that says how it was computed makes its amount, the lines make the subtotal, and with the
 * taxes the total, which a sentence says too.
 */
export async function expectSums(page: Page): Promise<void> {
  const charges = page.getByRole('region', { name: 'Cómo se calculó' }).first()
  await expect(charges.locator('tbody tr').first()).toBeVisible()
  const rows = await charges.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')))
  const computed = rows.filter(([calculation = '']) => calculation.includes('='))
  expect(computed.length).toBeGreaterThan(0)
  for (const [calculation = '', amount = ''] of computed) {
    const [quantity = '', price = ''] = calculation.split('×').map((part) => part.match(/[−\d.,]+/u)?.[0] ?? '')
    expect(Math.abs(figureOf(quantity) * figureOf(price) * 100 - centsOf(amount)), calculation).toBeLessThanOrEqual(0.5001)
  }
  const [subtotal = 0, ...more] = (await charges.locator('dd').allInnerTexts()).map(centsOf)
  const total = more.pop()
  expect(sum(rows.map(([, amount = '']) => centsOf(amount)))).toBe(subtotal)
  expect(subtotal + sum(more)).toBe(total)
  const sentence = (await charges.getByText(/ son \S+\.$/u).innerText()).split(' son ')
  expect(sentence.map((side) => sum((side.match(/\$[\d,.]*\d/gu) ?? []).map(centsOf)))).toEqual([total, total])
}
