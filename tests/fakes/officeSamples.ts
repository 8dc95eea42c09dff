import type { RegistrationRules } from '../../shared/contract/kiosk.ts'
import type { WaitingRegistration } from '../../shared/contract/registration.ts'
import type { CodeSent, SignedIn } from '../../shared/contract/signIn.ts'

export const sampleRegistrationRules: RegistrationRules = {
  proof: 'invoice',
  passwordAtOnce: false,
  documents: { person: ['INE', 'CURP', 'RFC', 'pasaporte'], company: ['RFC'] },
  formerPortal: false,
  password: { minLength: 12, maxLength: 128, pattern: null, description: null },
}

export const sampleCode: CodeSent = { maskedEmail: 'a••@correo.mx', codeLength: 6, expiresAt: '2026-11-21T17:00:00.000Z' }

export const sampleCustomer: SignedIn = {
  name: 'Ana Medina Pardo',
  lastSignInAt: '2026-11-02T15:20:00.000Z',
  accounts: [{ accountId: 'a1', zoneId: 'mty' }],
  elsewhere: 0,
  again: false,
}

export const sampleWaiting: WaitingRegistration = {
  begunId: 'begun-1',
  sent: sampleCode,
  phone: { qr: { size: 21, path: 'M0 0h7v7h-7zM14 0h7v7h-7zM0 14h7v7h-7z' }, page: 'oficina.gasdelnorte.mx' },
}
