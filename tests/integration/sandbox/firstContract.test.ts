import { expect, it } from 'vitest'
import { sampleLogins } from '../../../electron/sandbox/data/customers.ts'
import { openOffice, PASSWORD, problemOf, proofs } from '../../fixtures/sandbox/customerOffice.ts'

const EMAIL = 'ana.mendez@example.com'
const { registered } = sampleLogins

it('a utility of contract 1.0 registers and signs in, and names nothing that came with 1.1', async () => {
  const office = await openOffice({ contract: '1.0' })
  const { body } = await office.register({ ...proofs.atOnce, email: EMAIL })
  expect(Object.keys(body).sort()).toEqual(['expiresAt', 'maskedEmail', 'registrationId', 'status'])
  expect(body.status).toBe('awaitingActivation')
  const mail = await office.newestMail()
  expect(mail.text).not.toContain('http')
  const [code = ''] = await office.codesTo(EMAIL)
  expect((await office.activate(body.registrationId, code)).status).toBe(204)
  const session = await office.signIn(EMAIL, PASSWORD)
  expect(Object.keys(session.body).sort()).toEqual(['accountIds', 'customerId', 'email', 'lastSignInAt', 'name'])
  expect(Object.keys((await office.requestRenewal(registered.login)).body)).toEqual(['renewalId'])
})

it('what came with 1.1 is not found there', async () => {
  const office = await openOffice({ contract: '1.0', accounts: 2 })
  const { registrationId: id } = (await office.register({ ...proofs.invoice, email: EMAIL })).body
  for (const answer of [await office.state(id), await office.correct(id, EMAIL), await office.resend(id)]) {
    expect(problemOf(answer)).toEqual([404, 'not-found'])
  }
  const session = { sessionId: 'x', sessionToken: 'x' }
  expect(problemOf(await office.askEmail(session, EMAIL, PASSWORD))).toEqual([404, 'not-found'])
  const out = await office.call('DELETE', '/v1/sessions/x', null, null, office.ofSession(session, '/v1/sessions/{sessionId}'))
  expect(problemOf(out)).toEqual([404, 'not-found'])
})

it('its zones say nothing that came with 1.1', async () => {
  const { client } = await openOffice({ contract: '1.0', accounts: 1 })
  const zones = (await client.changes()).changes.filter(({ entity }) => entity === 'zone')
  expect(zones).toHaveLength(6)
  for (const { data } of zones) {
    for (const later of ['documentTypes', 'passwordAtOnce', 'formerPortal', 'claimNotice', 'billCodes']) expect(data).not.toHaveProperty(later)
  }
})
