import { describe, expect, it } from 'vitest'
import { readEmail } from '../../../shared/domain/email.ts'
import { zCommand } from '../../../shared/utility-api/generated/zod.gen.ts'

const problemOf = (typed: string): string | null => {
  const read = readEmail(typed)
  return read.ok ? null : read.problem
}

describe('an e-mail address as typed', () => {
  it.each([
    'ana@correo.mx',
    'jose&maria@correo.mx',
    "o'brien+agua@correo.com.uy",
    "!#$%&'*+-/=?^_`{|}~.a@correo.mx",
    'A.B-C_d@sub.sub.correo.com.mx',
    'a@b.museum',
    'ana@correo.photography',
    'ana@xn--espaa-rta.mx',
    'ana@1correo.mx',
    'ana@a-b.mx',
    'ana@correo.123.mx',
    '"ana maria"@correo.mx',
    '"a@b"@correo.mx',
    '"a\\"b"@correo.mx',
    '"(),:;<>[]"@correo.mx',
    '""@correo.mx',
    'ana@[192.0.2.1]',
    'ana@[IPv6:2001:db8::1]',
    `${'a'.repeat(64)}@correo.mx`,
    `ana@${'b'.repeat(63)}.mx`,
    `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(58)}.mx`,
  ])('%s passes as it is', (typed) => {
    expect(readEmail(typed)).toEqual({ ok: true, email: typed })
    const filed = { ...envelope, kind: 'contactDetails', payload: { email: typed } }
    expect(zCommand.safeParse(filed).success).toBe(true)
  })

  it('loses the spaces around it, and writes a domain with other letters as mail servers do', () => {
    expect(readEmail('  ana@correo.mx ')).toEqual({ ok: true, email: 'ana@correo.mx' })
    expect(readEmail('ana@españa.mx')).toEqual({ ok: true, email: 'ana@xn--espaa-rta.mx' })
  })

  it.each([
    ['', 'empty'],
    ['ana.correo.mx', 'email-no-at'],
    ['ana correo.mx', 'email-no-at'],
    ['ana@lopez@correo.mx', 'email-two-ats'],
    ['ana@@correo.mx', 'email-two-ats'],
    ['ana lopez@correo.mx', 'email-space'],
    ['ana@correo .mx', 'email-space'],
    ['ana@ correo.mx', 'email-space'],
    ['@correo.mx', 'email-nothing-before'],
    ['ana@', 'email-nothing-after'],
    ['ana@correo', 'email-no-dot'],
    ['ana@correo,mx', 'email-comma'],
    ['ana,lopez@correo.mx', 'email-comma'],
    ['ana@correo.mx.', 'email-dot-at-end'],
    ['ana@correo..mx', 'email-dots'],
    ['ana@.correo.mx', 'email-dots'],
    ['.ana@correo.mx', 'email-dots'],
    ['ana.@correo.mx', 'email-dots'],
    ['ana..b@correo.mx', 'email-dots'],
    ['ana(casa)@correo.mx', 'email-sign'],
    ['"ana@correo.mx', 'email-sign'],
    ['josé@correo.mx', 'email-accent'],
    ['ana@[300.0.2.1]', 'email-brackets'],
    ['ana@[192.0.2.1', 'email-brackets'],
    ['ana@[IPv6:zz]', 'email-brackets'],
    ['ana@-correo.mx', 'email-domain'],
    ['ana@cor_reo.mx', 'email-domain'],
    [`ana@${'b'.repeat(64)}.mx`, 'email-domain'],
    [`${'a'.repeat(65)}@correo.mx`, 'email-too-long-before'],
    [`ana@${`${'b'.repeat(60)}.`.repeat(4)}${'c'.repeat(20)}.mx`, 'email-too-long'],
  ])('%s is refused as %s', (typed, problem) => {
    expect(problemOf(typed)).toBe(problem)
  })
})

const envelope = {
  id: '0190f3a1-0000-7000-8000-000000000001',
  accountId: 'a-1',
  capturedAt: '2026-11-21T16:42:00Z',
  kioskId: 'k',
  localFolio: 'K07-20261121-00428',
  actor: { kind: 'customer' },
}
