import { NONCE_PLACEHOLDER } from './policy.ts'

/** Where the page of a kiosk that is out of order stands. */
export const SAFE_SCREEN_PATH = '/fuera-de-servicio'

const page = (title: string, heading: string, text: string): string => `<!doctype html>
<html lang="es" translate="no">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style nonce="${NONCE_PLACEHOLDER}">
html { height: 100% }
body { min-height: 100%; margin: 0; display: grid; place-content: center; padding: 6vmin; box-sizing: border-box;
  background: #f6f4ef; color: #14262b; font: 400 28px/1.5 'Atkinson Hyperlegible Next', 'DejaVu Sans', sans-serif; text-align: center }
h1 { font-size: 48px; line-height: 1.2; margin: 0 0 24px; color: #07505a }
p { margin: 0; max-width: 26em }
</style>
</head>
<body><main><h1>${heading}</h1><p>${text}</p></main></body>
</html>
`

/** Shown when the screen broke down again and again. Plain HTML: nothing in it can fail. */
export const safeScreen = page('Fuera de servicio', 'Este equipo está fuera de servicio por el momento', 'Pida ayuda en el mostrador.')

/** For whoever is not the kiosk's own browser. */
export const refusedPage = page('Acceso denegado', 'Acceso denegado', 'Esta dirección es solo para la pantalla de este equipo.')

/** For whoever opens an address whose token is spent or too old. */
export const expiredPage = page(
  'Dirección vencida',
  'Esta dirección ya no sirve',
  'Esta dirección es solo para la pantalla de este equipo. Sirve una sola vez y durante un minuto. Para otra, envíe la señal SIGUSR2 al programa, como dice la terminal donde se inició: allí aparece la dirección nueva.',
)

export const notFoundPage = page('No existe', 'Esta página no existe', 'Vuelva al inicio.')
