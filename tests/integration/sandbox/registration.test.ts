import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sampleLogins } from '../../../electron/sandbox/data/customers.ts'
import { anotherCode, openOffice, PASSWORD, problemOf, proofs } from '../../fixtures/sandbox/customerOffice.ts'

const EMAIL = 'ana.mendez@example.com'
const TAKEN = 'patricia.pedroza@example.com'

describe('a registration', () => {
  it.each(['invoice', 'document', 'person', 'company'] as const)('by %s waits for the code of the mail, and then signs in', async (proof) => {
    const office = await openOffice()
    const { status, body } = await office.register({ ...proofs[proof], email: EMAIL })
    expect([status, body.status, body.maskedEmail, body.codeLength]).toEqual([201, 'awaitingActivation', 'a••••••@example.com', 6])
    expect(await office.signIn(EMAIL, PASSWORD)).toMatchObject({ status: 401 })
    const [code = ''] = await office.codesTo(EMAIL)
    expect((await office.activate(body.registrationId, code)).status).toBe(204)
    expect((await office.state(body.registrationId)).body.status).toBe('active')
    const session = await office.signIn(EMAIL.toUpperCase(), PASSWORD)
    expect(session).toMatchObject({ status: 200, body: { email: EMAIL, lastSignInAt: null } })
    expect(session.body.accountIds).toHaveLength(1)
  })

  it('is active at once where the zone takes the password with it; the login is the address or the user name', async () => {
    const office = await openOffice()
    const { status, body } = await office.register({ ...proofs.atOnce, email: EMAIL, userName: 'usuPDFactura1' })
    expect([status, body.status, body.activationUrl]).toEqual([201, 'active', undefined])
    expect(await office.newestMail()).toMatchObject({ occasion: 'active', to: EMAIL })
    for (const login of [EMAIL, 'USUPDFACTURA1']) expect((await office.signIn(login, PASSWORD)).status).toBe(200)
  })

  it.each([
    ['another invoice', proofs.invoice, { invoiceNumber: 'DE40432504' }],
    ['another account', proofs.invoice, { accountNumber: '40989918' }],
    ['another zone', proofs.invoice, { zoneId: 'zona-bajio-sur' }],
    ['another document', proofs.document, { documentNumber: '66958549' }],
    ['another type of document', proofs.document, { documentType: 'RUT' }],
    ['another contract', proofs.document, { contractNumber: 'C778809524' }],
    ['another meter', proofs.person, { meterNumber: 'E2909219' }],
    ['another name', proofs.person, { secondFamilyName: 'Reyes' }],
    ['a company that is a person', proofs.person, { holderKind: 'company', companyName: 'Suárez' }],
    ['another company', proofs.company, { companyName: 'Panadería Pérez' }],
  ])('is refused for %s, in one word for all', async (_what, proof, change) => {
    const office = await openOffice()
    const answer = await office.register({ ...proof, ...change, email: EMAIL })
    expect(answer.body).toEqual({ type: 'urn:problem:proof-refused', status: 422, title: 'Los datos no corresponden a una cuenta' })
  })

  it.each([
    ['/email', { email: 'ana.mendez' }],
    ['/invoiceNumber', { invoiceNumber: undefined }],
    ['/zoneId', { zoneId: 'zona-sur' }],
    ['/userName', { userName: 'diego2019' }],
    ['/userName', { userName: 'no' }],
    ['/consents', { consents: [] }],
    ['/consents/0/legalTextId', { consents: [{ ...proofs.invoice.consents[0], legalTextId: 'x' }] }],
  ])('points at %s where that is wrong', async (pointer, change) => {
    const office = await openOffice()
    const { status, body } = await office.register({ ...proofs.invoice, email: EMAIL, ...change })
    expect([status, body.type, body.errors?.map((each) => each.pointer)]).toEqual([422, 'urn:problem:invalid-registration', [pointer]])
  })

  it('asks for what the zone’s proof needs, and for a password that will do', async () => {
    const office = await openOffice()
    const pointers = async (form: object) => (await office.register({ ...form, email: EMAIL })).body.errors?.map(({ pointer, detail }) => [pointer, detail])
    const { meterNumber: _meter, ...person } = proofs.person
    expect(await pointers(person)).toEqual([['/meterNumber', 'Falta este dato.']])
    expect(await pointers({ ...proofs.company, companyName: '' })).toEqual([['/companyName', 'Falta este dato.']])
    expect(await pointers({ ...proofs.document, documentType: 'INE' })).toEqual([['/documentType', 'No se acepta este tipo de documento.']])
    expect(await pointers({ ...proofs.atOnce, password: 'corta' })).toEqual([['/password', 'Tiene menos de 12 caracteres.']])
  })

  it('answers the same for an address that is registered; only the mail says so', async () => {
    const office = await openOffice()
    const [free, taken] = [await office.register({ ...proofs.invoice, email: EMAIL }), await office.register({ ...proofs.invoice, email: TAKEN })]
    expect([taken.status, taken.body.status, Object.keys(taken.body)]).toEqual([free.status, free.body.status, Object.keys(free.body)])
    const mail = await office.newestMail()
    expect(mail).toMatchObject({ to: TAKEN, occasion: 'alreadyRegistered' })
    expect(mail.text).not.toMatch(/\d{3} \d{3}$/m)
    expect(problemOf(await office.activate(taken.body.registrationId, '000000'))).toEqual([422, 'wrong-code'])
    const atOnce = await office.register({ ...proofs.atOnce, email: TAKEN })
    expect([atOnce.status, atOnce.body.status]).toEqual([201, 'active'])
    expect((await office.newestMail()).occasion).toBe('alreadyRegistered')
    expect((await office.signIn(TAKEN, PASSWORD)).status).toBe(401)
  })

  it('gives its first answer again under the same key, also after a lost reply', async () => {
    const office = await openOffice()
    const [form, key] = [{ ...proofs.invoice, email: EMAIL }, randomUUID()]
    office.sandbox.faults.set('lostReply', { paths: /registrations$/, times: 1 })
    await expect(office.register(form, key)).rejects.toThrow()
    const again = await office.register(form, key)
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([201, 'true'])
    expect(await office.codesTo(EMAIL)).toHaveLength(1)
    expect(problemOf(await office.register({ ...form, email: 'otra@example.com' }, key))).toEqual([422, 'idempotency-key-reused'])
    expect(problemOf(await office.register(form, 'x'))).toEqual([400, 'bad-idempotency-key'])
  })

  it('says that it is in progress while the first message under the key is worked on', async () => {
    const office = await openOffice()
    const [form, key] = [{ ...proofs.atOnce, email: EMAIL }, randomUUID()]
    const answers = await Promise.all([office.register(form, key), office.register(form, key)])
    const [first, second] = answers.sort((one, other) => one.status - other.status)
    expect([first?.status, second?.status]).toEqual([201, 409])
    expect(second).toMatchObject({ headers: { 'retry-after': '1' }, body: { type: 'urn:problem:in-progress' } })
  })

  it('is refused for a while after five proofs that were', async () => {
    const office = await openOffice()
    const wrong = { ...proofs.invoice, invoiceNumber: 'DE40432504', email: EMAIL }
    for (let count = 0; count < 5; count++) expect((await office.register(wrong)).status).toBe(422)
    const answer = await office.register({ ...proofs.invoice, email: EMAIL })
    expect(answer.status).toBe(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(800)
  })
})

it('the logins in the README are good', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8')
  for (const { login, password } of Object.values(sampleLogins)) expect(readme).toContain(`| ${login} | ${password} |`)
})

