import { parentPort, workerData } from 'node:worker_threads'
import { startSandbox } from './server.ts'

/** The sandbox in a thread of its own, so that inventing data never delays whoever uses it. `workerData` is `{ accounts, port }`. */
const { accounts, port } = workerData as { accounts?: number; port?: number }
const { url, clientId, clientSecret } = await startSandbox({ accounts, port })
parentPort?.postMessage({ url, clientId, clientSecret })
