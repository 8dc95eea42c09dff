import { parentPort, workerData } from 'node:worker_threads'
import { MAIL_PATH } from './routes/mailPage.ts'
import { type SandboxOptions, startSandbox } from './server.ts'

/** The sandbox in a thread of its own, so that inventing data never delays whoever uses it. `workerData` is `{ accounts, port, mail }`. */
const { accounts, port, mail } = workerData as Pick<SandboxOptions, 'accounts' | 'port' | 'mail'>
const onFailure = (reason: string): void => void process.stderr.write(`the sandbox could not send a mail: ${reason}\n`)
const { url, clientId, clientSecret } = await startSandbox({ accounts, port, mail: { ...mail, onFailure } })
parentPort?.postMessage({ url, clientId, clientSecret, mailUrl: url + MAIL_PATH })
