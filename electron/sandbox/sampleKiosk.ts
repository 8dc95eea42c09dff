import { zoneProfiles } from './sample/zones.ts'

/** The one kiosk that the sandbox knows, and the branch where it stands. */
export const sampleKiosk = { clientId: 'kiosko-centro-07', kioskId: 'centro-07' } as const

export const sampleBranch = {
  id: 'sucursal-centro',
  name: 'Sucursal Centro',
  kioskId: sampleKiosk.kioskId,
  folioSeries: 'K07',
  timeZone: 'America/Monterrey',
  homeZoneId: 'zona-monterrey',
  zoneIds: zoneProfiles.map(({ zone }) => zone.id),
}
