import type { FastifyInstance, FastifyReply } from 'fastify'
import { formatMoney } from '../../../shared/domain/money.ts'
import { localeOf } from '../../../shared/domain/zoneLocale.ts'
import { escapeHtml, sendPage } from '../html.ts'
import type { DeskPayment, PaymentDesk } from '../paymentDesk.ts'
import { zoneProfiles } from '../sample/zones.ts'

export const BANK_PATH = '/banco/'

/** A bank's page as a customer sees it on the phone: invented, and no money moves. */
export function bankPageRoute(server: FastifyInstance, desk: PaymentDesk): void {
  server.get<{ Params: { id: string } }>(`${BANK_PATH}:id`, async (request, reply) => sendPayment(reply, desk.find(request.params.id)))

  server.post<{ Params: { id: string } }>(`${BANK_PATH}:id`, async (request, reply) => {
    const wish = request.body instanceof URLSearchParams ? request.body.get('decision') : null
    if (wish === 'paid' || wish === 'failed') desk.decide(request.params.id, wish)
    return sendPayment(reply, desk.find(request.params.id))
  })
}

const STATES: Record<DeskPayment['intent']['status'], string> = {
  pending: 'Revise el importe antes de pagar.',
  paid: 'Pago hecho. Ya puede cerrar esta página.',
  failed: 'Pago rechazado. No se cobró nada.',
  expired: 'El tiempo para pagar se terminó. No se cobró nada.',
}

function sendPayment(reply: FastifyReply, payment: DeskPayment | null): FastifyReply {
  const [title, body] = payment ? [payment.bank.name, describe(payment)] : ['Banco', '<p>Este pago no existe.</p>']
  return sendPage(reply, { title, body: `<p>Página de ejemplo: no se mueve dinero.</p>\n${body}`, status: payment ? 200 : 404 })
}

function describe({ bank, intent, invoices }: DeskPayment): string {
  const zone = zoneProfiles.find((profile) => bank.zoneIds.includes(profile.zone.id))?.zone
  const amount = zone ? formatMoney(intent.amount, zone.currency, localeOf(zone)) : String(intent.amount)
  const buttons = '<button name="decision" value="paid">Pagar</button> <button name="decision" value="failed">Rechazar</button>'
  return [
    `<p class="amount">${escapeHtml(amount)}</p>`,
    `<p>Referencia ${escapeHtml(intent.reference)}</p>`,
    `<p>Factura ${escapeHtml(invoices.map(({ number }) => number).join(', '))}</p>`,
    `<p role="status"><b>${STATES[intent.status]}</b></p>`,
    intent.status === 'pending' ? `<form method="post">${buttons}</form>` : '',
  ].join('\n')
}
