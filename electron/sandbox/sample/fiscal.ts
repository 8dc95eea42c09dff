import { createHash } from 'node:crypto'
import { holderName } from '../../../shared/domain/holder.ts'
import type { Invoice } from '../../../shared/utility-api/generated/types.gen.ts'
import type { Subject } from './account.ts'
import { addDays } from './calendar.ts'
import { opaque } from './random.ts'

type Fiscal = NonNullable<Invoice['fiscal']>
type Bill = Pick<Invoice, 'id' | 'issuedOn' | 'total'>

const GENERAL_PUBLIC = { name: 'PÚBLICO EN GENERAL', taxId: 'XAXX010101000', regime: '616' }
const SEAL_BYTES = 256

/** The fiscal block of an invoice, as the zone's tax authority wants it. Everything in it is invented, the form is the real one. */
export function fiscalOf(subject: Subject, bill: Bill, serial: string): Fiscal {
  return subject.profile.fiscal === 'cfe-uy' ? cfe(subject, bill, serial) : cfdi(subject, bill)
}

function cfdi(subject: Subject, bill: Bill): Fiscal {
  const { zone, issuerPostalCode } = subject.profile
  const { customer, account, traits } = subject
  const folio = uuid(bill.id)
  const issuerSeal = seal(`issuer ${bill.id}`)
  const certifiedAt = `${bill.issuedOn}T14:05:33Z`
  const receiver = customer.taxId
    ? { name: holderName(customer.holder).toUpperCase(), taxId: customer.taxId, regime: traits.company ? '601' : '612' }
    : GENERAL_PUBLIC
  return {
    scheme: 'cfdi-4.0',
    folio,
    documentType: 'I - Ingreso',
    certifiedAt,
    issuer: { name: zone.issuer.legalName.toUpperCase(), taxId: zone.issuer.taxId, regime: '601', postalCode: issuerPostalCode },
    receiver: { ...receiver, postalCode: account.supplyAddress.postalCode ?? issuerPostalCode },
    cfdiUse: traits.company ? 'G03' : 'S01',
    paymentForm: '99',
    paymentMethod: 'PPD',
    placeOfIssue: issuerPostalCode,
    issuerCertificate: '00001000000504465028',
    authorityCertificate: '00001000000505142236',
    issuerSeal,
    authoritySeal: seal(`authority ${bill.id}`),
    originalChain: `||1.1|${folio}|${certifiedAt.slice(0, 19)}|PAC990101AA1|${issuerSeal}|00001000000505142236||`,
    verificationUrl: satUrl(folio, zone.issuer.taxId, receiver.taxId, bill.total, issuerSeal),
  }
}

/** What the QR of a CFDI 4.0 carries: the total with its trailing zeros trimmed but one, the RFCs escaped as XML. */
function satUrl(folio: string, issuer: string, receiver: string, total: number, issuerSeal: string): string {
  const amount = (total / 100).toFixed(2).replace(/0$/, '')
  const escape = (rfc: string): string => rfc.replaceAll('&', '&amp;')
  return (
    'https://verificacfdi.facturaelectronica.sat.gob.mx/default.aspx' +
    `?id=${folio}&re=${escape(issuer)}&rr=${escape(receiver)}&tt=${amount}&fe=${issuerSeal.slice(-8)}`
  )
}

function cfe(subject: Subject, bill: Bill, serial: string): Fiscal {
  const { zone, issuerPostalCode } = subject.profile
  const { holder } = subject.customer
  const type = subject.traits.company ? { code: '111', name: 'e-Factura (111)' } : { code: '101', name: 'e-Ticket (101)' }
  const number = Number(serial) % 10_000_000
  const block = Math.floor(number / 1_000_000) * 1_000_000
  const hash = createHash('sha1').update(`cfe ${bill.id}`).digest('base64')
  const date = bill.issuedOn.split('-').reverse().join('/')
  const amount = (bill.total / 100).toFixed(2)
  return {
    scheme: 'cfe-uy',
    folio: `A ${number}`,
    documentType: type.name,
    certifiedAt: `${bill.issuedOn}T15:12:08Z`,
    issuer: { name: zone.issuer.legalName, taxId: zone.issuer.taxId, postalCode: issuerPostalCode },
    receiver: { name: holderName(holder), taxId: holder.documentNumber },
    securityCode: hash.slice(0, 6),
    cae: { number: `90${opaqueDigits(block)}`, from: Math.max(block, 1), to: block + 999_999, expiresOn: addDays(bill.issuedOn, 540) },
    verificationUrl: 'https://www.efactura.dgi.gub.uy/consultaQR/cfe' + `?${zone.issuer.taxId},${type.code},A,${number},${amount},${date},${hash}`,
  }
}

const opaqueDigits = (block: number): string => String(Number.parseInt(opaque(`cae ${block}`, 8), 16) % 1_000_000_000).padStart(9, '0')

/** A seal of the real length: 256 bytes, 344 characters. */
const seal = (text: string): string => createHash('shake256', { outputLength: SEAL_BYTES }).update(text).digest('base64')

/** A version 4 UUID in capitals, as the authority writes it. */
function uuid(text: string): string {
  const hex = opaque(`uuid ${text}`, 32)
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4]
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20)]
  return parts.join('-').toUpperCase()
}
