import { z } from 'zod'

/** What somebody does who works at the branch, as the utility's feed says it. */
export const staffRole = z.enum(['clerk', 'supervisor', 'technician'])
export type StaffRole = z.infer<typeof staffRole>

/**
 * As whom somebody stands at the counter. `locked`: a clerk's session that waits for a PIN; `diagnostics`: nobody of the staff, at a kiosk that was
 * started with `--diagnostics`.
 */
export type Standing = 'visitor' | 'invoiceHolder' | 'customer' | StaffRole | 'locked' | 'diagnostics'

const themselves: readonly Standing[] = ['visitor', 'invoiceHolder', 'customer']
const staff: readonly Standing[] = staffRole.options

/** Who may call a channel. */
export const audiences = {
  everybody: [...themselves, ...staff, 'locked'],
  /** What one says of oneself: who one is, one's own password. Nobody says it for another. */
  themselves,
  /** What a customer does, themselves or through a clerk who serves them. */
  served: [...themselves, 'clerk', 'supervisor'],
  /** What those do who serve customers, and no customer. */
  serving: ['clerk', 'supervisor'],
  staff,
  /** The equipment, which somebody must see to also where no clerk is known yet. */
  equipment: [...staff, 'diagnostics'],
  locked: ['locked'],
} as const satisfies Record<string, readonly Standing[]>
export type Audience = keyof typeof audiences

/** Whether a call for this audience may be made by somebody in one of these standings: staff may have several roles. */
export const hears = (audience: Audience, standings: readonly Standing[]): boolean => {
  const those: readonly Standing[] = audiences[audience]
  return standings.some((standing) => those.includes(standing))
}
