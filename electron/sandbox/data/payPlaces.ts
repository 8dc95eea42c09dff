import type { PayPlace } from '../../../shared/utility-api/generated/types.gen.ts'

const office = 'Lunes a viernes de 8:30 a 16:30, sábados de 9:00 a 13:00'
const always = 'Todos los días, las 24 horas'
const shops = 'Lunes a sábado de 9:00 a 19:00'

const places: [zone: string, name: string, address: string, hours?: string][] = [
  ['monterrey', 'Sucursal Centro', 'Av. Constitución 1455 Pte., Centro, Monterrey', office],
  ['monterrey', 'Sucursal Guadalupe', 'Av. Benito Juárez 820, Linda Vista, Guadalupe', office],
  ['monterrey', 'OXXO Pino Suárez', 'Pino Suárez 600, Centro, Monterrey', always],
  ['monterrey', 'Módulo Cumbres', 'Paseo de los Leones 2003, Cumbres, Monterrey'],
  ['nuevo-laredo', 'Sucursal Nuevo Laredo', 'Av. Reforma 2301, Jardín, Nuevo Laredo', office],
  ['nuevo-laredo', 'OXXO Guerrero', 'Av. Guerrero 1105, Centro, Nuevo Laredo', always],
  ['bajio-sur', 'Sucursal León', 'Blvd. Adolfo López Mateos 902, Andrade, León', office],
  ['bajio-sur', 'Sucursal Celaya', 'Av. Tecnológico 418, Las Arboledas, Celaya', office],
  ['bajio-sur', 'OXXO Irapuato Centro', 'Av. Guerrero 77, Centro, Irapuato', always],
  ['bajio-norte', 'Sucursal San Luis Potosí', 'Av. Carranza 1520, Tequisquiapan, San Luis Potosí', office],
  ['bajio-norte', 'Sucursal Aguascalientes', 'Av. Universidad 701, San Marcos, Aguascalientes', office],
  ['montevideo', 'Oficina Comercial Centro', 'Colonia 1320, Montevideo', 'Lunes a viernes de 9:15 a 16:45'],
  ['montevideo', 'Abitab Pocitos', 'Av. Brasil 2712, Montevideo', shops],
  ['montevideo', 'Abitab Unión', '8 de Octubre 3740, Montevideo', shops],
  ['queretaro', 'Oficina Calesa', 'Av. de los Arcos 120, Calesa, Querétaro', office],
  ['queretaro', 'Módulo El Pueblito', 'Av. Josefa Ortiz de Domínguez 45, El Pueblito, Corregidora', office],
]

/** Where to pay in person, by zone. */
export const payPlaces: readonly PayPlace[] = places.map(([zone, name, address, hours], place) => ({
  id: `lugar-${place + 1}`,
  zoneId: `zona-${zone}`,
  name,
  address,
  ...(hours === undefined ? {} : { hours }),
}))
