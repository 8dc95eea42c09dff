import { parentPort, workerData } from 'node:worker_threads'
import { createApiClient } from '../api/client.ts'
import { systemClock as clock } from '../clock.ts'
import { keepInStep } from './keeping.ts'
import type { FetchWorkerData, Order, Report, WriteAnswer, WriteRequest } from './messages.ts'
import { createWorkerLog } from './workerLog.ts'

/** Reads the feed, validates its pages and sends their rows to the write worker. */
const main = parentPort
if (!main) throw new Error('runs in a worker thread')
const { api: settings, writer: port } = workerData as FetchWorkerData
const report = (message: Report): void => main.postMessage(message)
const log = createWorkerLog(report)

const waiting: ((answer: WriteAnswer) => void)[] = []
port.on('message', (answer: WriteAnswer) => waiting.shift()?.(answer))
const writer = (request: WriteRequest): Promise<WriteAnswer> =>
  new Promise((resolve) => {
    waiting.push(resolve)
    port.postMessage(request, request.kind === 'batch' ? [request.batch.kinds.buffer as ArrayBuffer] : [])
  })

const keeping = keepInStep({
  openApi: (onHeard) => createApiClient({ ...settings, log, clock, onHeard }),
  writer,
  clock,
  random: Math.random,
  log,
  onOnline: (online) => report({ kind: 'online', online }),
})

main.on('message', ({ kind }: Order) => keeping[kind]())

await keeping.ended
port.close()
main.close()
