import { describe, expect, it } from 'vitest'
import type { Block } from '../../../electron/documents/tickets/block.ts'
import { cashModel, type CashSource } from '../../../electron/documents/tickets/cashModel.ts'
import { cashTicket } from '../../../electron/documents/tickets/cashTicket.ts'
import { encodeTicket } from '../../../electron/documents/tickets/encode.ts'
import { activationStepsModel } from '../../../electron/documents/activationSteps/activationStepsModel.ts'
import { onlinePaymentModel } from '../../../electron/documents/onlinePayment/onlinePaymentModel.ts'
import { onlinePaymentTicket } from '../../../electron/documents/tickets/onlinePaymentTicket.ts'
import { activationStepsTicket } from '../../../electron/documents/tickets/activationStepsTicket.ts'
import { receiptTicket } from '../../../electron/documents/tickets/receiptTicket.ts'
import { testTicket } from '../../../electron/documents/tickets/testTicket.ts'
import { turnTicket } from '../../../electron/documents/tickets/turnTicket.ts'
import { printedAt } from '../../../electron/documents/printedOn.ts'
import { receiptModel } from '../../../electron/documents/receipt/receiptModel.ts'
import type { ReceiptSource } from '../../../electron/documents/receipt/receiptSource.ts'
import { mexicanAccount, mexicanInvoice, monterrey, montevideo, uruguayanAccount, uruguayanInvoice } from '../../fixtures/documents/documentSamples.ts'
import { renderTicket } from '../../fixtures/printing/escposText.ts'
import { stepsByMail, stepsByPage } from '../../fixtures/documents/activationSteps.ts'
import { openPayment, receivedPayment } from '../../fixtures/documents/onlinePayments.ts'
import { answeredLeak, storedClaim, withText } from '../../fixtures/documents/receipts.ts'

const widths = [80, 58] as const
const printedOn = printedAt('2026-11-21T16:42:00Z', monterrey.timeZone)

const mexicanDesk: CashSource = {
  account: mexicanAccount,
  zone: monterrey,
  branch: 'Sucursal Centro',
  invoices: [mexicanInvoice],
  printedOn,
  today: '2026-11-21',
}
const { paymentReference: _, ...unreferenced } = { ...uruguayanInvoice, number: 'ZE40389300', dueOn: '2026-11-02', balance: 100_000 }
const uruguayanDesk: CashSource = {
  account: uruguayanAccount,
  zone: montevideo,
  branch: null,
  invoices: [uruguayanInvoice, unreferenced],
  printedOn,
  today: '2026-11-21',
}

const receipt = (source: ReceiptSource): Block[] => receiptTicket(receiptModel(source))
const turn = turnTicket({ locale: 'es-MX', brand: 'Gas del Norte', branch: 'Sucursal Centro', name: 'A-042', date: '21 de noviembre de 2026', time: '10:42' })

const tickets: Record<string, readonly Block[]> = {
  'receipt-es-MX': receipt(storedClaim),
  'receipt-es-UY': receipt(answeredLeak),
  'cash-es-MX': cashTicket(cashModel(mexicanDesk)),
  'cash-es-UY': cashTicket(cashModel(uruguayanDesk)),
  'online-payment-open': onlinePaymentTicket(onlinePaymentModel(openPayment)),
  'online-payment-received': onlinePaymentTicket(onlinePaymentModel(receivedPayment)),
  'activation-steps-page': activationStepsTicket(activationStepsModel(stepsByPage)),
  'activation-steps-mail': activationStepsTicket(activationStepsModel(stepsByMail)),
  turn,
}

