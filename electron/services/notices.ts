import type { Notice } from '../../shared/contract/notices.ts'
import type { Notice as FedNotice } from '../../shared/utility-api/generated/types.gen.ts'

/** A notice as screens show it. */
export const describeNotice = ({ id, title, body, validTo }: FedNotice): Notice => ({ id, title, body, validTo: validTo ?? null })
