import type { PrintableKind } from '../../../shared/contract/documents.ts'
import { success, type Result } from '../../../shared/result.ts'
import type { DrawnDocument } from '../drawnDocument.ts'
import type { DrawingParts } from '../documentType.ts'
import type { Block } from './block.ts'
import { encodeTicket } from './encode.ts'

/** A ticket of these blocks, for the roll in the printer. */
export const drawnTicket = (kind: PrintableKind, blocks: readonly Block[], { widthMm }: Pick<DrawingParts, 'widthMm'>): Result<DrawnDocument> =>
  success({ bytes: encodeTicket(blocks, widthMm), sheets: 1, kind })
