import type { FileFormat } from '../../shared/contract/documents.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { DocumentFile } from './documentType.ts'

/** Problem: not-found where there are no bytes. */
export const namedFile = (name: string, extension: FileFormat, bytes: Uint8Array | null): Result<DocumentFile> =>
  bytes ? success({ name, extension, bytes }) : failure({ code: 'not-found' })
