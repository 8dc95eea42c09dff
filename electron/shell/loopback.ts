import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { BRIDGE_PATH, LONGEST_FRAME } from '../../shared/contract/wire.ts'
import type { Application } from '../application.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import { createAdmission, type Admission } from './admission.ts'
import type { PageFiles } from './files.ts'
import type { Departure } from './pageSocket.ts'
import { createSinglePageGuard, type SinglePageGuard } from './singlePageGuard.ts'
import { answerPath, expired, refused, type SiteAnswer } from './site.ts'

/** The browser shell's server, on 127.0.0.1 only. */
export interface Loopback {
  /** The address of a path with a new one-time token; whatever browser was admitted before no longer is, and its visit ends. */
  address(path?: string): string
  stop(): Promise<void>
}

export interface LoopbackParts {
  port: number
  files: PageFiles
  application: Application
  clock: Clock
  log: Log
  onArrival?(): void
  onDeparture?(departure: Departure): void
}

/** Rejects when the port cannot be had. */
export async function startLoopback(parts: LoopbackParts): Promise<Loopback> {
  const admission = createAdmission(parts.clock)
  const pageGuard = createSinglePageGuard(parts)
  const server = createServer({ maxHeaderSize: 8 * 1024, headersTimeout: 10_000, requestTimeout: 10_000 })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(parts.port, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_FRAME, perMessageDeflate: false })
  server.on('request', (request, response) => respond(response, answer(request, host, admission, parts.files)))
  server.on('upgrade', (request, socket, head) => {
    if (!mayOpenBridge(request, host, admission)) return refuseUpgrade(socket)
    sockets.handleUpgrade(request, socket, head, (page) => {
      // A frame that is too long or broken: ws closes the socket with the right code by itself.
      page.on('error', (error) => parts.log.warn({ err: error }, 'invalid WebSocket frame from page: connection closed'))
      void pageGuard.offer(page)
    })
  })
  return {
    address(path = '/') {
      pageGuard.clear()
      return `http://${host}${path}?token=${admission.issueToken()}`
    },
    stop: () => stop(server, pageGuard, sockets.clients),
  }
}

function stop(server: ReturnType<typeof createServer>, pageGuard: SinglePageGuard, open: Set<WebSocket>): Promise<void> {
  pageGuard.clear()
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
    for (const socket of open) socket.terminate()
  })
}

function answer(request: IncomingMessage, host: string, admission: Admission, files: PageFiles): SiteAnswer {
  if (!isOurs(request, host) || request.method !== 'GET') return refused()
  const [path = '', query = ''] = (request.url ?? '').split('?', 2)
  if (admission.holds(cookieOf(request, host))) return answerPath(files, path)
  const cookie = admission.exchange(new URLSearchParams(query).get('token') ?? '')
  // The start address, its token spent or left out: whoever set the kiosk up may be at a loss.
  if (cookie === null) return path === '/' ? expired() : refused()
  const answered = answerPath(files, path)
  const attributes = `Path=/; HttpOnly; SameSite=Strict`
  return { ...answered, headers: { ...answered.headers, 'set-cookie': `${cookieName(host)}=${cookie}; ${attributes}` } }
}

/** Asked for by our own page or typed into the address bar: not by another site, not through another name, not for a frame. */
function isOurs(request: IncomingMessage, host: string): boolean {
  const site = request.headers['sec-fetch-site'] ?? 'none'
  const destination = String(request.headers['sec-fetch-dest'] ?? '')
  const framed = ['frame', 'iframe', 'embed', 'object'].includes(destination)
  return request.headers.host === host && !framed && (site === 'none' || site === 'same-origin')
}

function mayOpenBridge(request: IncomingMessage, host: string, admission: Admission): boolean {
  const { origin } = request.headers
  const named = request.headers.host === host && origin === `http://${host}`
  return named && request.url === BRIDGE_PATH && admission.holds(cookieOf(request, host))
}

/** Cookies know no ports: with the port in its name, another server of this machine has its own. */
const cookieName = (host: string): string => `ventanilla-${host.split(':')[1]}`

function cookieOf(request: IncomingMessage, host: string): string | undefined {
  const prefix = `${cookieName(host)}=`
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length)
}

function respond(response: ServerResponse, { status, headers, body }: SiteAnswer): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body)
}

function refuseUpgrade(socket: Duplex): void {
  socket.on('error', () => socket.destroy())
  socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
}
