import type { Locator, Page } from '@playwright/test'
import { counter } from './counterPage.ts'
import { expect } from './patience.ts'

interface NewHolder {
  givenNames: string
  familyName: string
  secondFamilyName?: string
  document: string
  number: string
}

interface NewCompany {
  companyName: string
  number: string
}

/** *Solicitudes de suministro* as the person sees it, from *Mi cuenta* on. */
export function supply(page: Page) {
  const { heading, button } = counter(page)
  const field = (name: RegExp): Locator => page.getByRole('textbox', { name })

  return {
    field,
    kind: (name: 'Persona' | 'Empresa'): Locator => button(name),
    /** One of those filed. */
    row: (folio: string): Locator => page.getByRole('listitem').filter({ hasText: folio }),

    async open(): Promise<void> {
      await page.getByRole('link', { name: /^Solicitudes de suministro/ }).click()
      await expect(heading('Solicitudes de suministro')).toBeVisible()
    },

    async begin(what: 'Reconexión' | 'Cambio de titular'): Promise<void> {
      await page.getByRole('link', { name: new RegExp(`^${what}`) }).click()
      await expect(heading(what)).toBeVisible()
    },

    async choose(name: RegExp, option: string): Promise<void> {
      await page.getByRole('combobox', { name }).click()
      await page.getByRole('option', { name: option }).click()
    },

    async writeReconnection({ reason, phone, notes = '' }: { reason: string; phone: string; notes?: string }): Promise<void> {
      await this.choose(/^Motivo/, reason)
      await field(/^Teléfono/).fill(phone)
      await field(/^Notas/).fill(notes)
    },

    /** With *Continuar* still to be touched. */
    async writePerson({ givenNames, familyName, secondFamilyName = '', document, number }: NewHolder): Promise<void> {
      await field(/^Nombre/).fill(givenNames)
      await field(/^Apellido paterno/).fill(familyName)
      await field(/^Apellido materno/).fill(secondFamilyName)
      await this.choose(/^Tipo de documento/, document)
      await field(/^Número de documento/).fill(number)
    },

    async writeCompany({ companyName, number }: NewCompany): Promise<void> {
      await this.kind('Empresa').click()
      await field(/^Nombre de la empresa/).fill(companyName)
      await field(/^Número de documento/).fill(number)
    },

    async goOn(): Promise<void> {
      await button('Continuar').click()
      await expect(heading('Revise su solicitud')).toBeVisible()
    },

    async send(): Promise<void> {
      await button('Enviar').click()
      await expect(heading('Recibimos su solicitud')).toBeVisible()
    },
  }
}
