import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer as createHttpServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { Clock } from '../clock.ts'
import { logBug, type Log } from '../log/log.ts'
import { limitConnections } from './connections.ts'
import { documentPage, gonePage, phoneHeaders, takenPage } from './phonePages.ts'
import { originOf, readCertificate, type PhoneSettings } from './phoneSettings.ts'
import { createRequestLimit } from './requestLimit.ts'

export interface ServedFile {
  fileName: string
  mediaType: string
  bytes: Uint8Array
}

interface Serving {
  settings: PhoneSettings
  /** As of `secretPath`. */
  path: string
  file: ServedFile
  /** Of the page. */
  language: string
  clock: Clock
  log: Log
  /** A phone shows the page. */
  onOpened(): void
  /** Before each time that the bytes are sent; with `false` they are not. */
  onFetch(): boolean
  /** They are sent. */
  onFetched(): void
}

export interface DocumentServer {
  /** Nothing is answered from now on; ends at once, whatever a phone is doing. */
  close(): Promise<void>
  /** The bytes are on their way to a phone. */
  isSending(): boolean
}

const LIMITS = { maxHeaderSize: 8 * 1024, headersTimeout: 5_000, requestTimeout: 5_000, connectionsCheckingInterval: 1_000 }
const HANDSHAKE_TIMEOUT = 5_000
/** For a slow phone in a busy network. */
const SOCKET_TIMEOUT = 60_000

/** A path that nobody can guess. */
export const secretPath = (): string => `/${randomBytes(32).toString('base64url')}`

/** Serves one file behind one path, and nothing else. Rejects where the certificate, the address or the port cannot be had. */
export async function serveDocument(serving: Serving): Promise<DocumentServer> {
  const { settings, log } = serving
  const answering = createAnswering(serving)
  let closed = false
  const server = createServer(settings, (request, response) => {
    if (closed) return void request.socket.destroy()
    try {
      answering.answer(request, response)
    } catch (error) {
      logBug(log, 'phone', error)
      if (!response.headersSent) answer(response, 500)
    }
  })
  server.setTimeout(SOCKET_TIMEOUT)
  const connections = limitConnections(server)
  await listen(server, settings)
  server.on('error', (error) => logBug(log, 'phone', error))
  return {
    isSending: answering.isSending,
    close() {
      closed = true
      const ended = new Promise<void>((resolve) => server.close(() => resolve()))
      connections.destroy()
      return ended
    },
  }
}

function createServer(settings: PhoneSettings, answer: RequestListener): Server {
  const certificate = readCertificate(settings)
  if (!certificate) return createHttpServer(LIMITS, answer)
  return createHttpsServer({ ...LIMITS, handshakeTimeout: HANDSHAKE_TIMEOUT, ...certificate }, answer)
}

function listen(server: Server, { address, port }: PhoneSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, address, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** The phone that opens the page first is the one that may have the file: who photographs the screen later has nothing. */
function createAnswering({ settings, path, file, language, clock, ...events }: Serving): { answer: RequestListener; isSending(): boolean } {
  const host = new URL(originOf(settings)).host
  const isWithinLimit = createRequestLimit(clock)
  const sending = new Set<ServerResponse>()
  let phone: string | null = null

  function send(response: ServerResponse): void {
    if (!events.onFetch()) return answer(response, 503)
    sending.add(response)
    response.once('close', () => sending.delete(response)).once('finish', events.onFetched)
    answerFile(response, file)
  }
  return {
    isSending: () => sending.size > 0,
    answer(request, response) {
      const from = request.socket.remoteAddress ?? ''
      if (!isWithinLimit(from)) return answer(response, 429)
      if (request.headers.host !== host) return answer(response, 421)
      const wanted = wantedOf(request, path)
      if (wanted === null) return answerPage(response, 404, gonePage(language))
      if (phone !== null && phone !== from) return answerPage(response, 403, takenPage(language))
      if (wanted === 'page') {
        if (phone === null) events.onOpened()
        phone = from
        return answerPage(response, 200, documentPage(language, file.fileName, `${path}/file`))
      }
      // Whoever asks for the file without the page is no person who read it.
      if (phone === null) return answerPage(response, 404, gonePage(language))
      send(response)
    },
  }
}

/** What a request asks for; null for everything that is not served. */
function wantedOf({ method, url = '' }: IncomingMessage, path: string): 'page' | 'file' | null {
  if (method !== 'GET') return null
  if (isSame(url, path)) return 'page'
  return isSame(url, `${path}/file`) ? 'file' : null
}

/** In the same time wherever they differ. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}

const answer = (response: ServerResponse, status: number): void => void response.writeHead(status, { ...phoneHeaders, 'content-length': 0 }).end()

function answerPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { ...phoneHeaders, 'content-type': 'text/html; charset=utf-8', 'content-length': Buffer.byteLength(html) }).end(html)
}

/** RFC 6266: the name in UTF-8, as the phone shall keep it. */
function answerFile(response: ServerResponse, { fileName, mediaType, bytes }: ServedFile): void {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`
  response.writeHead(200, { ...phoneHeaders, 'content-type': mediaType, 'content-length': bytes.byteLength, 'content-disposition': disposition }).end(bytes)
}
