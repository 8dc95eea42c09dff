import { createHash } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { startDrawing } from '../../../electron/documents/drawing.ts'
import { createLog } from '../../../electron/log/log.ts'
import { drawnPapers } from '../../fixtures/documents/drawnPaper.ts'
import { answeredLeak, storedClaim, withText } from '../../fixtures/documents/receipts.ts'

const drawing = startDrawing({ log: createLog() })
const { drawReceipt, dispose } = drawnPapers(drawing)

afterAll(async () => {
  await drawing.close()
  dispose()
})

describe('the receipt of a claim filed without a network', async () => {
  const paper = await drawReceipt(storedClaim)

  test('stands on one letter sheet', () => {
    expect(paper.sheets).toBe(1)
    expect(paper.info()).toMatch(/Page size:\s+612 x 792 pts \(letter\)/)
    expect(paper.text()).toContain('Comprobante de solicitud')
  })

  test('says what was filed, where, when, and what happens next', () => {
    for (const words of [
      'Gas del Norte de Monterrey, S.A. de C.V. · RFC GNM970512AB3',
      'K07-20261121-00428',
      'Presentada el 21 de noviembre de 2026 a las 10:42',
      'Reclamación',
      'Lectura estimada o equivocada',
      '40989917-7',
      'M•••• G•••••• P••• I•••••',
      'DE 4043 2503',
      '4,290 m³',
      'Pido que revisen la lectura y corrijan el cobro.',
      'Se enviará en cuanto haya conexión; la fecha que cuenta es la de este comprobante.',
    ]) {
      expect(paper.words()).toContain(words)
    }
    expect(paper.words()).not.toMatch(/Copia|Folio de la empresa|undefined|null|sentinel/)
  })

  test.each([150, 300])('its folio is read from a print of %i dpi', (dpi) => {
    expect(paper.codes(dpi)).toEqual([{ symbology: 'QR-Code', text: 'K07-20261121-00428' }])
  })

  test('the same data make the same bytes', async () => {
    const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
    expect(digest((await drawReceipt(storedClaim)).bytes)).toBe(digest(paper.bytes))
  })
})

test('the receipt of a leak stands on A4, says whom to call, and that it is a copy', async () => {
  const paper = await drawReceipt(answeredLeak)
  expect(paper.info()).toMatch(/Page size:\s+595\.28 x 841\.89 pts \(A4\)/)
  for (const words of [
    'Este comprobante no avisa a una cuadrilla. En una emergencia llame al 0800 1871.',
    'Copia 2 · Impresa el 21/11/2026 a las 10:12',
    'R-2026-118204',
    'a más tardar el 14 de diciembre de 2026',
    'Reclamo',
  ]) {
    expect(paper.words()).toContain(words)
  }
  expect(paper.codes(150)).toEqual([{ symbology: 'QR-Code', text: 'M03-20261121-00012' }])
})

describe('whatever is written in it', () => {
  /** Without what stands between two sheets. */
  const whole = (text: string): string => text.replace(/\s+/g, '').replace(/ComprobanteK07-20261121-00428·Hoja\dde\d/g, '')

  test.each([
    ['words', 1, 'Ñandú corrió más de lo que debía. '.repeat(60).slice(0, 2_000)],
    ['a thousand lines', 1, 'a\n'.repeat(1_000)],
    ['one word without an end', 2, 'W'.repeat(2_000)],
    ['as many lines as are kept', 2, Array.from({ length: 24 }, () => 'M'.repeat(82)).join('\n')],
  ])('2,000 characters of %s are all there, on %i sheets at most', async (_, most, text) => {
    const paper = await drawReceipt(withText(text))
    expect(paper.sheets).toBeLessThanOrEqual(most)
    expect(whole(paper.words())).toContain(whole(text))
    expect(paper.codes(150)).toHaveLength(1)
  })

  test('S04 markup, templates and control characters are inert', async () => {
    const hostile = '<b>Ana</b> {{7*7}} =cmd|calc ${x} file:///etc/passwd'
    const paper = await drawReceipt({
      ...withText(`${hostile}\u0000\u001b[31m\u202e`),
      topic: { id: 't', kind: 'claim', name: hostile },
    })
    expect(whole(paper.words()).split(whole(hostile))).toHaveLength(3)
    expect(paper.info()).toMatch(/JavaScript:\s+no\n/)
  })

  test('formulas, tabs, ends of lines of every kind, half signs and turned writing are read back as they were written', async () => {
    const written = "=cmd|' /C calc'!A0\tuno\r\ndos\rtres\u2028cuatro\v@SUM(1) +1 \u202e-1\u2066 a\ud83db \u200dñ 字 |f;"
    const paper = await drawReceipt(withText(written))
    expect(whole(paper.words())).toContain(whole("=cmd|' /C calc'!A0 uno dos tres cuatro @SUM(1) +1 -1 a?b ñ ? |f;"))
    expect(paper.sheets).toBe(1)
    expect(paper.info()).toMatch(/JavaScript:\s+no\n/)
  })

  test('names of 120 characters leave the rest in its place', async () => {
    const long = 'María de los Ángeles '.repeat(6).slice(0, 120)
    const paper = await drawReceipt({
      ...storedClaim,
      account: storedClaim.account && { ...storedClaim.account, holder: { ...storedClaim.account.holder, givenNames: long, familyName: 'X'.repeat(120) } },
      topic: { id: 't', kind: 'claim', name: 'Y'.repeat(120) },
      branch: storedClaim.branch && { ...storedClaim.branch, name: 'Z'.repeat(120) },
      zone: { ...storedClaim.zone, company: 'Gas '.repeat(30), issuer: { ...storedClaim.zone.issuer, legalName: 'V'.repeat(120) } },
    })
    expect(paper.sheets).toBe(1)
    for (const run of ['Y', 'Z']) expect(whole(paper.words())).toContain(run.repeat(120))
    // The head has one line for the legal name, and its number after it.
    expect(paper.words()).toMatch(/V{40,}… · RFC GNM970512AB3/)
    expect(paper.words()).not.toContain('Ángeles M')
    expect(paper.codes(150)).toEqual([{ symbology: 'QR-Code', text: 'K07-20261121-00428' }])
  })
})
