import type { PageFiles } from './files.ts'
import { expiredPage, notFoundPage, refusedPage, SAFE_SCREEN_PATH, safeScreen } from './plainPages.ts'
import { NONCE_PLACEHOLDER, newNonce, securityHeaders } from './policy.ts'

/** An answer of either shell: the loopback server writes it, Electron's protocol wraps it. */
export interface SiteAnswer {
  status: number
  headers: Record<string, string>
  body: Buffer | string
}

/** Answers a path exactly as it was sent: `/` is the page, every other must be a file of it, letter by letter. */
export function answerPath(files: PageFiles, path: string): SiteAnswer {
  if (path === SAFE_SCREEN_PATH) return html(200, safeScreen)
  const name = path === '/' ? '/index.html' : path
  const file = files.get(name)
  if (!file) return notFound()
  if (file.type.startsWith('text/html')) return html(200, file.bytes.toString('utf8'))
  // Vite puts a hash into these names: what a name holds never changes.
  const caching = name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
  return { status: 200, headers: { ...securityHeaders(), 'content-type': file.type, 'cache-control': caching }, body: file.bytes }
}

/** The answer to whoever is not the kiosk's own page. */
export const refused = (): SiteAnswer => html(403, refusedPage)

/** The answer to whoever opens the start address with a token that is spent, too old, missing or none of ours. */
export const expired = (): SiteAnswer => html(403, expiredPage)

export const notFound = (): SiteAnswer => html(404, notFoundPage)

function html(status: number, text: string): SiteAnswer {
  const nonce = newNonce()
  return {
    status,
    headers: { ...securityHeaders(nonce), 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body: text.replaceAll(NONCE_PLACEHOLDER, nonce),
  }
}
