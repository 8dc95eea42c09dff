import { mdiExitRun, mdiLightbulbOffOutline, mdiPhoneOutline, mdiValveClosed, mdiWaterOff } from '@mdi/js'
import type { Service } from '../../zones/service.ts'

/** What to do first, by service; while none is known, by what the person sees or smells. The words stand under `app.emergencies`. */
export const emergencySteps = {
  gas: [
    { key: 'gas.leave', icon: mdiExitRun },
    { key: 'gas.touchNothing', icon: mdiLightbulbOffOutline },
    { key: 'gas.callOutside', icon: mdiPhoneOutline },
  ],
  water: [
    { key: 'water.close', icon: mdiValveClosed },
    { key: 'water.turbid', icon: mdiWaterOff },
    { key: 'water.call', icon: mdiPhoneOutline },
  ],
  other: [
    { key: 'other.gas', icon: mdiLightbulbOffOutline },
    { key: 'other.water', icon: mdiValveClosed },
  ],
} as const satisfies Record<Service, readonly { key: string; icon: string }[]>
