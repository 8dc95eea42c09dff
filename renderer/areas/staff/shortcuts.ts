import type { Audience } from '../../../shared/contract/audience.ts'
import { staffTools } from './staffTools.ts'

/** A key that does the same on every screen of somebody of the staff. */
export interface Shortcut {
  key: string
  /** Key of its words. */
  name: string
  audience: Audience
  does: 'showKeys' | 'search' | 'lock' | { to: string }
}

/** Said beside the field to which it leads. */
export const SEARCH_KEY = 'F2'

/** In the order in which they are listed. F1 and those from F13 on are the keypad's; F3, F5, F11 and F12 the browser's. */
export const shortcuts: readonly Shortcut[] = [
  { key: SEARCH_KEY, name: 'assist.search.label', audience: 'serving', does: 'search' },
  { key: 'F4', name: 'staff.clerk.lock', audience: 'staff', does: 'lock' },
  ...staffTools.map(({ key, name, audience, to }): Shortcut => ({ key, name, audience, does: { to } })),
  { key: '?', name: 'staff.keys.heading', audience: 'staff', does: 'showKeys' },
]
