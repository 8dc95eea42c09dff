import type { Log } from '../log/log.ts'
import type { ActivationStepsModel } from './activationSteps/activationStepsModel.ts'
import type { AgreementModel } from './agreement/agreementModel.ts'
import type { DayEndModel } from './dayEnd/dayEndModel.ts'
import type { DuplicateModel } from './duplicate/duplicateModel.ts'
import type { DrawingJobs } from './drawingJobs.ts'
import type { LegalTextModel } from './legalText/legalTextModel.ts'
import type { OnlinePaymentModel } from './onlinePayment/onlinePaymentModel.ts'
import type { PaymentProofModel } from './paymentProof/paymentProofModel.ts'
import type { DrawnPdf } from './pdf.ts'
import type { ReceiptModel } from './receipt/receiptModel.ts'
import type { SlipModel } from './slip/slipModel.ts'
import type { StatementPaper } from './statement/statementPaper.ts'
import type { TestSheetModel } from './testSheet.ts'
import { startWorkingThread } from './thread.ts'

const LONGEST_JOB_MS = 30_000
/** An ordinary page takes a third of it. */
const MOST_MEMORY_MB = 512

export interface Drawing {
  /** Draws a payment agreement. Rejects when it cannot be drawn. */
  drawAgreement(model: AgreementModel): Promise<DrawnPdf>
  /** Draws a duplicate. Rejects when it cannot be drawn. */
  drawDuplicate(model: DuplicateModel): Promise<DrawnPdf>
  /** Draws the receipt of something filed. Rejects when it cannot be drawn. */
  drawReceipt(model: ReceiptModel): Promise<DrawnPdf>
  /** Draws a payment slip. Rejects when it cannot be drawn. */
  drawSlip(model: SlipModel): Promise<DrawnPdf>
  /** Draws the paper about a payment on one's own phone. Rejects when it cannot be drawn. */
  drawOnlinePayment(model: OnlinePaymentModel): Promise<DrawnPdf>
  /** Draws the proof of a payment. Rejects when it cannot be drawn. */
  drawPaymentProof(model: PaymentProofModel): Promise<DrawnPdf>
  /** Draws the steps to an active account. Rejects when it cannot be drawn. */
  drawActivationSteps(model: ActivationStepsModel): Promise<DrawnPdf>
  /** Draws a text of the utility. Rejects when it cannot be drawn. */
  drawLegalText(model: LegalTextModel): Promise<DrawnPdf>
  /** Draws a day's end. Rejects when it cannot be drawn. */
  drawDayEnd(model: DayEndModel): Promise<DrawnPdf>
  /** Draws a statement of account. Rejects when it cannot be drawn. */
  drawStatement(paper: StatementPaper): Promise<DrawnPdf>
  /** Draws a test page. Rejects when it cannot be drawn. */
  drawTestSheet(model: TestSheetModel): Promise<DrawnPdf>
  /** How many sheets a PDF prints on, one-sided. Rejects when it is not a PDF that can be read. */
  countSheets(pdf: Uint8Array): Promise<number>
  close(): Promise<void>
}

interface DrawingParts {
  log: Log
  longestJobMs?: number
  mostMemoryMb?: number
}

/** Starts the drawing thread, which warms itself up. */
export function startDrawing({ log, longestJobMs = LONGEST_JOB_MS, mostMemoryMb = MOST_MEMORY_MB }: DrawingParts): Drawing {
  const { ask, close } = startWorkingThread<DrawingJobs>({ name: 'documents', log, longestJobMs, mostMemoryMb })
  return {
    drawAgreement: (model) => ask('agreement', model),
    drawDuplicate: (model) => ask('duplicate', model),
    drawReceipt: (model) => ask('receipt', model),
    drawSlip: (model) => ask('slip', model),
    drawOnlinePayment: (model) => ask('onlinePayment', model),
    drawPaymentProof: (model) => ask('paymentProof', model),
    drawActivationSteps: (model) => ask('activationSteps', model),
    drawLegalText: (model) => ask('legalText', model),
    drawDayEnd: (model) => ask('dayEnd', model),
    drawStatement: (paper) => ask('statement', paper),
    drawTestSheet: (model) => ask('testSheet', model),
    countSheets: (pdf) => ask('sheets', pdf),
    close,
  }
}
