import { protocol, type Protocol } from 'electron'
import type { PageFiles } from './files.ts'
import { APP_SCHEME, isOwnAddress } from './origin.ts'
import { answerPath, notFound, refused } from './site.ts'

/** Must be called before the application is ready: makes the scheme a standard, secure one, so that it has an origin and a CSP. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
}

/** Serves the page's files, and nothing else, to the session that this `protocol` belongs to. */
export function servePageFiles(target: Pick<Protocol, 'handle'>, files: PageFiles): void {
  target.handle(APP_SCHEME, (request) => {
    const answer = request.method === 'GET' ? answerOwn(files, request.url) : refused()
    const body = typeof answer.body === 'string' ? answer.body : new Uint8Array(answer.body)
    return new Response(body, { status: answer.status, headers: answer.headers })
  })
}

function answerOwn(files: PageFiles, address: string) {
  return isOwnAddress(address) ? answerPath(files, new URL(address).pathname) : notFound()
}
