import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Clock } from '../../clock.ts'
import type { Letter } from './letter.ts'

/** A mail that has left the utility. */
export interface SentLetter extends Letter {
  sentAt: number
}

/** The utility's post. What is given to it leaves after the answer, in order, so that no answer is later for a mail. */
export interface MailPost {
  send(letter: Letter): void
  /** Those that have left, newest first. */
  sent(): SentLetter[]
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

export function createMailPost(clock: Pick<Clock, 'now'>, options: MailOptions): MailPost {
  const deliver = options.smtp === undefined ? keepLetter(options.folder) : sendOver(options.smtp)
  const sent: SentLetter[] = []
  const held: Letter[] = []
  let [holding, last] = [false, Promise.resolve()]

  async function leave(letter: Letter): Promise<void> {
    const sentAt = clock.now()
    try {
      await deliver({ ...letter, sentAt })
      sent.unshift({ ...letter, sentAt })
      sent.splice(MOST_REMEMBERED)
    } catch (error) {
      options.onFailure?.(error instanceof Error ? error.message : String(error))
    }
  }
  const send = (letter: Letter): void => void (last = last.then(() => leave(letter)))

  return {
    send: (letter) => (holding ? void held.push(letter) : send(letter)),
    sent: () => [...sent],
    hold(on) {
      holding = on
      if (!on) held.splice(0).forEach(send)
    },
    whenSent: () => last,
  }
}

type Deliver = (letter: SentLetter) => Promise<void>

const messageOf = ({ from, to, subject, text, html, sentAt }: SentLetter) => ({
  from,
  // As an address and not as a line of a header, which could name several.
  to: { name: '', address: to },
  subject,
  text,
  html,
  date: new Date(sentAt),
  headers: { 'auto-submitted': 'auto-generated' },
  disableFileAccess: true,
  disableUrlAccess: true,
})

function sendOver(address: string): Deliver {
  const transport = createTransport(address)
  return async (letter) => void (await transport.sendMail(messageOf(letter)))
}

/** Files are whole when they appear, and their owner's alone: they hold codes. */
function keepLetter(folder: string | undefined): Deliver {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  let count = 0
  return async (letter) => {
    if (folder === undefined) return
    const { message } = await transport.sendMail(messageOf(letter))
    count += 1
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const stamp = new Date(letter.sentAt).toISOString().replace(/[:.]/g, '-')
    const file = join(folder, `${stamp}-${String(count).padStart(4, '0')}-${letter.occasion}.eml`)
    writeFileSync(`${file}.part`, message as Buffer, { mode: 0o600 })
    renameSync(`${file}.part`, file)
  }
}
