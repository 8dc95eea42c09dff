import { fork } from 'node:child_process'

/** Serves the pages from another process while the work runs. */
export async function withPageServer<T>(directory: string, work: (baseUrl: string) => Promise<T>): Promise<T> {
  const server = fork(new URL('./pageServer.ts', import.meta.url), [directory])
  try {
    const address = await new Promise<{ port: number }>((resolve) => server.once('message', (message) => resolve(message as { port: number })))
    return await work(`http://127.0.0.1:${address.port}`)
  } finally {
    server.kill()
  }
}
