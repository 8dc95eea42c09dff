import { readEmail } from '../../../shared/domain/email.ts'
import type { Registration, Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import { zRegistration } from '../../../shared/utility-api/generated/zod.gen.ts'
import { parseJson } from '../json.ts'
import { done, type Outcome, type Refused, refused } from './outcome.ts'
import { judgePassword } from './passwordRule.ts'
import type { Records } from './records.ts'

/** A registration that may be held against the books. */
export interface ReadRegistration {
  form: Registration
  zone: Zone
}

type Field = keyof Registration

/** Reads a registration, or says which of its fields will not do. */
export function readRegistration(bytes: Buffer, records: Pick<Records, 'zone' | 'isLegalText'>): Outcome<ReadRegistration> {
  const message = parseJson(bytes)
  if (message === undefined) return refused(400, 'bad-json', 'El mensaje no es JSON')
  const parsed = zRegistration.safeParse(message)
  if (!parsed.success) return wrongFields(parsed.error.issues.map(({ path, message: detail }) => ({ pointer: `/${path.join('/')}`, detail })))
  const form = parsed.data
  const zone = records.zone(form.zoneId)
  if (!zone) return wrongFields([{ pointer: '/zoneId', detail: 'La zona no existe.' }])
  const errors = [
    ...neededFields(form, zone).flatMap((field) => (form[field] ? [] : [{ pointer: `/${field}`, detail: 'Falta este dato.' }])),
    ...(readEmail(form.email).ok ? [] : [{ pointer: '/email', detail: 'No es una dirección de correo.' }]),
    ...(form.documentType && !(zone.documentTypes ?? [form.documentType]).includes(form.documentType)
      ? [{ pointer: '/documentType', detail: 'No se acepta este tipo de documento.' }]
      : []),
    ...form.consents.flatMap(({ legalTextId }, place) =>
      records.isLegalText(legalTextId) ? [] : [{ pointer: `/consents/${place}/legalTextId`, detail: 'El texto no existe.' }],
    ),
  ]
  if (errors.length > 0) return wrongFields(errors)
  return weakPassword(form, zone) ?? done({ form, zone })
}

export const wrongFields = (errors: { pointer: string; detail: string }[]): Refused => refused(422, 'invalid-registration', 'Revise los datos', { errors })

/** Beside those that the contract always asks for. */
function neededFields({ holderKind }: Registration, { registrationProof = 'invoice', passwordAtOnce }: Zone): Field[] {
  const proof: Record<NonNullable<Zone['registrationProof']>, Field[]> = {
    invoice: ['invoiceNumber'],
    document: ['documentType', 'documentNumber'],
    meter: ['meterNumber', holderKind === 'company' ? 'companyName' : 'familyName'],
  }
  return [...proof[registrationProof], ...(passwordAtOnce ? (['password'] as const) : [])]
}

function weakPassword({ password = '', email, userName, accountNumber }: Registration, zone: Zone): Refused | null {
  if (!zone.passwordAtOnce) return null
  return judgePassword(password, zone, { email, userName: userName ?? null, accountNumber, company: zone.company })
}
