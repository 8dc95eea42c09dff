import type es from '../es-MX/standby.ts'
import type { Words } from '../words.ts'

export default {
  meanwhile: 'In the meantime',
  counter: { name: 'Go to the counter', detail: 'They can help you with your bill, payments and claims.' },
  emergency: 'Emergencies',
  outOfService: {
    heading: 'Kiosk out of service',
    lead: 'We cannot help you on this screen for now. We are sorry.',
    back: { name: 'It comes back by itself', detail: 'This screen opens again as soon as service returns.' },
  },
  first: {
    connectingLead: 'This counter is receiving its data for the first time. It opens by itself as soon as they are here.',
    offline: 'This counter is waiting for its first connection',
    offlineLead: 'We are preparing the data, but there is no connection to the company yet, and without it we cannot show your account.',
    alone: { name: 'It starts by itself', detail: 'We keep trying. There is nothing you need to touch.' },
    staff: 'For the staff',
    staffChecks: 'Check the cable or wifi of this machine, that other machines of the branch have internet, and the date and time.',
  },
  received: '1 record received | {count} records received',
} satisfies Words<typeof es>