describe.each(widths)('on a roll of %i mm', (width) => {
  const printed = (blocks: readonly Block[]) => renderTicket(encodeTicket(blocks, width), width)

  it.each(Object.entries(tickets))('the ticket %s is as it should be', async (name, blocks) => {
    const { text, cuts } = printed(blocks)
    await expect(`${text}\n`).toMatchFileSnapshot(`expected/${name}-${width}.txt`)
    expect(cuts).toBe(1)
  })

  it('the test page is as it should be', async () => {
    await expect(`${renderTicket(testTicket(width, printedOn), width).text}\n`).toMatchFileSnapshot(`expected/test-${width}.txt`)
  })

  it('says the folio as it is, large, and in a QR', () => {
    const { text, codes } = printed(receipt(storedClaim))
    expect(codes).toMatchObject([{ symbology: 'QR M', data: 'K07-20261121-00428' }])
    expect(text).toMatch(/<(2x2|1x2) bold> K07-20261121-00428$/m)
  })

  it.each([
    [null, 'La atendió el personal. Si tiene dudas, pregunte en el mostrador con este comprobante.'],
    ['K07-20261121-00435', 'La atendió el personal. En su lugar está el folio K07-20261121-00435.'],
  ])('says of what staff closed, with %s in its place, that they saw to it', (successor, words) => {
    const { text } = printed(receipt({ ...storedClaim, stored: { ...storedClaim.stored, state: 'refused' }, settled: { successor } }))
    // Without how each line is printed.
    expect(text.replaceAll(/^<[^>]*>/gm, '').replaceAll(/\s+/g, ' ')).toContain(words)
  })

  it('bears the bank’s page of a payment that is open, as it is', () => {
    const { codes } = printed(onlinePaymentTicket(onlinePaymentModel(openPayment)))
    expect(codes).toMatchObject([{ symbology: 'QR M', data: openPayment.payment.checkoutUrl }])
  })

  it('sets bars where they fit, else a QR, of the reference as the desk must read it', () => {
    const { codes } = printed(cashTicket(cashModel(mexicanDesk)))
    expect(codes).toEqual([
      width === 80
        ? { symbology: 'BARCODE CODE128C', data: mexicanInvoice.paymentReference, module: 2 }
        : { symbology: 'QR M', data: mexicanInvoice.paymentReference, module: 6 },
    ])
  })

  it('leaves room for a wide amount, and for many invoices', () => {
    const invoices = Array.from({ length: 12 }, (_, index) => ({ ...mexicanInvoice, number: `DE 4043 25${10 + index}`, balance: 1_234_567_890 }))
    const { text, codes } = printed(cashTicket(cashModel({ ...mexicanDesk, invoices })))
    expect(codes).toHaveLength(12)
    expect(text).toContain('$148,148,146.80')
    expect(text.match(/\$12,345,678\.90/g)).toHaveLength(12)
  })

  it('prints a reference that no code carries as text alone', () => {
    const reference = 'ÑANDÚ 12'
    const { text, codes } = printed(cashTicket(cashModel({ ...mexicanDesk, invoices: [{ ...mexicanInvoice, paymentReference: reference }] })))
    expect(codes).toEqual([])
    expect(text).toContain(reference)
  })

  it.each([
    '\u001bp\u0000\u0019\u0019',
    '\u001d(k',
    '\u0010\u0014\u0001\u0000\u0001',
    'a\u0000b\u007fc\u009b2Jd',
    '👩‍👩‍👧 \u202eevil\u202c ﷽',
    "=cmd|' /C calc'!A0\ta\r\nb\u2028c\ud83d",
    'x'.repeat(500),
  ])('prints %j as a text, wherever it stands', (evil) => {
    const account = { ...mexicanAccount, number: evil }
    const zone = { ...monterrey, company: evil, emergencyPhone: evil }
    const claim = { ...withText(evil), account, zone, topic: { id: 't', kind: 'claim' as const, name: evil, emergency: true } }
    const invoice = { ...mexicanInvoice, number: evil, paymentReference: evil }
    for (const blocks of [
      receipt({ ...claim, stored: { ...claim.stored, localFolio: evil, utilityFolio: evil } }),
      cashTicket(cashModel({ ...mexicanDesk, account, zone, branch: evil, invoices: [invoice] })),
      turnTicket({ locale: 'es-MX', brand: evil, branch: evil, name: evil, date: evil, time: evil }),
    ]) {
      // The renderer knows no drawer, and no control character but those of our own commands.
      expect(printed(blocks).cuts).toBe(1)
    }
  })
})

describe('a drawer', () => {
  it.each(widths)('is never opened: no ticket of %i mm holds the bytes that do', (width) => {
    const all = [...Object.values(tickets).map((blocks) => encodeTicket(blocks, width)), testTicket(width, printedOn)]
    for (const bytes of all) {
      const kicks = ['\u001bp', '\u0010\u0014', '\u0010\u0005', '\u0010\u0004']
      expect(kicks.filter((kick) => Buffer.from(bytes).includes(kick))).toEqual([])
    }
  })
})

describe('the code page', () => {
  it('is set before every ticket, and again behind its cut', () => {
    const stream = Buffer.from(encodeTicket(turn, 80)).toString('latin1')
    const setUp = '\u001b@\u001bR\u0000\u001bt\u0013'
    expect(stream.startsWith(setUp)).toBe(true)
    expect(stream.endsWith(`\u001dV\u0001${setUp}`)).toBe(true)
  })
})
