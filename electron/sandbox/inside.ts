import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { workerUrl } from '../workers.ts'
import type { MailOptions } from './mail/mailPost.ts'

/** `mailUrl`: where its mails are read. */
const ready = z.object({ url: z.url(), clientId: z.string(), clientSecret: z.string(), mailUrl: z.url() })

export interface InsideSandbox extends z.infer<typeof ready> {
  stop(): Promise<void>
}

/**
 * Starts the sandbox utility in a thread of this program, so that making sample data does not hold up the counter. Null where the program
 * carries none: a packaged one.
 */
export async function startSandboxInside(options: { accounts: number; mail: Omit<MailOptions, 'onFailure'> }): Promise<InsideSandbox | null> {
  const entry = workerUrl('sandbox')
  if (!existsSync(fileURLToPath(entry))) return null
  const worker = new Worker(entry, { workerData: { ...options, port: 0 } })
  const announced = await new Promise<unknown>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  return {
    ...ready.parse(announced),
    async stop() {
      await worker.terminate()
    },
  }
}
