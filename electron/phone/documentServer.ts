import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer as createHttpServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { Clock } from '../clock.ts'
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
  file: ServedFile
  /** Of the page. */
  language: string
  clock: Clock
  /** A phone shows the page. */
  onOpened(): void
  /** Before each time that the bytes are sent; with `false` they are not. */
  onFetch(): boolean
  /** They are sent. */
  onFetched(): void
}

export interface DocumentServer {
  /** The page's address, which nobody can guess. */
  url: string
  close(): Promise<void>
}

const LIMITS = { maxHeaderSize: 8 * 1024, headersTimeout: 5_000, requestTimeout: 5_000, keepAliveTimeout: 1_000 }
const MOST_CONNECTIONS = 20
/** For a slow phone in a busy network. */
const SOCKET_TIMEOUT = 60_000

/** Serves one file at one address, and nothing else. Rejects where the address or the port cannot be had. */
export async function serveDocument(serving: Serving): Promise<DocumentServer> {
  const path = `/${randomBytes(32).toString('base64url')}`
  const server = createServer(serving.settings, createAnswering(serving, path))
  server.maxConnections = MOST_CONNECTIONS
  server.setTimeout(SOCKET_TIMEOUT)
  const { address, port } = serving.settings
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, address, resolve))
  return {
    url: originOf(serving.settings) + path,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function createServer(settings: PhoneSettings, answer: RequestListener): Server {
  const certificate = readCertificate(settings)
  return certificate ? createHttpsServer({ ...LIMITS, ...certificate }, answer) : createHttpServer(LIMITS, answer)
}

/** The phone that opens the page first is the one that may have the file: who photographs the screen later has nothing. */
function createAnswering({ settings, file, language, clock, ...told }: Serving, path: string): RequestListener {
  const host = new URL(originOf(settings)).host
  const isWithinLimit = createRequestLimit(clock)
  let phone: string | null = null

  return (request, response) => {
    const from = request.socket.remoteAddress ?? ''
    if (!isWithinLimit(from)) return answer(response, 429)
    if (request.headers.host !== host) return answer(response, 421)
    const wanted = wantedOf(request, path)
    if (wanted === null) return answerPage(response, 404, gonePage(language))
    if (phone !== null && phone !== from) return answerPage(response, 403, takenPage(language))
    if (wanted === 'page') {
      if (phone === null) told.onOpened()
      phone = from
      return answerPage(response, 200, documentPage(language, file.fileName, `${path}/file`))
    }
    // Whoever asks for the file without the page is no person who read it.
    if (phone === null) return answerPage(response, 404, gonePage(language))
    if (!told.onFetch()) return answer(response, 503)
    response.once('finish', told.onFetched)
    answerFile(response, file)
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
