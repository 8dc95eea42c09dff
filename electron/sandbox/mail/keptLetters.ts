import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ParsedMail } from 'mailparser'
import { createTransport } from 'nodemailer'
import { messageOf, type Deliver, type SentLetter } from './message.ts'
import type { Occasion } from './mailWords.ts'

/** Names begin with when the mail left, so that their order is that of the mails: `2026-11-21T16-42-00-123Z-0001-activation.eml`. */
const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-\d{4,}-([A-Za-z]+)\.eml$/

/** Files are whole when they appear, and their owner's alone: they hold codes. */
export function keepLetter(folder: string | undefined): Deliver {
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

/** What an earlier run kept, newest first, `most` at most. What is no mail of ours, or cannot be read, is passed over. */
export async function readKept(folder: string | undefined, most: number): Promise<SentLetter[]> {
  const names = folder === undefined ? [] : namesIn(folder).slice(0, most)
  const letters: SentLetter[] = []
  for (const name of names) letters.push(...(await readLetter(folder ?? '', name)))
  return letters
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => NAME.test(name))
      .sort()
      .reverse()
  } catch {
    // Nothing was sent yet.
    return []
  }
}

async function readLetter(folder: string, name: string): Promise<SentLetter[]> {
  const [, day, hour, minute, second, thousandth, occasion] = NAME.exec(name) ?? []
  try {
    // Loaded with the first file that there is to read: most runs have none.
    const { simpleParser } = await import('mailparser')
    const mail = await simpleParser(readFileSync(join(folder, name)))
    return lettersOf(mail, { sentAt: Date.parse(`${day}T${hour}:${minute}:${second}.${thousandth}Z`), occasion: occasion as Occasion })
  } catch {
    return []
  }
}

function lettersOf({ from, to, subject, text, html }: ParsedMail, sent: Pick<SentLetter, 'sentAt' | 'occasion'>): SentLetter[] {
  const [sender] = from?.value ?? []
  const receiver = [to ?? []].flat()[0]?.value[0]?.address
  if (!subject || !text || !receiver) return []
  return [{ ...sent, from: { name: sender?.name ?? '', address: sender?.address ?? '' }, to: receiver, subject, text, html: html || '' }]
}
