import { mdiCalendarCheckOutline, mdiInboxArrowUpOutline, mdiMonitorDashboard, mdiPrinterOutline, mdiStethoscope } from '@mdi/js'
import type { Audience } from '../../../shared/contract/audience.ts'
import { JOBS_PATH, OUTBOX_PATH } from '../../navigation/routes.ts'

/** A screen of the staff's, as *Personal* offers it. */
export interface StaffTool {
  to: string
  icon: string
  /** Keys of its words. */
  name: string
  detail: string
  /** With which it is reached from every screen of theirs. */
  key: string
  /** To whom it is offered: those who may make its calls. */
  audience: Audience
}

/** In the order in which they stand. */
export const staffTools: readonly StaffTool[] = [
  { to: OUTBOX_PATH, icon: mdiInboxArrowUpOutline, name: 'desks.outbox.heading', detail: 'desks.outbox.tile', audience: 'serving', key: 'F6' },
  { to: JOBS_PATH, icon: mdiPrinterOutline, name: 'desks.jobs.heading', detail: 'desks.jobs.tile', audience: 'equipment', key: 'F7' },
  { to: '/personal/cierre', icon: mdiCalendarCheckOutline, name: 'dayEnd.heading', detail: 'dayEnd.tool', audience: 'serving', key: 'F8' },
  { to: '/personal/estado', icon: mdiMonitorDashboard, name: 'staff.heading', detail: 'staff.clerk.equipment', audience: 'equipment', key: 'F9' },
  { to: '/personal/autoprueba', icon: mdiStethoscope, name: 'selfTest.heading', detail: 'selfTest.tile', audience: 'equipment', key: 'F10' },
]