describe('activation', () => {
  async function waiting() {
    const office = await openOffice()
    const { body } = await office.register({ ...proofs.invoice, email: EMAIL })
    const [code = ''] = await office.codesTo(EMAIL)
    return { ...office, id: body.registrationId, url: body.activationUrl ?? '', code }
  }

  it('takes each code that was sent; another address voids those of the first', async () => {
    const { id, code, resend, correct, codesTo, activate } = await waiting()
    expect((await resend(id)).status).toBe(202)
    expect(await codesTo(EMAIL)).toHaveLength(2)
    expect(problemOf(await activate(id, code, 'corta'))).toEqual([422, 'weak-password'])
    const corrected = await correct(id, 'ana@example.org')
    expect([corrected.status, corrected.body.maskedEmail]).toEqual([200, 'a••@example.org'])
    expect(problemOf(await activate(id, code))).toEqual([422, 'wrong-code'])
    const [fresh = ''] = await codesTo('ana@example.org')
    expect((await activate(id, `${fresh.slice(0, 3)} ${fresh.slice(3)}`)).status).toBe(204)
    expect(problemOf(await resend(id))).toEqual([410, 'registration-expired'])
    expect(problemOf(await correct(id, EMAIL))).toEqual([410, 'registration-expired'])
  })

  it('takes no code after five wrong ones until another is sent, and is not over for that', async () => {
    const { id, code, activate, codesTo, resend, state } = await waiting()
    for (let count = 0; count < 5; count++) expect(problemOf(await activate(id, anotherCode(code)))).toEqual([422, 'wrong-code'])
    expect(problemOf(await activate(id, code))).toEqual([410, 'registration-expired'])
    expect((await state(id)).body.status).toBe('awaitingActivation')
    expect((await resend(id)).status).toBe(202)
    const fresh = (await codesTo(EMAIL)).find((each) => each !== code) ?? ''
    expect(problemOf(await activate(id, code))).toEqual([422, 'wrong-code'])
    expect((await activate(id, fresh)).status).toBe(204)
  })

  it('is over when the code’s time is', async () => {
    const { id, code, activate, sandbox, state } = await waiting()
    sandbox.office.expireCodes()
    expect(problemOf(await activate(id, code))).toEqual([410, 'registration-expired'])
    expect((await state(id)).body.status).toBe('expired')
  })

  it.each([
    ['a short one', 'corta', 'Tiene menos de 12 caracteres.'],
    ['a long one', 'x'.repeat(129), 'Tiene más de 128 caracteres.'],
    ['a known one', 'Contraseña1234', 'Es una contraseña muy conocida.'],
    ['one letter', 'aaaaaaaaaaaaaa', 'Repite siempre lo mismo.'],
    ['the address', 'hola ana.mendez hola', 'Contiene su correo, su usuario, su cuenta o el nombre de la empresa.'],
    ['the account', 'mi cuenta 40989917', 'Contiene su correo, su usuario, su cuenta o el nombre de la empresa.'],
  ])('says why %s will not do as a password, and counts no try', async (_what, password, detail) => {
    const { id, code, activate } = await waiting()
    for (let count = 0; count < 6; count++) expect((await activate(id, code, password)).body.errors).toEqual([{ pointer: '/password', detail }])
    expect((await activate(id, code)).status).toBe(204)
  })

  it('ends well again under the same key after a lost reply, and only under it', async () => {
    const { id, code, activate, sandbox } = await waiting()
    const key = randomUUID()
    sandbox.faults.set('lostReply', { paths: /activation$/, times: 1 })
    await expect(activate(id, code, PASSWORD, key)).rejects.toThrow()
    expect((await activate(id, code, PASSWORD, key)).status).toBe(204)
    expect(problemOf(await activate(id, code, PASSWORD, randomUUID()))).toEqual([410, 'registration-expired'])
  })

  it('sends no more than five codes again', async () => {
    const { id, resend } = await waiting()
    for (let count = 0; count < 5; count++) expect((await resend(id)).status).toBe(202)
    const answer = await resend(id)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(3_000)
  })

  it('has a page for the phone that asks for the code too, says what is wrong, and works once', async () => {
    const { id, url, code, state, signIn } = await waiting()
    const post = async (form: Record<string, string>) => {
      const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form) })
      return { status: answer.status, text: await answer.text() }
    }
    const good = { code, password: PASSWORD, repeated: PASSWORD }
    const page = await fetch(url)
    expect([page.status, page.headers.get('cache-control'), page.headers.get('referrer-policy')]).toEqual([200, 'no-store', 'no-referrer'])
    expect(await page.text()).toMatch(/<h1>Active su cuenta<\/h1>[^]*Código[^]*Repita la contraseña/)
    expect(await post({ ...good, repeated: 'otra cosa' })).toMatchObject({ status: 422, text: expect.stringContaining('no son iguales') })
    expect(await post({ ...good, code: anotherCode(code) })).toMatchObject({ status: 422, text: expect.stringContaining('El código no es correcto') })
    const weak = await post({ code, password: 'corta', repeated: 'corta' })
    expect(weak).toMatchObject({ status: 422, text: expect.stringContaining('Tiene menos de 12') })
    expect(weak.text).toContain(`value="${code}"`)
    expect(weak.text).not.toContain('corta')
    expect(await post(good)).toMatchObject({ status: 200, text: expect.stringContaining('Su cuenta está activa') })
    expect((await state(id)).body.status).toBe('active')
    expect((await signIn(EMAIL, PASSWORD)).status).toBe(200)
    expect(await post(good)).toMatchObject({ status: 410, text: expect.stringContaining('ya se usó') })
    expect((await fetch(`${url}x`)).status).toBe(404)
  })

  it('is not found for another registration', async () => {
    const { activate, state, resend, correct } = await waiting()
    for (const answer of [await activate('x', '123456'), await state('x'), await resend('x'), await correct('x', EMAIL)]) {
      expect(problemOf(answer)).toEqual([404, 'no-registration'])
    }
  })
})
