import { createHash } from 'node:crypto'
import { phoneWords } from './phoneWords.ts'

const STYLE = `:root{color-scheme:light dark}body{margin:0;padding:10vmin 6vmin;font:400 20px/1.5 system-ui,sans-serif;max-width:30em;margin-inline:auto}
h1{font-size:1.5em;line-height:1.2}p{overflow-wrap:anywhere}a{display:block;padding:1em;border-radius:.6em;background:#07505a;color:#fff;font-weight:700;text-align:center;text-decoration:none}`

/** What every answer carries: nothing is kept, framed, guessed or loaded from elsewhere. */
export const phoneHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex',
  connection: 'close',
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')

const page = (language: string, heading: string, body: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${heading}</title><style>${STYLE}</style></head><body><h1>${heading}</h1>${body}</body></html>`

/** The page that the QR leads to. */
export function documentPage(language: string, fileName: string, path: string): string {
  const { lang, words } = phoneWords(language)
  return page(lang, words.heading, `<p>${escaped(fileName)}</p><p><a href="${path}" download>${words.download}</a></p><p>${words.soon}</p>`)
}

/** For a second phone. */
export function takenPage(language: string): string {
  const { lang, words } = phoneWords(language)
  return page(lang, words.heading, `<p>${words.taken}</p>`)
}

/** For every other address, of which nothing is said. */
export function gonePage(language: string): string {
  const { lang, words } = phoneWords(language)
  return page(lang, words.heading, `<p>${words.gone}</p>`)
}
