import type { FastifyReply } from 'fastify'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

const STYLE = [
  'body{font:20px/1.4 sans-serif;max-width:24em;margin:2em auto;padding:0 1em}',
  'button,input{font:inherit;padding:.6em;box-sizing:border-box}button{padding:.6em 1.2em}',
  'label{display:block;margin:.8em 0}input{display:block;width:100%}',
  '.amount{font-size:2em;font-weight:700}pre{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere}article{border-top:1px solid;padding:1em 0}',
].join('')

interface Page {
  title: string
  /** HTML. */
  body: string
  status?: number
  language?: string
}

/** A page of the sandbox for a person's own browser: no script, nothing from elsewhere, kept nowhere. */
export function sendPage(reply: FastifyReply, { title, body, status = 200, language = 'es' }: Page): FastifyReply {
  const heading = escapeHtml(title)
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .headers({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
    })
    .send(
      `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${heading}</title>
<style>${STYLE}</style>
<h1>${heading}</h1>
${body}
</html>
`,
    )
}
