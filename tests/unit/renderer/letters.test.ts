import { describe, expect, it } from 'vitest'
import QuestionsView from '../../../renderer/views/QuestionsView.vue'
import RequestFormView from '../../../renderer/views/RequestFormView.vue'
import type { UiLocale } from '../../../renderer/i18n/languages.ts'
import { LONGEST_TEXT } from '../../../shared/domain/requestText.ts'
import { sampleAccount, sampleAnswers } from '../../fakes/kioskSamples.ts'
import { chooseHighConsumption } from './formOnScreen.ts'
import { mountScreen, settled } from './mountScreen.ts'

const open = (locale: UiLocale = 'es-MX', zoneLocale = 'es-MX') =>
  mountScreen(RequestFormView, {
    locale,
    path: '/cuenta/reclamaciones/nueva?tipo=reclamacion',
    overrides: {
      'account.invoices': {
        ...sampleAnswers['account.invoices'],
        account: { ...sampleAccount, conventions: { ...sampleAccount.conventions, locale: zoneLocale } },
      },
    },
  })
const text = (): HTMLTextAreaElement => document.querySelector('textarea') as HTMLTextAreaElement
const keys = (): HTMLButtonElement[] => [...document.querySelectorAll<HTMLButtonElement>('[data-skbtn]')]
const nameOf = (key: HTMLElement): string => key.getAttribute('aria-label') ?? key.textContent ?? ''
async function touch(...names: string[]): Promise<void> {
  for (const name of names) {
    const key = keys().find((button) => nameOf(button) === name)
    if (!key) throw new Error(`No key ${name} among ${keys().map(nameOf).join(' ')}`)
    key.click()
    await settled()
  }
}

describe('the keyboard for sentences', () => {
  it('writes Spanish with its accents, ñ, signs, capitals, spaces and lines', async () => {
    await open()
    text().focus()
    await touch('abre interrogación', 'Mayús.', 'A', 'ñ', 'o', 'espacio', 'm', 'á', 's', 'cierra interrogación', 'Otra línea', 'n', 'o', 'Borrar', 'punto')
    expect(text().value).toBe('¿Año más?\nn.')
  })

  it('says when *Mayús.* is on, and lets it go after one letter', async () => {
    await open()
    text().focus()
    const shift = (): string | null | undefined =>
      keys()
        .find((key) => nameOf(key) === 'Mayús.')
        ?.getAttribute('aria-pressed')
    expect(shift()).toBe('false')
    await touch('Mayús.')
    expect(shift()).toBe('true')
    await touch('Ñ')
    expect(shift()).toBe('false')
    await touch('Mayús.', 'Mayús.')
    expect(shift()).toBe('false')
  })

  it('writes where the caret stands, and goes on in the description should the focus have gone astray', async () => {
    await open()
    text().focus()
    await touch('s', 'í')
    text().setSelectionRange(0, 0)
    await touch('a')
    text().blur()
    await touch('b')
    expect(text().value).toBe('absí')
  })

  it('has the letters of Portuguese', async () => {
    await open('pt')
    text().focus()
    await touch('n', 'ã', 'o', 'espaço', 'ç', 'ê')
    expect(text().value).toBe('não çê')
  })

  it('stops at the longest text, and says before how much is left', async () => {
    const { words } = await open()
    expect(text().maxLength).toBe(LONGEST_TEXT)
    text().value = 'a'.repeat(LONGEST_TEXT - 1)
    text().dispatchEvent(new Event('input', { bubbles: true }))
    await settled()
    expect(words()).toContain('Queda 1 letra.')
    text().focus()
    await touch('b', 'c')
    expect(text().value).toHaveLength(LONGEST_TEXT)
    expect(words()).toContain('No cabe más.')
  })

  it.each([
    ['es-MX', 'punto'],
    ['es-UY', 'coma'],
  ])('writes a reading with the decimal sign of %s', async (zoneLocale, sign) => {
    await open('es-MX', zoneLocale)
    await chooseHighConsumption()
    const reading = document.querySelector('input') as HTMLInputElement
    reading.focus()
    await settled()
    expect(keys().map(nameOf)).toContain(sign)
    await touch('4', '2', 'Siguiente', 'Siguiente')
    expect(reading.value).toBe('42')
    expect(document.activeElement).toBe(text())
  })
})

describe('the keyboard to search with', () => {
  it('has the letters of the language, also when that is chosen while the field is there', async () => {
    const { screen } = await mountScreen(QuestionsView)
    screen.get<HTMLInputElement>('input').element.focus()
    await settled()
    await touch('ñ', 'í')
    expect(keys().map(nameOf)).not.toContain('ç')
    screen.vm.$i18n.locale = 'pt'
    await settled()
    expect(keys().map(nameOf)).toContain('ã')
    await touch('ç')
    expect(screen.get<HTMLInputElement>('input').element.value).toBe('ñíç')
  })
})
