import type { Locator, Page } from '@playwright/test'
import { counter } from './counterPage.ts'
import { expect } from './patience.ts'

interface Claim {
  topic: string
  text: string
  /** As printed, where the topic asks for it. */
  invoice?: string
  reading?: string
  disputed?: string
}

/** What the data say, and how to look for a leak, come before it is written. */
const HIGH = 'Consumo elevado'

/** Questions and claims as the person sees them, from *Mi cuenta* on. */
export function requests(page: Page) {
  const { heading, button } = counter(page)
  const choose = async (name: RegExp, option: RegExp): Promise<void> => {
    await page.getByRole('combobox', { name }).click()
    await page.getByRole('option', { name: option }).click()
  }
  const field = (name: RegExp): Locator => page.getByRole('textbox', { name })

  return {
    async open(): Promise<void> {
      await page.getByRole('link', { name: /^Preguntas y reclamaciones/ }).click()
      await expect(heading('Preguntas y reclamaciones')).toBeVisible()
    },

    /** Up to the last look before *Enviar*. */
    async fillIn(start: 'Nueva pregunta' | 'Nueva reclamación', claim: Claim): Promise<void> {
      await page.getByRole('link', { name: start }).or(button(start)).click()
      await this.write(claim)
    },

    choose: (topic: string): Promise<void> => choose(/^Tema/, new RegExp(`^${topic}`)),

    /** Past *¿Es una emergencia?*, and past a claim about it that is open already, to what is written. */
    async goOnFromEmergency(): Promise<void> {
      const another = button('Presentar otra')
      await button(/^Ya llamé/).click()
      await expect(another.or(field(/^Descripción/))).toBeVisible()
      if (await another.isVisible()) await another.click()
      await expect(field(/^Descripción/)).toBeVisible()
    },

    /** Of a high consumption, past a claim that is open already, to what is written. */
    async passOver(): Promise<void> {
      const [another, anyway] = [button('Presentar otra'), button('Presentar de todos modos')]
      await expect(another.or(anyway)).toBeVisible()
      if (await another.isVisible()) await another.click()
      await anyway.click()
      await expect(field(/^Descripción/)).toBeVisible()
    },

    /** What is typed, as far as it is given. */
    async fill({ text, reading, disputed }: Partial<Claim>): Promise<void> {
      if (reading !== undefined) await field(/^Lectura/).fill(reading)
      if (disputed !== undefined) await field(/^Importe que no reconoce/).fill(disputed)
      if (text !== undefined) await field(/^Descripción/).fill(text)
    },

    /** The fields of the form, with *Continuar* still to be touched. */
    async type({ topic, text, invoice, reading, disputed }: Claim): Promise<void> {
      await this.choose(topic)
      if (topic === HIGH) await this.passOver()
      if (invoice !== undefined) await choose(/^Factura/, new RegExp(invoice))
      await this.fill({ text, ...(reading !== undefined && { reading }), ...(disputed !== undefined && { disputed }) })
    },

    /** The same as `fillIn`, from the form. */
    async write(claim: Claim): Promise<void> {
      await this.type(claim)
      await button('Continuar').click()
      await expect(heading('Revise su solicitud')).toBeVisible()
    },

    /** Leaves the person on *Recibimos su solicitud*. */
    async fileClaim(claim: Claim): Promise<void> {
      await this.open()
      await this.fillIn('Nueva reclamación', claim)
      await button('Enviar').click()
      await expect(heading('Recibimos su solicitud')).toBeVisible()
    },

    /** The folio on *Recibimos su solicitud*. */
    async folio(): Promise<string> {
      const text = page.getByText(/^[A-Z0-9]{2,6}-\d{8}-\d{5}$/).first()
      await expect(text).toBeVisible()
      return text.innerText()
    },

    /** Asks for a folio from the first screen. */
    async lookUp(folio: string): Promise<void> {
      await page.getByRole('link', { name: /^Consultar folio/ }).click()
      await field(/^Folio/).fill(folio)
      await button(/^Consultar/).click()
    },

    /** One of those filed. */
    row: (folio: string): Locator => page.getByRole('listitem').filter({ hasText: folio }),
  }
}
