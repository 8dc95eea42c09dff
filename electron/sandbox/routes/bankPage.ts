import type { FastifyInstance, FastifyReply } from 'fastify'
import { formatMoney } from '../../../shared/domain/money.ts'
import { localeOf } from '../../../shared/domain/zoneLocale.ts'
import type { DeskPayment, PaymentDesk } from '../paymentDesk.ts'
import { zoneProfiles } from '../sample/zones.ts'

const BANK_PATH = '/banco/'

/** The bank asks for no token of the utility. */
export const isBankPage = (url: string): boolean => url.startsWith(BANK_PATH)

/** A bank's page as a customer sees it on the phone: invented, and no money moves. */
export function bankPageRoute(server: FastifyInstance, desk: PaymentDesk): void {
  server.get<{ Params: { id: string } }>(`${BANK_PATH}:id`, async (request, reply) => sendPage(reply, desk.find(request.params.id)))

  server.post<{ Params: { id: string } }>(`${BANK_PATH}:id`, async (request, reply) => {
    const wish = request.body instanceof URLSearchParams ? request.body.get('decision') : null
    if (wish === 'paid' || wish === 'failed') desk.decide(request.params.id, wish)
    return sendPage(reply, desk.find(request.params.id))
  })
}

const STATES: Record<DeskPayment['intent']['status'], string> = {
  pending: 'Revise el importe antes de pagar.',
  paid: 'Pago hecho. Ya puede cerrar esta página.',
  failed: 'Pago rechazado. No se cobró nada.',
  expired: 'El tiempo para pagar se terminó. No se cobró nada.',
}

function sendPage(reply: FastifyReply, payment: DeskPayment | null): FastifyReply {
  const [title, body] = payment ? [payment.bank.name, describe(payment)] : ['Banco', '<p>Este pago no existe.</p>']
  return reply
    .code(payment ? 200 : 404)
    .type('text/html; charset=utf-8')
    .headers({ 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'" })
    .send(pageOf(title, body))
}

function describe({ bank, intent, invoices }: DeskPayment): string {
  const zone = zoneProfiles.find((profile) => bank.zoneIds.includes(profile.zone.id))?.zone
  const amount = zone ? formatMoney(intent.amount, zone.currency, localeOf(zone)) : String(intent.amount)
  const buttons = '<button name="decision" value="paid">Pagar</button> <button name="decision" value="failed">Rechazar</button>'
  return [
    `<p class="amount">${escape(amount)}</p>`,
    `<p>Referencia ${escape(intent.reference)}</p>`,
    `<p>Factura ${escape(invoices.map(({ number }) => number).join(', '))}</p>`,
    `<p role="status"><b>${STATES[intent.status]}</b></p>`,
    intent.status === 'pending' ? `<form method="post">${buttons}</form>` : '',
  ].join('\n')
}

const pageOf = (title: string, body: string): string => `<!doctype html>
<html lang="es"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)} (ejemplo)</title>
<style>body{font:20px/1.4 sans-serif;max-width:24em;margin:2em auto;padding:0 1em}.amount{font-size:2em;font-weight:700}button{font:inherit;padding:.6em 1.2em}</style>
<h1>${escape(title)}</h1><p>Página de ejemplo: no se mueve dinero.</p>
${body}
</html>
`

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
