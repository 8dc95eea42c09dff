import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { branch } from '../fakes/utility.ts'

/** A process of its own that serves pages from files as they are: `node pageServer.ts DIRECTORY`. Tells its port to its parent. */
const directory = process.argv[2] ?? '.'

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '', 'http://localhost')
  const send = (body: string | Buffer): void => void response.writeHead(200, { 'content-type': 'application/json' }).end(body)
  if (url.pathname === '/oauth/token') return send(JSON.stringify({ access_token: 't', token_type: 'Bearer', expires_in: 3600 }))
  if (url.pathname === '/v1/branch') return send(JSON.stringify({ ...branch, serverTime: '2026-11-21T16:42:00Z' }))
  const cursor = String(Number(url.searchParams.get('cursor') ?? 0))
  // After the last page there is nothing new.
  const nothing = JSON.stringify({ changes: [], cursor, hasMore: false, serverTime: '2026-11-21T16:42:00Z' })
  void readFile(join(directory, `${cursor}.json`)).then(send, () => send(nothing))
})
server.listen(0, '127.0.0.1', () => process.send?.(server.address()))
