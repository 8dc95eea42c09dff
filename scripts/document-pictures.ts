import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { activationStepsDefinition } from '../electron/documents/activationSteps/drawActivationSteps.ts'
import { activationStepsModel } from '../electron/documents/activationSteps/activationStepsModel.ts'
import { agreementModel } from '../electron/documents/agreement/agreementModel.ts'
import { agreementDefinition } from '../electron/documents/agreement/drawAgreement.ts'
import { dayEndModel } from '../electron/documents/dayEnd/dayEndModel.ts'
import { dayEndDefinition } from '../electron/documents/dayEnd/drawDayEnd.ts'
import { duplicateDefinition } from '../electron/documents/duplicate/drawDuplicate.ts'
import { duplicateModel } from '../electron/documents/duplicate/duplicateModel.ts'
import { legalTextDefinition } from '../electron/documents/legalText/drawLegalText.ts'
import { legalTextModel } from '../electron/documents/legalText/legalTextModel.ts'
import { onlinePaymentDefinition } from '../electron/documents/onlinePayment/drawOnlinePayment.ts'
import { onlinePaymentModel } from '../electron/documents/onlinePayment/onlinePaymentModel.ts'
import { paymentProofDefinition } from '../electron/documents/paymentProof/drawPaymentProof.ts'
import { paymentProofModel } from '../electron/documents/paymentProof/paymentProofModel.ts'
import { drawPdf } from '../electron/documents/pdf.ts'
import { receiptDefinition } from '../electron/documents/receipt/drawReceipt.ts'
import { receiptModel } from '../electron/documents/receipt/receiptModel.ts'
import { slipDefinition } from '../electron/documents/slip/drawSlip.ts'
import { slipModel } from '../electron/documents/slip/slipModel.ts'
import { statementDefinition } from '../electron/documents/statement/drawStatement.ts'
import { stepsByMail, stepsByPage } from '../tests/fixtures/documents/activationSteps.ts'
import { contradictingAgreement, lateAgreement, longAgreement, uruguayanAgreement } from '../tests/fixtures/documents/agreements.ts'
import { manyLines, mexicanSource, uruguayanSource, withInvoice } from '../tests/fixtures/documents/documentSamples.ts'
import { longText, privacyPaper, shortGuide } from '../tests/fixtures/documents/legalTexts.ts'
import { openPayment, receivedPayment } from '../tests/fixtures/documents/onlinePayments.ts'
import { doubtfulDay, signedDay } from '../tests/fixtures/documents/dayEnds.ts'
import { bankProof, returnedProof } from '../tests/fixtures/documents/paymentProofs.ts'
import { answeredLeak, storedClaim } from '../tests/fixtures/documents/receipts.ts'
import { bankSlip, barlessSlip, contractsSlip, deskSlip, overdueSlip, storeSlip, uruguayanSlip } from '../tests/fixtures/documents/slips.ts'
import { manyMovements, mexicanStatement, paperOf, uruguayanStatement } from '../tests/fixtures/documents/statements.ts'

/** Draws the papers of `docs/documents`, to be looked at after every change: `node scripts/document-pictures.ts`. Needs pdftoppm. */
const duplicates = {
  'duplicado-cfdi': mexicanSource,
  'duplicado-cfe': uruguayanSource,
  'duplicado-40-lineas': withInvoice(manyLines(40)),
  'duplicado-saldo-a-favor': withInvoice({ total: -25050, lines: [], taxes: [], fiscal: null, previousReading: null }),
}

const receipts = { 'comprobante-guardado': storedClaim, 'comprobante-emergencia': answeredLeak }

const statements = {
  'estado-de-cuenta': paperOf(mexicanStatement),
  'estado-de-cuenta-uruguay': paperOf(uruguayanStatement),
  'estado-de-cuenta-sin-movimientos': paperOf({ ...mexicanStatement, from: '2026-11-20' }),
  'estado-de-cuenta-recortado': paperOf(manyMovements(120), 60),
}

const proofs = { 'comprobante-de-pago': bankProof, 'comprobante-de-pago-devuelto': returnedProof }

const onlinePayments = { 'pago-en-linea': openPayment, 'pago-en-linea-recibido': receivedPayment }

const slips = {
  'ficha-de-pago': bankSlip,
  'ficha-de-pago-vencida': overdueSlip,
  'ficha-de-pago-por-factura': storeSlip,
  'ficha-de-pago-sin-barras': barlessSlip,
  'ficha-de-pago-varios-contratos': contractsSlip,
  'ficha-de-pago-caja': deskSlip,
  'talon-de-pago-uruguay': uruguayanSlip,
}

const agreements = {
  'acuerdo-de-pago': lateAgreement,
  'acuerdo-de-pago-60-cuotas': longAgreement(60),
  'acuerdo-de-pago-contradictorio': contradictingAgreement,
  'acuerdo-de-pago-uruguay': uruguayanAgreement,
}

const activations = { 'pasos-de-activacion': stepsByPage, 'pasos-de-activacion-uruguay': stepsByMail }

const days = { 'cierre-del-dia': signedDay, 'cierre-del-dia-con-diferencias': doubtfulDay }

const texts = { 'guia-de-registro': shortGuide, 'aviso-de-privacidad': privacyPaper, 'texto-largo': longText(6) }

const papers = [
  ...Object.entries(duplicates).map(([name, source]) => ({ name, definition: duplicateDefinition(duplicateModel(source)) })),
  ...Object.entries(receipts).map(([name, source]) => ({ name, definition: receiptDefinition(receiptModel(source)) })),
  ...Object.entries(proofs).map(([name, source]) => ({ name, definition: paymentProofDefinition(paymentProofModel(source)) })),
  ...Object.entries(onlinePayments).map(([name, source]) => ({ name, definition: onlinePaymentDefinition(onlinePaymentModel(source)) })),
  ...Object.entries(slips).map(([name, source]) => ({ name, definition: slipDefinition(slipModel(source)) })),
  ...Object.entries(agreements).map(([name, source]) => ({ name, definition: agreementDefinition(agreementModel(source)) })),
  ...Object.entries(activations).map(([name, source]) => ({ name, definition: activationStepsDefinition(activationStepsModel(source)) })),
  ...Object.entries(texts).map(([name, source]) => ({ name, definition: legalTextDefinition(legalTextModel(source)) })),
  ...Object.entries(days).map(([name, source]) => ({ name, definition: dayEndDefinition(dayEndModel(source)) })),
  ...Object.entries(statements).map(([name, paper]) => ({ name, definition: statementDefinition(paper) })),
]

const pictures = join(import.meta.dirname, '..', 'docs', 'documents')
const folder = mkdtempSync(join(tmpdir(), 'ventanilla-pictures-'))
try {
  mkdirSync(pictures, { recursive: true })
  for (const { name, definition } of papers) {
    const { pdf } = await drawPdf(definition)
    const file = join(folder, `${name}.pdf`)
    writeFileSync(file, pdf)
    execFileSync('pdftoppm', ['-r', '100', '-png', file, join(pictures, name)])
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
