import type { Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import type { Charges, City, ZoneProfile } from './profile.ts'
import { northernGas } from './seasons.ts'

type GasZone = Pick<Zone, 'id' | 'name' | 'cities' | 'timeZone' | 'taxRate' | 'emergencyPhone'> & Partial<Zone>

const gasZone = (own: GasZone): Zone => ({
  company: 'Gas del Norte',
  service: 'gas',
  currency: 'MXN',
  locale: 'es-MX',
  unit: 'm³',
  issuer: {
    legalName: 'Gas del Norte Distribución, S.A. de C.V.',
    taxId: 'GND950101AB1',
    address: 'Av. Constitución 1455 Pte., Col. Centro, 64000 Monterrey, N.L.',
    phone: '81 5550 0100',
  },
  registrationProof: 'invoice',
  regulator: { name: 'Comisión Nacional de Energía', claimBusinessDays: 10 },
  ...own,
})

const gasCharges = (rate: number, own: Partial<Charges> = {}): Charges => ({
  unitPrice: 9.85,
  usage: { description: 'Consumo de gas natural', rate },
  shares: [],
  fixed: { description: 'Cargo por servicio', amount: 62.5, rate },
  occasional: { description: 'Revisión de instalación', amount: 185, rate: 0.16 },
  monthlyUse: 45,
  seasons: northernGas,
  conversion: null,
  daysToPay: 18,
  ...own,
})

const city = (name: string, state: string, postalPrefix: string, neighbourhoods: string[]): City => ({
  name,
  state,
  postalPrefix,
  neighbourhoods,
})

const common = {
  checkDigits: 'unexplained',
  fiscal: 'cfdi-4.0',
  issuerPostalCode: '64000',
  payChannels: ['BBVA', 'Banamex', 'Banorte', 'HSBC', 'OXXO', 'ventanilla', 'débito automático'],
} as const

const spaced = (series: string) => (serial: string) => `${series} ${serial.slice(0, 4)} ${serial.slice(4)}`
const whole = (series: string) => (serial: string) => series + serial

/** The gas zones of Mexico; one company, each zone with its own numbers, prices and tax. */
export const mexicanGasZones = {
  monterrey: {
    ...common,
    zone: gasZone({
      id: 'zona-monterrey',
      name: 'Monterrey',
      cities: ['Monterrey', 'San Nicolás de los Garza', 'Guadalupe', 'Apodaca'],
      timeZone: 'America/Monterrey',
      taxRate: 0.16,
      emergencyPhone: '800 555 0134',
    }),
    code: '081',
    cities: [
      city('Monterrey', 'Nuevo León', '640', ['Centro', 'Mitras Norte', 'Obispado', 'Cumbres', 'Contry']),
      city('San Nicolás de los Garza', 'Nuevo León', '664', ['Anáhuac', 'Las Puentes', 'Casa Bella']),
      city('Guadalupe', 'Nuevo León', '671', ['Linda Vista', 'Contry Sol', 'La Quinta']),
      city('Apodaca', 'Nuevo León', '666', ['Pueblo Nuevo', 'Moisés Sáenz', 'Prados de la Cieneguita']),
    ],
    accountDigits: 8,
    printInvoiceNumber: spaced('DE'),
    charges: gasCharges(0.16),
  },
  nuevoLaredo: {
    ...common,
    zone: gasZone({
      id: 'zona-nuevo-laredo',
      name: 'Nuevo Laredo',
      cities: ['Nuevo Laredo'],
      timeZone: 'America/Matamoros',
      taxRate: 0.08,
      emergencyPhone: '800 555 0167',
      passwordAtOnce: true,
    }),
    code: '867',
    cities: [city('Nuevo Laredo', 'Tamaulipas', '880', ['Jardín', 'Madero', 'Hidalgo', 'Guerrero', 'Longoria'])],
    accountDigits: 7,
    printInvoiceNumber: whole('ZE'),
    charges: gasCharges(0.08, { unitPrice: 9.4, monthlyUse: 38 }),
  },
  bajioSur: {
    ...common,
    zone: gasZone({
      id: 'zona-bajio-sur',
      name: 'Bajío Sur',
      cities: ['Celaya', 'Salamanca', 'Irapuato', 'León', 'Silao'],
      timeZone: 'America/Mexico_City',
      taxRate: 0.16,
      emergencyPhone: '800 555 0145',
      formerPortal: true,
    }),
    code: '477',
    cities: [
      city('Celaya', 'Guanajuato', '380', ['Centro', 'Las Arboledas', 'Alameda']),
      city('Salamanca', 'Guanajuato', '367', ['Bellavista', 'El Cerrito']),
      city('Irapuato', 'Guanajuato', '365', ['Las Fresas', 'Jardines de Irapuato']),
      city('León', 'Guanajuato', '370', ['Jardines del Moral', 'Bellavista', 'San Jerónimo', 'Andrade']),
      city('Silao', 'Guanajuato', '361', ['Zona Centro', 'El Paraíso']),
    ],
    accountDigits: 8,
    printInvoiceNumber: spaced('BS'),
    charges: gasCharges(0.16, { unitPrice: 1_120, conversion: { factor: 0.008915, unit: 'Gcal' } }),
  },
  bajioNorte: {
    ...common,
    zone: gasZone({
      id: 'zona-bajio-norte',
      name: 'Bajío Norte',
      cities: ['San Luis Potosí', 'Aguascalientes', 'Zacatecas'],
      timeZone: 'America/Mexico_City',
      taxRate: 0.16,
      emergencyPhone: '800 555 0156',
    }),
    code: '444',
    cities: [
      city('San Luis Potosí', 'San Luis Potosí', '780', ['Tequisquiapan', 'Lomas', 'Las Águilas', 'El Paseo']),
      city('Aguascalientes', 'Aguascalientes', '200', ['Jardines de la Asunción', 'San Marcos', 'Ojocaliente']),
      city('Zacatecas', 'Zacatecas', '980', ['Sierra de Álica', 'Lomas de la Soledad', 'Úrsulo A. García']),
    ],
    accountDigits: 7,
    printInvoiceNumber: whole('BN'),
    charges: gasCharges(0.16, { unitPrice: 0.93, conversion: { factor: 10.9245, unit: 'kWh' } }),
  },
} satisfies Record<string, ZoneProfile>
