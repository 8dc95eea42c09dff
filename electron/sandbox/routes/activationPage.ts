import type { FastifyInstance, FastifyReply } from 'fastify'
import { escapeHtml, sendPage } from '../html.ts'
import { ACTIVATION_PATH, type PendingRegistration, statusOf } from '../office/pendingRegistration.ts'
import type { Outcome } from '../office/outcome.ts'
import type { Registrations } from '../office/registrations.ts'
import { activationWords, type ActivationWords } from './activationWords.ts'

interface ByToken {
  Params: { token: string }
}

/** Where a registration is finished on the customer's own phone: with the code of the mail, once. */
export function activationPageRoute(server: FastifyInstance, registrations: Registrations): void {
  server.get<ByToken>(`${ACTIVATION_PATH}:token`, async (request, reply) => show(reply, registrations.byLink(request.params.token), null))

  server.post<ByToken>(`${ACTIVATION_PATH}:token`, async (request, reply) => {
    const registration = registrations.byLink(request.params.token)
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
    const [code, password, repeated] = ['code', 'password', 'repeated'].map((name) => form.get(name) ?? '') as [string, string, string]
    if (!registration || statusOf(registration) !== 'awaitingActivation') return show(reply, registration, null)
    const words = activationWords[registration.locale]
    if (password !== repeated) return show(reply, registration, words.notTheSame, code)
    const outcome = await registrations.activate(registration, { code, password })
    return outcome.ok ? sendPage(reply, donePage(registration)) : show(reply, registration, complaint(outcome, words), code)
  })
}

function complaint(outcome: Outcome<null> & { ok: false }, words: ActivationWords): string {
  switch (outcome.problem.type) {
    case 'urn:problem:wrong-code':
      return words.wrongCode
    case 'urn:problem:weak-password':
      return `${words.weak} ${outcome.problem.errors?.map(({ detail }) => detail).join(' ') ?? ''}`
    default:
      return words.notNow
  }
}

const donePage = ({ locale }: PendingRegistration) => {
  const { active, activeDetail } = activationWords[locale]
  return { title: active, body: `<p role="status">${escapeHtml(activeDetail)}</p>`, language: locale }
}

/** @param code as it was typed, which is not asked for again for the sake of a password */
function show(reply: FastifyReply, registration: PendingRegistration | null, problem: string | null, code = ''): FastifyReply {
  const locale = registration?.locale ?? 'es-MX'
  const words = activationWords[locale]
  if (!registration) return sendPage(reply, { title: words.heading, body: `<p>${escapeHtml(words.unknown)}</p>`, status: 404 })
  if (statusOf(registration) !== 'awaitingActivation') {
    const detail = statusOf(registration) === 'active' ? words.used : words.expired
    return sendPage(reply, { title: words.heading, body: `<p role="status">${escapeHtml(detail)}</p>`, status: 410, language: locale })
  }
  return sendPage(reply, { title: words.heading, body: formOf(registration, words, { problem, code }), status: problem === null ? 200 : 422, language: locale })
}

function formOf({ zone }: PendingRegistration, words: ActivationWords, { problem, code }: { problem: string | null; code: string }): string {
  return [
    `<p>${escapeHtml(zone.company)}. ${escapeHtml(words.sample)}</p>`,
    problem === null ? `<p>${escapeHtml(words.detail)}</p>` : `<p role="alert"><b>${escapeHtml(problem)}</b></p>`,
    '<form method="post" autocomplete="off">',
    `<label>${escapeHtml(words.code)}<input name="code" inputmode="numeric" autocomplete="one-time-code" value="${escapeHtml(code)}" required></label>`,
    `<label>${escapeHtml(words.password)}<input name="password" type="password" autocomplete="new-password" required></label>`,
    `<label>${escapeHtml(words.repeated)}<input name="repeated" type="password" autocomplete="new-password" required></label>`,
    `<p>${escapeHtml(zone.password?.description ?? words.rule)}</p>`,
    `<button>${escapeHtml(words.activate)}</button></form>`,
  ].join('\n')
}
