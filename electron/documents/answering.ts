import type { MessagePort, Transferable } from 'node:worker_threads'
import type { JobAnswer, JobMessage, Jobs } from './thread.ts'

/**
 * The other side of `thread.ts`: answers one question after another, so that a second never slows the first, beginning when `ready`. What
 * `transfersOf` names of an answer is transferred and not copied.
 */
export function answerQuestions<J extends Jobs>(
  port: MessagePort,
  perform: (message: JobMessage<J>) => unknown,
  ready: Promise<void> = Promise.resolve(),
  transfersOf: (answer: unknown) => Transferable[] = () => [],
): void {
  let last = ready
  port.on('message', (message: JobMessage<J>) => {
    last = last.then(async () => {
      const answer = await answerTo(message)
      port.postMessage(answer, answer.ok ? transfersOf(answer.answer) : [])
    })
  })

  async function answerTo(message: JobMessage<J>): Promise<JobAnswer> {
    try {
      return { id: message.id, ok: true, answer: await perform(message) }
    } catch (error) {
      return { id: message.id, ok: false, error: error instanceof Error ? error : new Error('not an error object') }
    }
  }
}
