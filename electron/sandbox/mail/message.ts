import type { Letter } from './letter.ts'

/** A mail that has left the utility. */
export interface SentLetter extends Letter {
  sentAt: number
}

/** How a mail leaves. */
export type Deliver = (letter: SentLetter) => Promise<void>

/** As nodemailer takes it. */
export const messageOf = ({ from, to, subject, text, html, sentAt }: SentLetter) => ({
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
