import { afterAll, describe, expect, test } from 'vitest'
import { activationStepsModel } from '../../../electron/documents/activationSteps/activationStepsModel.ts'
import { agreementModel } from '../../../electron/documents/agreement/agreementModel.ts'
import { dayEndModel } from '../../../electron/documents/dayEnd/dayEndModel.ts'
import { startDrawing } from '../../../electron/documents/drawing.ts'
import { duplicateModel } from '../../../electron/documents/duplicate/duplicateModel.ts'
import { legalTextModel } from '../../../electron/documents/legalText/legalTextModel.ts'
import { onlinePaymentModel } from '../../../electron/documents/onlinePayment/onlinePaymentModel.ts'
import { paymentProofModel } from '../../../electron/documents/paymentProof/paymentProofModel.ts'
import { receiptModel } from '../../../electron/documents/receipt/receiptModel.ts'
import { slipModel } from '../../../electron/documents/slip/slipModel.ts'
import { createLog } from '../../../electron/log/log.ts'
import { stepsByMail, stepsByPage } from '../../fixtures/documents/activationSteps.ts'
import { lateAgreement, uruguayanAgreement } from '../../fixtures/documents/agreements.ts'
import { doubtfulDay, signedDay } from '../../fixtures/documents/dayEnds.ts'
import { manyLines, mexicanInvoice, mexicanSource, uruguayanSource, withInvoice } from '../../fixtures/documents/documentSamples.ts'
import { differencesFromGolden } from '../../fixtures/documents/golden.ts'
import { longText, privacyPaper, shortGuide } from '../../fixtures/documents/legalTexts.ts'
import { openPayment, receivedPayment } from '../../fixtures/documents/onlinePayments.ts'
import { bankProof, returnedProof } from '../../fixtures/documents/paymentProofs.ts'
import { answeredLeak, storedClaim } from '../../fixtures/documents/receipts.ts'
import { barlessSlip, contractsSlip, overdueSlip, storeSlip, uruguayanSlip } from '../../fixtures/documents/slips.ts'
import { manyMovements, mexicanStatement, paperOf, uruguayanStatement } from '../../fixtures/documents/statements.ts'

const drawing = startDrawing({ log: createLog() })

afterAll(() => drawing.close())

const papers = {
  'duplicate-cfdi': () => drawing.drawDuplicate(duplicateModel(mexicanSource)),
  'duplicate-cfe': () => drawing.drawDuplicate(duplicateModel(uruguayanSource)),
  'duplicate-two-sheets': () => drawing.drawDuplicate(duplicateModel(withInvoice(manyLines(40)))),
  'duplicate-outdated': () => drawing.drawDuplicate(duplicateModel(withInvoice({ outdated: true }))),
  'receipt-stored': () => drawing.drawReceipt(receiptModel(storedClaim)),
  'receipt-answered': () => drawing.drawReceipt(receiptModel(answeredLeak)),
  'agreement-late': () => drawing.drawAgreement(agreementModel(lateAgreement)),
  'agreement-uy': () => drawing.drawAgreement(agreementModel(uruguayanAgreement)),
  'slip-overdue': () => drawing.drawSlip(slipModel(overdueSlip)),
  'slip-each': () => drawing.drawSlip(slipModel(storeSlip)),
  'slip-without-bars': () => drawing.drawSlip(slipModel(barlessSlip)),
  'slip-contracts': () => drawing.drawSlip(slipModel(contractsSlip)),
  'slip-uy': () => drawing.drawSlip(slipModel(uruguayanSlip)),
  'payment-proof-mx': () => drawing.drawPaymentProof(paymentProofModel(bankProof)),
  'payment-proof-returned': () => drawing.drawPaymentProof(paymentProofModel(returnedProof)),
  'online-payment-open': () => drawing.drawOnlinePayment(onlinePaymentModel(openPayment)),
  'online-payment-received': () => drawing.drawOnlinePayment(onlinePaymentModel(receivedPayment)),
  'activation-steps-page': () => drawing.drawActivationSteps(activationStepsModel(stepsByPage)),
  'activation-steps-mail': () => drawing.drawActivationSteps(activationStepsModel(stepsByMail)),
  'legal-text-guide': () => drawing.drawLegalText(legalTextModel(shortGuide)),
  'legal-text-notice': () => drawing.drawLegalText(legalTextModel(privacyPaper)),
  'legal-text-two-sheets': () => drawing.drawLegalText(legalTextModel(longText(6))),
  'day-end-signed': () => drawing.drawDayEnd(dayEndModel(signedDay)),
  'day-end-doubtful': () => drawing.drawDayEnd(dayEndModel(doubtfulDay)),
  'statement-mx': () => drawing.drawStatement(paperOf(mexicanStatement)),
  'statement-uy': () => drawing.drawStatement(paperOf(uruguayanStatement)),
  'statement-empty': () => drawing.drawStatement(paperOf({ ...mexicanStatement, from: '2026-11-20' })),
  'statement-left-out': () => drawing.drawStatement(paperOf(manyMovements(120), 60)),
}

test.each(Object.entries(papers))('%s is drawn as it was when somebody last looked at it', async (name, draw) => {
  const { pdf } = await draw()
  expect(differencesFromGolden(name, pdf)).toEqual([])
})

describe('a golden picture notices', () => {
  const differences = async (change: Parameters<typeof withInvoice>[0]): Promise<string[]> =>
    differencesFromGolden('duplicate-cfdi', (await drawing.drawDuplicate(duplicateModel(withInvoice(change)))).pdf)

  test.skipIf(process.env.GOLDEN === 'update')('one other amount', async () => {
    const [first, ...others] = mexicanInvoice.lines
    expect(await differences({ lines: [{ description: first?.description ?? '', amount: 18_990 }, ...others] })).toHaveLength(1)
  })

  test.skipIf(process.env.GOLDEN === 'update')('a bill that has become longer by a sheet', async () => {
    expect(await differences(manyLines(40))).toEqual([expect.stringContaining('cfdi-2.png is new'), expect.stringContaining('cfdi-1.png differs')])
  })
})
