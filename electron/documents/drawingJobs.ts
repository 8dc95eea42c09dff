import type { ActivationStepsModel } from './activationSteps/activationStepsModel.ts'
import type { AgreementModel } from './agreement/agreementModel.ts'
import type { DayEndModel } from './dayEnd/dayEndModel.ts'
import type { DuplicateModel } from './duplicate/duplicateModel.ts'
import type { LegalTextModel } from './legalText/legalTextModel.ts'
import type { OnlinePaymentModel } from './onlinePayment/onlinePaymentModel.ts'
import type { PaymentProofModel } from './paymentProof/paymentProofModel.ts'
import type { DrawnPdf } from './pdf.ts'
import type { ReceiptModel } from './receipt/receiptModel.ts'
import type { SlipModel } from './slip/slipModel.ts'
import type { StatementPaper } from './statement/statementPaper.ts'
import type { TestSheetModel } from './testSheet.ts'

/** What the drawing thread is asked, and what it answers to each question. */
export type DrawingJobs = {
  agreement: { question: AgreementModel; answer: DrawnPdf }
  duplicate: { question: DuplicateModel; answer: DrawnPdf }
  receipt: { question: ReceiptModel; answer: DrawnPdf }
  slip: { question: SlipModel; answer: DrawnPdf }
  onlinePayment: { question: OnlinePaymentModel; answer: DrawnPdf }
  paymentProof: { question: PaymentProofModel; answer: DrawnPdf }
  activationSteps: { question: ActivationStepsModel; answer: DrawnPdf }
  legalText: { question: LegalTextModel; answer: DrawnPdf }
  dayEnd: { question: DayEndModel; answer: DrawnPdf }
  statement: { question: StatementPaper; answer: DrawnPdf }
  testSheet: { question: TestSheetModel; answer: DrawnPdf }
  sheets: { question: Uint8Array; answer: number }
}
