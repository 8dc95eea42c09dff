import type { DocumentKind } from '../../shared/contract/documents.ts'
import type { DocumentType } from './documentType.ts'
import { cashTicket } from './types/cashTicket.ts'
import { consumption } from './types/consumption.ts'
import { duplicate } from './types/duplicate.ts'
import { receipt } from './types/receipt.ts'
import { slip } from './types/slip.ts'
import { statement } from './types/statement.ts'
import { testPage } from './types/testPage.ts'
import { turn } from './types/turn.ts'

type DocumentTypes = { [K in DocumentKind]: DocumentType<K> }

const documentTypes: DocumentTypes = { duplicate, receipt, statement, consumption, slip, cashTicket, turn, testPage }

/** The type of a kind. Call it with `ref.kind` and hand `ref` to what it answers. */
export const documentType = <K extends DocumentKind>(kind: K): DocumentType<K> => documentTypes[kind]
