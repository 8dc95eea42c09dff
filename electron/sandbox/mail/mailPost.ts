import { setTimeout as wait } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import type { Clock } from '../../clock.ts'
import { keepLetter, readKept } from './keptLetters.ts'
import type { Letter } from './letter.ts'
import { messageOf, type Deliver, type SentLetter } from './message.ts'

/** The utility's post. What is given to it is written and leaves after the answer, in order: how long an answer takes tells nobody whether there was a mail. */
export interface MailPost {
  send(write: () => Letter): void
  /** Those that have left, newest first; with those of earlier runs as far as `whenRead` says. */
  sent(): SentLetter[]
  /** What earlier runs kept as files has been read. */
  whenRead(): Promise<void>
  /** Mails stay where they are while on; those held leave when it ends. */
  hold(on: boolean): void
  /** Everything that is not held has left, or could not. */
  whenSent(): Promise<void>
}

export interface MailOptions {
  /** `smtp://host:port`; without it mails are kept. */
  smtp?: string
  /** Where mails are kept as `.eml`; without it in memory alone. */
  folder?: string
  /** One that could not be sent: why. */
  onFailure?: (reason: string) => void
}

/** The sandbox's page shows the newest of them. */
const MOST_REMEMBERED = 200
/** Milliseconds. By then the answer has gone, however busy the machine is; work right after it would delay the next one. */
const AFTER_THE_ANSWER = 20

export function createMailPost(clock: Pick<Clock, 'now'>, options: MailOptions): MailPost {
  const deliver = options.smtp === undefined ? keepLetter(options.folder) : sendOver(options.smtp)
  const sent: SentLetter[] = []
  const held: (() => Letter)[] = []
  const read = readKept(options.smtp === undefined ? options.folder : undefined, MOST_REMEMBERED).then((kept) => {
    sent.push(...kept)
    sent.splice(MOST_REMEMBERED)
  })
  let [holding, last] = [false, Promise.resolve()]

  async function leave(write: () => Letter): Promise<void> {
    await wait(AFTER_THE_ANSWER)
    const sentAt = clock.now()
    try {
      const letter = write()
      await deliver({ ...letter, sentAt })
      sent.unshift({ ...letter, sentAt })
      sent.splice(MOST_REMEMBERED)
    } catch (error) {
      options.onFailure?.(error instanceof Error ? error.message : String(error))
    }
  }
  const send = (write: () => Letter): void => void (last = last.then(() => leave(write)))

  return {
    send: (write) => (holding ? void held.push(write) : send(write)),
    sent: () => [...sent],
    whenRead: () => read,
    hold(on) {
      holding = on
      if (!on) held.splice(0).forEach(send)
    },
    whenSent: () => last,
  }
}

function sendOver(address: string): Deliver {
  const transport = createTransport(address)
  return async (letter) => void (await transport.sendMail(messageOf(letter)))
}
