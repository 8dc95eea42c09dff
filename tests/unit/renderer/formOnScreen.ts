import { settled } from './mountScreen.ts'

/** The input or text area that bears the label. */
export const field = (name: string): HTMLInputElement | HTMLTextAreaElement => {
  const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === name)
  const found = document.getElementById(label?.htmlFor ?? '')
  if (!(found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement)) throw new Error(`No field ${name}`)
  return found
}
export const combobox = (name: string): HTMLElement => {
  const label = [...document.querySelectorAll('.label')].find(({ textContent }) => textContent === name)
  return label?.parentElement?.querySelector<HTMLElement>('[role=combobox]') as HTMLElement
}
export const options = (name: string): HTMLElement[] => [...(combobox(name).parentElement?.querySelectorAll<HTMLElement>('[role=option]') ?? [])]
export const fill = (name: string, text: string): void => {
  field(name).value = text
  field(name).dispatchEvent(new Event('input', { bubbles: true }))
}
export async function choose(name: string, option: string): Promise<void> {
  combobox(name).click()
  options(name)
    .find(({ textContent }) => textContent?.startsWith(option))
    ?.click()
  await settled()
}
export const submit = async (): Promise<void> => {
  document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await settled()
}
/** The topic before which the data and the search for a leak are shown. */
export async function chooseHighConsumption(): Promise<void> {
  await choose('Tema', 'Consumo elevado')
  const file = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === 'Presentar de todos modos')
  file?.click()
  await settled()
}
