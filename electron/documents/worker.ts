import { parentPort } from 'node:worker_threads'
import { activationStepsDefinition } from './activationSteps/drawActivationSteps.ts'
import { agreementDefinition } from './agreement/drawAgreement.ts'
import { answerQuestions } from './answering.ts'
import { dayEndDefinition } from './dayEnd/drawDayEnd.ts'
import { duplicateDefinition } from './duplicate/drawDuplicate.ts'
import { sampleModel } from './duplicate/sample.ts'
import type { DrawingJobs } from './drawingJobs.ts'
import { legalTextDefinition } from './legalText/drawLegalText.ts'
import { onlinePaymentDefinition } from './onlinePayment/drawOnlinePayment.ts'
import { paymentProofDefinition } from './paymentProof/drawPaymentProof.ts'
import { drawPdf } from './pdf.ts'
import { receiptDefinition } from './receipt/drawReceipt.ts'
import { countSheets } from './sheets.ts'
import { slipDefinition } from './slip/drawSlip.ts'
import { statementDefinition } from './statement/drawStatement.ts'
import { testSheetDefinition } from './testSheet.ts'
import type { JobMessage } from './thread.ts'

if (!parentPort) throw new Error('the drawing thread is started by drawing.ts')

answerQuestions<DrawingJobs>(parentPort, perform, warmUp())

async function perform(message: JobMessage<DrawingJobs>): Promise<unknown> {
  switch (message.kind) {
    case 'agreement':
      return drawPdf(agreementDefinition(message.question))
    case 'duplicate':
      return drawPdf(duplicateDefinition(message.question))
    case 'receipt':
      return drawPdf(receiptDefinition(message.question))
    case 'slip':
      return drawPdf(slipDefinition(message.question))
    case 'onlinePayment':
      return drawPdf(onlinePaymentDefinition(message.question))
    case 'paymentProof':
      return drawPdf(paymentProofDefinition(message.question))
    case 'activationSteps':
      return drawPdf(activationStepsDefinition(message.question))
    case 'legalText':
      return drawPdf(legalTextDefinition(message.question))
    case 'dayEnd':
      return drawPdf(dayEndDefinition(message.question))
    case 'statement':
      return drawPdf(statementDefinition(message.question))
    case 'testSheet':
      return drawPdf(testSheetDefinition(message.question))
    case 'sheets':
      return countSheets(message.question)
  }
}

/** Fonts parsed and code compiled before the first customer waits for them; a second sheet would gain less than anybody notices. */
async function warmUp(): Promise<void> {
  await drawPdf(duplicateDefinition(sampleModel))
}
