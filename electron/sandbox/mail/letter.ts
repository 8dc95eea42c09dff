import type { Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import { escapeHtml } from '../html.ts'
import type { MailLocale } from './language.ts'
import type { Facts, MailWords, Occasion } from './mailWords.ts'
import { english } from './words/en.ts'
import { portuguese } from './words/pt.ts'
import { spanish } from './words/es.ts'

/** A mail before it is sent. */
export interface Letter {
  occasion: Occasion
  from: { name: string; address: string }
  to: string
  subject: string
  text: string
  html: string
}

/** What the zone's utility writes to an address. */
export interface LetterOrder {
  occasion: Occasion
  to: string
  locale: MailLocale
  zone: Zone
  code?: string
  /** Until when the code is good, milliseconds since the epoch. */
  until?: number
  /** Where it can be finished on the customer's own device. */
  link?: string
  /** The login address. */
  email?: string
  maskedEmail?: string
}

const words: Record<MailLocale, MailWords> = { 'es-MX': spanish, 'es-UY': spanish, en: english, pt: portuguese }

/** In text and in HTML, which say the same. */
export function writeLetter(order: LetterOrder): Letter {
  const { occasion, to, locale, zone, code, link } = order
  const { letters, greeting, code: codeLabel, link: linkLabel, sample } = words[locale]
  const facts = factsOf(order)
  const { subject, before, after = [] } = letters[occasion](facts)
  const signature = `${facts.company} · ${facts.phone}`
  const shown = code === undefined ? null : spaced(code)
  const text = [
    greeting,
    ...before,
    ...(shown === null ? [] : [`${codeLabel}: ${shown}`]),
    ...(link === undefined ? [] : [`${linkLabel}:\n${link}`]),
    ...after,
    `${signature}\n${sample}`,
  ].join('\n\n')
  const html = [
    `<!doctype html><html lang="${locale}"><body style="font:18px/1.5 sans-serif;max-width:34em;overflow-wrap:anywhere">`,
    ...[greeting, ...before].map(paragraph),
    ...(shown === null ? [] : [`<p>${escapeHtml(codeLabel)}:<br><b style="font-size:2em">${shown}</b></p>`]),
    ...(link === undefined ? [] : [`<p>${escapeHtml(linkLabel)}:<br><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></p>`]),
    ...after.map(paragraph),
    `<hr><p>${escapeHtml(signature)}<br>${escapeHtml(sample)}</p></body></html>`,
  ].join('\n')
  return { occasion, from: senderOf(zone), to, subject, text: `${text}\n`, html: `${html}\n` }
}

function factsOf({ locale, zone, until, email = '', maskedEmail = '' }: LetterOrder): Facts {
  const when =
    until === undefined
      ? ''
      : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23', timeZone: zone.timeZone }).format(until)
  return { company: zone.company, phone: zone.issuer.phone ?? zone.emergencyPhone ?? '', email, maskedEmail, until: when }
}

const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`

/** In threes, as the kiosk shows them. */
const spaced = (code: string): string => code.replace(/(\d{3})(?=\d)/g, '$1 ')

function senderOf({ company }: Zone): Letter['from'] {
  const domain = company
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
  return { name: company, address: `avisos@${domain}.example` }
}
