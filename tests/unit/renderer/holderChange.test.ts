import { describe, expect, it } from 'vitest'
import { useHolderForm } from '../../../renderer/stores/holderForm.ts'
import { failure } from '../../../shared/result.ts'
import { sampleAccount } from '../../fakes/kioskSamples.ts'
import { sampleReconnection, sampleSupply } from '../../fakes/supplySamples.ts'
import { choose, combobox, field, fill, submit } from './formOnScreen.ts'
import { settled } from './mountScreen.ts'
import { filed, formId, heading, open, privacyNotice } from './supplyOnScreen.ts'

describe('Cambio de titular', () => {
  async function name(number = 'HEGG560427MVZRRL04'): Promise<void> {
    fill('Nombre', 'Ana')
    fill('Apellido paterno', 'Méndez')
    await choose('Tipo de documento', 'CURP')
    fill('Número de documento', number)
    await submit()
  }

  it('asks of a person what is needed, field by field', async () => {
    const shown = await open('titular')
    await submit()
    expect(heading(shown)).toBe('Cambio de titular')
    const wrong = [...document.querySelectorAll('.wrong label, .wrong .label')].map(({ textContent }) => textContent)
    expect(wrong).toEqual(['Nombre', 'Apellido paterno', 'Tipo de documento', 'Número de documento'])
    expect(document.activeElement).toBe(field('Nombre'))
  })

  it('asks no company for family names, nor for a document when there is only one', async () => {
    const shown = await open('titular')
    fill('Nombre', 'Ana')
    shown.button('Empresa').click()
    await settled()
    expect(shown.button('Empresa').getAttribute('aria-pressed')).toBe('true')
    for (const label of ['Nombre', 'Apellido paterno', 'Apellido materno']) expect(() => field(label)).toThrow()
    expect(combobox('Tipo de documento').textContent).toContain('RFC')
    fill('Nombre de la empresa', 'Hotel Sol, S.A.')
    fill('Número de documento', 'HSO010203AB1')
    await submit()
    expect(heading(shown)).toBe('Revise su solicitud')
    fill('Correo electrónico', 'ana@correo.com')
    fill('Teléfono', '81 8340 0000')
    await submit()
    expect(filed(shown)).toEqual([
      {
        kind: 'holderChange',
        accountId: 'a1',
        formId,
        holderKind: 'company',
        givenNames: '',
        familyName: '',
        secondFamilyName: '',
        companyName: 'Hotel Sol, S.A.',
        documentType: 'RFC',
        documentNumber: 'HSO010203AB1',
        email: 'ana@correo.com',
        phone: '81 8340 0000',
        effectiveOn: '21/11/2026',
        privacyNotice,
      },
    ])
    expect(shown.router.currentRoute.value.path).toBe('/cuenta/reclamaciones/recibida/c1')
  })

  it('keeps what was typed for a person while a company is chosen, and takes nothing of it for the company', async () => {
    const shown = await open('titular')
    fill('Nombre', 'Ana')
    fill('Número de documento', 'HEGG560427MVZRRL04')
    await settled()
    shown.button('Empresa').click()
    await settled()
    expect(field('Número de documento').value).toBe('')
    await submit()
    expect(shown.words()).toContain('Falta este dato.')
    fill('Número de documento', 'HSO010203AB1')
    await settled()
    expect(field('Número de documento').closest('.wrong')).toBeNull()
    shown.button('Persona').click()
    await settled()
    expect(field('Nombre').value).toBe('Ana')
    expect(field('Número de documento').value).toBe('HEGG560427MVZRRL04')
  })

  it('leads from the last name on to the document', async () => {
    const shown = await open('titular')
    const enter = (name: string) => field(name).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    enter('Apellido materno')
    expect(document.activeElement).toBe(combobox('Tipo de documento'))
    shown.button('Empresa').click()
    await settled()
    enter('Nombre de la empresa')
    expect(document.activeElement).toBe(combobox('Tipo de documento'))
  })

  it('stops at the choice of the document with *Siguiente* too, and types behind it', async () => {
    const shown = await open('titular')
    field('Apellido materno').focus()
    shown.button('Siguiente').click()
    expect(document.activeElement).toBe(combobox('Tipo de documento'))
    shown.button('a').click()
    await settled()
    expect(document.activeElement).toBe(field('Número de documento'))
    expect(field('Apellido materno').value).toBe('')
  })

  it('says for which account, what is owed, and that another holder was asked for already', async () => {
    const asked = { ...sampleReconnection, kind: 'holderChange' as const, state: 'received' as const }
    const shown = await open('titular', { totalOwed: 128_450, requests: [sampleReconnection, asked] })
    expect(shown.words()).toContain('Cuenta 40989917-7')
    expect(shown.words()).toContain('Quedan $1,284.50 por pagar.')
    expect(shown.words()).toContain('Ya lo pidió el 21 de noviembre de 2026; su folio es K07-20261121-00436.Recibida')
    expect(shown.words()).not.toContain('Ya la pidió')
    await name()
    expect(heading(shown)).toBe('Revise su solicitud')
    expect(shown.words()).toContain('Cuenta 40989917-7')
  })

  it('shows for a last look what will be filed', async () => {
    const shown = await open('titular')
    fill('Apellido materno', '-')
    await name('hegg 560427\u200Bmvzrrl04')
    expect(shown.words()).toContain('CURP HEGG 560427MVZRRL04')
    expect(shown.screen.get('.name').text()).toBe('Ana Méndez')
  })

  it('begins today, also when midnight has passed meanwhile, unless another day was chosen', async () => {
    const shown = await open('titular')
    await name()
    fill('Correo electrónico', 'ana@correo.com')
    fill('Teléfono', '81 8340 0000')
    shown.kiosk.answer('supply.show', sampleSupply(sampleAccount, { today: '2026-11-22' }))
    await submit()
    expect(filed(shown)).toMatchObject([{ effectiveOn: '22/11/2026' }])
  })

  it('keeps a day that was chosen when the date of the zone changes', async () => {
    const shown = await open('titular')
    await name()
    fill('A partir de', '25/11/2026')
    shown.kiosk.answer('supply.show', sampleSupply(sampleAccount, { today: '2026-11-22' }))
    shown.kiosk.emit('requests.changed', {})
    await settled()
    expect(field('A partir de').value).toBe('25/11/2026')
  })

  it('lets a touched day be replaced by eight touches', async () => {
    const shown = await open('titular')
    await name()
    const day = field('A partir de')
    day.focus()
    day.click()
    for (const digit of '01122026') shown.button(digit).click()
    await settled()
    expect(day.value).toBe('01/12/2026')
  })

  it('warns of a day that is more than a year away, and lets go on', async () => {
    const shown = await open('titular')
    await name()
    expect(shown.words()).not.toContain('más de un año')
    fill('A partir de', '31/12/2062')
    await settled()
    expect(shown.screen.get('[role=status]:has(.doubt)').text()).toContain('Falta más de un año para ese día.')
    fill('Correo electrónico', 'ana@correo.com')
    fill('Teléfono', '81 8340 0000')
    await submit()
    expect(filed(shown)).toMatchObject([{ effectiveOn: '31/12/2062' }])
  })

  it('warns of a number that looks mistyped, and lets go on', async () => {
    const shown = await open('titular')
    await name('HEGG560427MVZRRL05')
    expect(heading(shown)).toBe('Revise su solicitud')
    expect(shown.words()).toContain('CURP HEGG560427MVZRRL05')
    expect(shown.words()).toContain('alguna no coincide')
    fill('Correo electrónico', 'ana@correo.com')
    fill('Teléfono', '81 8340 0000')
    await submit()
    expect(filed(shown)).toMatchObject([{ holderKind: 'person', documentNumber: 'HEGG560427MVZRRL05', secondFamilyName: '' }])
  })

  it('says the day in words, in the zone’s own way of writing it', async () => {
    const shown = await open('titular')
    await name()
    expect(shown.words()).not.toContain('alguna no coincide')
    expect(field('A partir de').value).toBe('21/11/2026')
    fill('A partir de', '1/12/2026')
    await settled()
    expect(shown.words()).toContain('Será el 1 de diciembre de 2026.')
    fill('A partir de', 'ma')
    await settled()
    expect(shown.words()).toContain('Día, mes y año, por ejemplo 21/11/2026.')
  })

  it('shows what the main process finds wrong where it can be mended', async () => {
    const shown = await open('titular')
    await name()
    shown.kiosk.answer('requests.file', failure({ code: 'invalid-fields', fields: [{ field: 'effectiveOn', problem: 'date-past', day: '2026-11-22' }] }))
    await submit()
    expect(heading(shown)).toBe('Revise su solicitud')
    expect(shown.words()).toContain('Ese día ya pasó. Puede pedirlo a partir del 22 de noviembre de 2026.')
    expect(document.activeElement).toBe(field('A partir de'))
    shown.kiosk.answer('requests.file', failure({ code: 'invalid-fields', fields: [{ field: 'documentType', problem: 'unknown-document' }] }))
    await submit()
    expect(heading(shown)).toBe('Cambio de titular')
    expect(shown.words()).toContain('Elija un documento de la lista.')
    expect(field('Nombre').value).toBe('Ana')
  })

  it('keeps what is typed within the visit, and nothing of it after', async () => {
    const shown = await open('titular')
    await name()
    const form = useHolderForm()
    expect(form.draft.givenNames).toBe('Ana')
    shown.kiosk.emit('session.ended', { reason: 'idle' })
    expect(form.draft).toMatchObject({ givenNames: '', documentNumber: '', effectiveOn: '' })
  })
})
