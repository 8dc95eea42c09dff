import { z } from 'zod'
import { date, identifier } from './values.ts'

/** What the utility has to say to everyone, or to one account. Plain text. */
export const notice = z.object({ id: identifier, title: z.string(), body: z.string(), validTo: date.nullable() })
export type Notice = z.infer<typeof notice>
