import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { sampleLogins } from '../../../electron/sandbox/data/customers.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { openOffice, PASSWORD, proofs } from '../../fixtures/sandbox/customerOffice.ts'

const EMAIL = 'ana.mendez@example.com'

/** A real mail server that keeps what it gets. */
async function startMailServer({ refusing = false } = {}) {
  const received: { to: string[]; raw: string; mail: ParsedMail }[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_address, _session, callback) => callback(refusing ? new Error('nobody here') : null),
    onData(stream, session, callback) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const raw = Buffer.concat(pieces)
        const to = session.envelope.rcptTo.map(({ address }) => address)
        void simpleParser(raw).then((mail) => {
          received.push({ to, raw: raw.toString(), mail })
          callback()
        })
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())))
  return { smtp: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, received }
}

describe('mails', () => {
  it('go to the mail server that is set, and to nobody else', async () => {
    const { smtp, received } = await startMailServer()
    const office = await openOffice({ mail: { smtp } })
    const { body } = await office.register({ ...proofs.invoice, email: EMAIL })
    await office.newestMail()
    const [mail] = received
    expect(received).toHaveLength(1)
    expect(mail?.to).toEqual([EMAIL])
    expect(mail?.mail).toMatchObject({
      subject: 'Active su cuenta en línea de Gas del Norte',
      from: { value: [{ address: 'avisos@gasdelnorte.example', name: 'Gas del Norte' }] },
    })
    const [code = ''] = await office.codesTo(EMAIL)
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`
    for (const text of [mail?.mail.text, mail?.mail.html || '']) {
      expect(text).toContain(spaced)
      expect(text).toContain(body.activationUrl)
      expect(text).toMatch(/El código sirve hasta el \d+ de \p{L}+ de \d{4}/u)
    }
    expect(mail?.mail.headers.get('auto-submitted')).toBe('auto-generated')
  })

  it('are kept as files where no server is set, whole and for their owner alone', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'mails-')), 'correo')
    const office = await openOffice({ mail: { folder } })
    await office.register({ ...proofs.invoice, email: EMAIL })
    await office.requestRenewal(sampleLogins.registered.login)
    await office.newestMail()
    const names = readdirSync(folder).sort()
    expect(names.map((name) => name.replace(/^.*-\d{4}-/, ''))).toEqual(['activation.eml', 'renewalCode.eml'])
    for (const name of names) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
    const mail = await simpleParser(readFileSync(join(folder, names[0] ?? '')))
    expect(mail.text).toContain((await office.codesTo(EMAIL))[0]?.slice(3))
    expect(mail.to).toMatchObject({ value: [{ address: EMAIL }] })
  })

  it('stand on the page again after a restart, before those that are sent then, and what is no mail is passed over', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'mails-')), 'correo')
    const before = await openOffice({ mail: { folder } })
    await before.register({ ...proofs.invoice, email: EMAIL })
    await before.requestRenewal(sampleLogins.registered.login)
    const newest = await before.newestMail()
    await before.sandbox.close()
    writeFileSync(join(folder, 'notas.txt'), 'nada')
    writeFileSync(join(folder, '2020-01-01T00-00-00-000Z-0001-active.eml'), '')

    const { sandbox, ...after } = await openOffice({ mail: { folder } })
    const subjects = async () => [...(await (await fetch(`${sandbox.url}/correo`)).text()).matchAll(/<h2>(.*?)<\/h2>/g)].map(([, subject]) => subject)
    const kept = ['Código para renovar su contraseña de Gas del Norte', 'Active su cuenta en línea de Gas del Norte']
    expect(await subjects()).toEqual(kept)
    expect(await (await fetch(`${sandbox.url}/correo`)).text()).toContain(new Date(newest.sentAt).toISOString())
    // The whole mail, as it was before.
    expect(sandbox.office.mail.sent()[0]).toMatchObject({ to: newest.to, from: newest.from, occasion: newest.occasion, text: newest.text })
    await after.register({ ...proofs.atOnce, email: 'otra@example.com' })
    await after.newestMail()
    expect((await subjects()).slice(1)).toEqual(kept)
  })

  it('stand on a page of the sandbox, newest first, with what came from outside as text', async () => {
    const office = await openOffice()
    const page = async () => (await fetch(`${office.sandbox.url}/correo`)).text()
    expect(await page()).toContain('Todavía no hay correos')
    await office.register({ ...proofs.invoice, email: '"<b>"@example.com' })
    await office.requestRenewal(sampleLogins.registered.login)
    await office.newestMail()
    const text = await page()
    expect([...text.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, subject]) => subject)).toEqual([
      'Código para renovar su contraseña de Gas del Norte',
      'Active su cuenta en línea de Gas del Norte',
    ])
    expect(text).toMatch(/<a href="http:\/\/127\.0\.0\.1:\d+\/activacion\/[\w-]+">/)
    expect(text).toContain('&lt;b&gt;')
    expect(text).not.toContain('<b>')
  })

  it.each([
    [proofs.invoice, 'es-AR', 'es-MX', 'Active su cuenta en línea de Gas del Norte'],
    [proofs.document, undefined, 'es-UY', 'Active su cuenta en línea de Gas de la Bahía'],
    [proofs.document, 'en-GB,es;q=0.5', 'en', 'Activate your Gas de la Bahía online account'],
    [proofs.person, 'pt-BR', 'pt', 'Ative sua conta on-line da Aguas de Cantera Rosa'],
    [proofs.person, 'fr', 'es-MX', 'Active su cuenta en línea de Aguas de Cantera Rosa'],
  ])('are in the language that is asked for, else the zone’s: %#', async (proof, language, locale, subject) => {
    const office = await openOffice()
    await office.register({ ...proof, email: EMAIL }, null, language === undefined ? {} : { 'accept-language': language })
    const mail = await office.newestMail()
    expect([mail.subject, /lang="([^"]+)"/.exec(mail.html)?.[1]]).toEqual([subject, locale])
  })

  it('never carry a password', async () => {
    const { smtp, received } = await startMailServer()
    const office = await openOffice({ mail: { smtp } })
    await office.register({ ...proofs.atOnce, email: EMAIL })
    const { body: session } = await office.signIn(EMAIL, PASSWORD)
    await office.askEmail(session, 'ana@example.org', PASSWORD)
    const { renewalId } = (await office.requestRenewal(EMAIL)).body
    const [code = ''] = await office.codesTo(EMAIL)
    await office.renew(renewalId, code, 'ocho perros rojos')
    await office.newestMail()
    expect(received.map(({ mail }) => mail.subject).length).toBe(5)
    for (const { raw, mail } of received) {
      for (const text of [raw, mail.text, mail.html || '']) expect(text).not.toMatch(/gatos azules|perros rojos/)
    }
  })

  it('may be late, and come in their order then', async () => {
    const office = await openOffice()
    office.sandbox.office.mail.hold(true)
    const { registrationId } = (await office.register({ ...proofs.invoice, email: EMAIL })).body
    await office.requestRenewal(sampleLogins.registered.login)
    expect(await office.codesTo(EMAIL)).toEqual([])
    office.sandbox.office.mail.hold(false)
    const [code = ''] = await office.codesTo(EMAIL)
    expect(office.sandbox.office.mail.sent().map(({ occasion }) => occasion)).toEqual(['renewalCode', 'activation'])
    expect((await office.activate(registrationId, code)).status).toBe(204)
  })

  it('that no server takes delay no answer and stop none of those that follow', async () => {
    const { smtp } = await startMailServer({ refusing: true })
    const failures: string[] = []
    const office = await openOffice({ mail: { smtp, onFailure: (reason) => void failures.push(reason) } })
    expect((await office.register({ ...proofs.invoice, email: EMAIL })).status).toBe(201)
    expect((await office.requestRenewal(sampleLogins.registered.login)).status).toBe(202)
    await eventually(() => expect(failures).toHaveLength(2))
    expect(office.sandbox.office.mail.sent()).toEqual([])
  })
})
