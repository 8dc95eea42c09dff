import { createVuetify } from 'vuetify'

const COLOURS = { background: '--paper', surface: '--card', primary: '--accent', error: '--bad', success: '--good', warning: '--now' }

/** Vuetify with the colours of `tokens.css`, which stays their only home. */
export function createTheme(page: Document) {
  const tokens = getComputedStyle(page.documentElement)
  const colours = Object.entries(COLOURS).map(([name, token]) => [name, tokens.getPropertyValue(token).trim()] as const)
  const nonce = page.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
  return createVuetify({
    theme: {
      defaultTheme: 'utility',
      ...(nonce && { cspNonce: nonce }),
      themes: { utility: { dark: false, colors: Object.fromEntries(colours.filter(([, colour]) => colour !== '')) } },
    },
  })
}
