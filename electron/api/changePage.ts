import { z } from 'zod'
import { zChangePage } from '../../shared/utility-api/generated/zod.gen.ts'

/** Characters. A cursor travels in the address of the next call: servers refuse a longer address, and the feed would stand still for ever. */
const LONGEST_CURSOR = 4_096

/** Changes are judged one by one by whoever applies them: a bad one must not fail its page. */
export const zPage = zChangePage.extend({ changes: z.array(z.unknown()), cursor: z.string().max(LONGEST_CURSOR) })
export type Page = z.infer<typeof zPage>
