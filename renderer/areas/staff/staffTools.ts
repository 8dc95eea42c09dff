import { mdiCalendarCheckOutline, mdiMonitorDashboard } from '@mdi/js'
import type { Audience } from '../../../shared/contract/audience.ts'

/** A screen of the staff's, as *Personal* offers it. */
export interface StaffTool {
  to: string
  icon: string
  /** Keys of its words. */
  name: string
  detail: string
  /** To whom it is offered: those who may make its calls. */
  audience: Audience
}

/** In the order in which they stand. */
export const staffTools: readonly StaffTool[] = [
  { to: '/personal/cierre', icon: mdiCalendarCheckOutline, name: 'dayEnd.heading', detail: 'dayEnd.tool', audience: 'serving' },
  { to: '/personal/estado', icon: mdiMonitorDashboard, name: 'staff.heading', detail: 'staff.clerk.equipment', audience: 'equipment' },
]
