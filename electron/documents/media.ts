import type { Zone } from '../../shared/utility-api/generated/types.gen.ts'
import { pageOf } from './letterhead.ts'
import type { Media } from './drawnDocument.ts'

/** What the printers of a zone's branches are loaded with. */
export const mediaOf = (zone: Zone): Media => (pageOf(zone) === 'LETTER' ? 'letter' : 'a4')
