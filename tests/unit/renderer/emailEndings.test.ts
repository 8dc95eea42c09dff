import { describe, expect, it } from 'vitest'
import { endEmail, endingsOf } from '../../../renderer/ui/typing/emailEndings.ts'
import SignInView from '../../../renderer/views/SignInView.vue'
import { countryOf } from '../../../renderer/zones/country.ts'
import { readEmail } from '../../../shared/domain/email.ts'
import { sampleDescription, sampleZones } from '../../fakes/kioskSamples.ts'
import { mountScreen, settled } from './mountScreen.ts'

/** What stands in a field after a touch on each of these, and where the caret is. */
function after(typed: string, ...touched: string[]): { value: string; caret: number | null } {
  const field = document.createElement('input')
  field.value = typed
  for (const ending of touched) endEmail(field, ending)
  return { value: field.value, caret: field.selectionStart }
}

describe('a touch on what ends an address', () => {
  it.each([
    ['ana', '@gmail.com', 'ana@gmail.com'],
    ['ana@', '@gmail.com', 'ana@gmail.com'],
    ['ana@hotmial.co', '@hotmail.com', 'ana@hotmail.com'],
    ['ana@gmail.com', '@adinet.com.uy', 'ana@adinet.com.uy'],
    ['ana@empresa', '.mx', 'ana@empresa.mx'],
    ['ana@empresa.', '.com.uy', 'ana@empresa.com.uy'],
    ['ana@empresa.co', '.com', 'ana@empresa.com'],
    ['ana@prodigy.net', '.mx', 'ana@prodigy.net.mx'],
    ['ana@empresa.com', '.com.uy', 'ana@empresa.com.uy'],
    ['ana@empresa.com.uy', '.com', 'ana@empresa.com'],
    ['ana@mail.empresa', '.mx', 'ana@mail.empresa.mx'],
    ['ana@mail.empresa.mx', '.com', 'ana@mail.empresa.com'],
    // Nothing to replace yet: it is written as it is.
    ['ana', '.com', 'ana.com'],
  ])('%s, %s: %s', (typed, ending, value) => {
    expect(after(typed, ending)).toEqual({ value, caret: value.length })
  })

  it('two of them one after the other are one ending where there is such, and either takes the place of both', () => {
    expect(after('ana@empresa', '.com', '.mx').value).toBe('ana@empresa.com.mx')
    expect(after('ana@empresa', '.com', '.mx', '.mx').value).toBe('ana@empresa.mx')
  })

  it('with no name yet, the name is typed before it', () => {
    expect(after('', '@gmail.com')).toEqual({ value: '@gmail.com', caret: 0 })
  })

  it('puts no more than the field holds', () => {
    const field = document.createElement('input')
    field.maxLength = 10
    field.value = 'anamendez'
    endEmail(field, '@gmail.com')
    expect(field.value).toBe('anamendez')
  })
})

it('each country has its own, every one of which ends an address', () => {
  const of = (name: string) => endingsOf(countryOf(sampleZones.find((zone) => zone.name === name)!))
  expect(of('Monterrey')).toEqual({ providers: ['@gmail.com', '@hotmail.com', '@outlook.com'], endings: ['.com', '.mx'] })
  expect(of('Montevideo')).toEqual({ providers: ['@gmail.com', '@hotmail.com', '@adinet.com.uy'], endings: ['.com', '.com.uy'] })
  for (const country of ['mx', 'uy', 'br', '', 'ar']) {
    const { providers, endings } = endingsOf(country)
    for (const address of [...providers.map((provider) => `ana${provider}`), ...endings.map((ending) => `ana@empresa${ending}`)]) {
      expect(readEmail(address)).toMatchObject({ ok: true })
    }
  }
})

it('a zone is in the country of its locale, else of its money', () => {
  expect(countryOf(null)).toBe('')
  expect(countryOf({ locale: 'es', currency: 'UYU' })).toBe('uy')
  expect(countryOf({ locale: 'es', currency: 'MXN' })).toBe('mx')
  expect(countryOf({ locale: 'pt-BR', currency: 'BRL' })).toBe('br')
})

describe('the keys that end an address', () => {
  const keys = (): HTMLButtonElement[] => [...document.querySelectorAll<HTMLButtonElement>('[data-skbtn].ends')]
  const names = (): (string | null)[] => keys().map(({ textContent }) => textContent)

  it('are on the keyboard for an e-mail address, named by what they put, and reached by the keyboard as well', async () => {
    await mountScreen(SignInView, { visitor: true, path: '/sesion' })
    expect(names()).toEqual(['.com', '.mx', '@gmail.com', '@hotmail.com', '@outlook.com'])
    expect(keys().map(({ tabIndex }) => tabIndex)).toEqual([0, 0, 0, 0, 0])
    const login = document.querySelector<HTMLInputElement>('[data-keys=email]')!
    login.focus()
    login.value = 'ana@hot'
    keys().at(-2)!.click()
    await settled()
    expect([login.value, document.activeElement]).toEqual(['ana@hotmail.com', login])
    document.querySelector<HTMLInputElement>('[type=password]')!.focus()
    await settled()
    expect(keys()).toEqual([])
  })

  it('are those of the country whose zone was chosen', async () => {
    const zones = sampleZones.filter(({ name }) => name === 'Montevideo')
    await mountScreen(SignInView, { visitor: true, path: '/sesion', overrides: { 'kiosk.describe': { ...sampleDescription, zones, homeZoneId: 'mvd' } } })
    expect(names()).toEqual(['.com', '.com.uy', '@gmail.com', '@hotmail.com', '@adinet.com.uy'])
  })
})
