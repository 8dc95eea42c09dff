import type { Zone } from '../../../shared/contract/kiosk.ts'
import { serviceOf, type Service } from '../../zones/service.ts'

/** The emergencies of one service: whose number stands first, and the numbers of other zones. */
export interface EmergencyGroup {
  service: Service
  /** Null where several zones share the service and none of them is the person's. */
  zone: Zone | null
  others: Zone[]
}

/** By service, that of the current zone first; a number is said once within a service. */
export function emergencyGroups(zones: readonly Zone[], current: Zone | null): EmergencyGroup[] {
  const first = serviceOf(current)
  const rest = [...new Set(zones.map(serviceOf))].filter((service) => service !== first)
  return [first, ...rest].map((service) => groupOf(service, zones, service === first ? current : null))
}

function groupOf(service: Service, zones: readonly Zone[], current: Zone | null): EmergencyGroup {
  const said = new Set(current?.emergencyPhone ? [current.emergencyPhone] : [])
  const others = zones.filter((zone) => {
    if (zone.service !== service || zone.id === current?.id || !zone.emergencyPhone || said.has(zone.emergencyPhone)) return false
    said.add(zone.emergencyPhone)
    return true
  })
  if (current) return { service, zone: current, others }
  const [only, ...more] = others
  return only && more.length === 0 ? { service, zone: only, others: [] } : { service, zone: null, others }
}
