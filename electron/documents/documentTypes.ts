import type { DocumentKind, DocumentRef } from '../../shared/contract/documents.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { DocumentType, Refs } from './documentType.ts'
import { activationSteps } from './types/activationSteps.ts'
import { agreement } from './types/agreement.ts'
import { cashTicket } from './types/cashTicket.ts'
import { consumption } from './types/consumption.ts'
import { dayEnd } from './types/dayEnd.ts'
import { duplicate } from './types/duplicate.ts'
import { legalText } from './types/legalText.ts'
import { onlinePayment } from './types/onlinePayment.ts'
import { paymentProof } from './types/paymentProof.ts'
import { receipt } from './types/receipt.ts'
import { slip } from './types/slip.ts'
import { statement } from './types/statement.ts'
import { testPage } from './types/testPage.ts'
import { turn } from './types/turn.ts'

type DocumentTypes = { [K in DocumentKind]: DocumentType<K> }

const documentTypes: DocumentTypes = {
  ...{ duplicate, receipt, statement, paymentProof, consumption, agreement, slip, cashTicket, onlinePayment },
  ...{ activationSteps, legalText, dayEnd, turn, testPage },
}

/** The type of a kind. Call it with `ref.kind` and hand `ref` to what it answers. */
export const documentType = <K extends DocumentKind>(kind: K): DocumentType<K> => documentTypes[kind]

/** What its copies are counted by, and the screen knows it by. */
export const documentIdOf = (ref: DocumentRef, businessDate: string): string => countedBy(ref.kind, ref, businessDate)

const countedBy = <K extends DocumentKind>(kind: K, ref: Refs[K], businessDate: string): string => documentType(kind).countedBy(ref, businessDate)

/** What the audit calls it. */
export const auditSubjectOf = (ref: DocumentRef): Record<string, string> => auditSubject(ref.kind, ref)

const auditSubject = <K extends DocumentKind>(kind: K, ref: Refs[K]): Record<string, string> => documentType(kind).auditSubject(ref)

/** Whose it is now; null for nobody's, undefined for what is there no more. */
export const accountOfDocument = (ref: DocumentRef, db: ReadableDb): string | null | undefined => accountOf(ref.kind, ref, db)

const accountOf = <K extends DocumentKind>(kind: K, ref: Refs[K], db: ReadableDb): string | null | undefined => documentType(kind).accountOf(ref, db)
