import type { FastifyInstance } from 'fastify'
import { escapeHtml, sendPage } from '../html.ts'
import type { MailPost } from '../mail/mailPost.ts'
import type { SentLetter } from '../mail/message.ts'

export const MAIL_PATH = '/correo'

const ABOUT = 'Los correos que la empresa de ejemplo envió. Los códigos y enlaces de antes de su último arranque ya no sirven.'

/** The mails that the sandbox sent, to be read where there is no mail server: newest first. Everybody's, so never on a real utility. */
export function mailPageRoute(server: FastifyInstance, mail: MailPost): void {
  server.get(MAIL_PATH, async (_request, reply) => {
    await mail.whenRead()
    const letters = mail.sent()
    const body = letters.length > 0 ? letters.map(describe).join('\n') : '<p>Todavía no hay correos. Vuelva a cargar esta página después de registrarse.</p>'
    return sendPage(reply, { title: 'Correos de ejemplo', body: `<p>${ABOUT}</p>\n${body}` })
  })
}

const ADDRESS = /https?:\/\/[^\s<]+/g

function describe({ subject, to, sentAt, text }: SentLetter): string {
  const time = new Date(sentAt).toISOString()
  const linked = escapeHtml(text).replace(ADDRESS, (address) => `<a href="${address}">${address}</a>`)
  return [
    '<article>',
    `<h2>${escapeHtml(subject)}</h2>`,
    `<p>Para ${escapeHtml(to)}, <time datetime="${time}">${time.slice(0, 16).replace('T', ' ')} UTC</time></p>`,
    `<pre>${linked}</pre>`,
    '</article>',
  ].join('\n')
}
