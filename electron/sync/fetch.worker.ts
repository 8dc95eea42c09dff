import { parentPort, workerData } from 'node:worker_threads'
import { createApiClient } from '../api/client.ts'
import { systemClock } from '../clock.ts'
import { followFeed } from './following.ts'
import type { FetchWorkerData, Order, Report, WriteAnswer, WriteRequest } from './messages.ts'
import { createWorkerLog } from './workerLog.ts'

/** Asks the utility and judges what it answers; hands rows to the write worker. */
const main = parentPort
if (!main) throw new Error('runs in a worker thread')
const { api: settings, writer: port } = workerData as FetchWorkerData
const report = (message: Report): void => main.postMessage(message)
const log = createWorkerLog(report)
const api = createApiClient({ ...settings, log, clock: systemClock })

const waiting: ((answer: WriteAnswer) => void)[] = []
port.on('message', (answer: WriteAnswer) => waiting.shift()?.(answer))
const writer = (request: WriteRequest): Promise<WriteAnswer> =>
  new Promise((resolve) => {
    waiting.push(resolve)
    port.postMessage(request, request.kind === 'batch' ? [request.batch.kinds.buffer as ArrayBuffer] : [])
  })

const following = followFeed({ api, writer, clock: systemClock, log, onOnline: (online) => report({ kind: 'online', online }) })

main.on('message', (order: Order) => {
  if (order === 'poke') return following.poke()
  following.stop()
  void api.close()
})

await following.ended
port.close()
main.close()
