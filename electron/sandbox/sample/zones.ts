import type { ZoneProfile } from './profile.ts'
import { mexicanGasZones } from './zones.gas.ts'
import { northernWater, southernGas } from './seasons.ts'

const montevideo: ZoneProfile = {
  zone: {
    id: 'zona-montevideo',
    name: 'Montevideo',
    cities: ['Montevideo', 'Ciudad de la Costa'],
    company: 'Gas de la Bahía',
    service: 'gas',
    currency: 'UYU',
    locale: 'es-UY',
    timeZone: 'America/Montevideo',
    unit: 'm³',
    taxRate: 0.22,
    issuer: {
      legalName: 'Gas de la Bahía Oriental S.A.',
      taxId: '219990010018',
      address: 'Rambla 25 de Agosto 318, Montevideo',
      phone: '2555 0100',
    },
    emergencyPhone: '0800 5550',
    identifiers: {
      account: {
        label: 'Número de cuenta',
        pattern: '[0-9]{6}',
        help: 'Son seis cifras, arriba a la derecha de la factura.',
        checkDigit: 'none',
      },
      invoice: { label: 'Número de factura', pattern: 'A[0-9]{9}', help: 'Empieza con A: A-140.432.503.' },
    },
    password: { minLength: 12, description: 'Doce caracteres o más.' },
    registrationProof: 'document',
    documentTypes: ['CI', 'RUT', 'pasaporte'],
    formerPortal: true,
    claimNotice: 'Mientras su reclamo esté abierto, no se corta el suministro por la factura reclamada.',
    regulator: { name: 'URSEA', phone: '0800 8773', claimBusinessDays: 15 },
  },
  code: '598',
  cities: [
    {
      name: 'Montevideo',
      state: 'Montevideo',
      postalPrefix: '11',
      neighbourhoods: ['Pocitos', 'Cordón', 'La Blanqueada', 'Malvín', 'Prado', 'Ciudad Vieja', 'Unión', 'Buceo'],
    },
    {
      name: 'Ciudad de la Costa',
      state: 'Canelones',
      postalPrefix: '15',
      neighbourhoods: ['Solymar', 'Lagomar', 'Shangrilá', 'El Pinar'],
    },
  ],
  accountDigits: 6,
  checkDigits: 'none',
  printInvoiceNumber: (serial) => `A-1${serial.slice(0, 2)}.${serial.slice(2, 5)}.${serial.slice(5)}`,
  charges: {
    unitPrice: 38.4,
    usage: { description: 'Consumo de gas natural', rate: 0.22 },
    shares: [],
    fixed: { description: 'Cargo fijo mensual', amount: 412.5, rate: 0.22 },
    occasional: { description: 'Aporte al fondo de seguridad', amount: 95, rate: 0.1 },
    monthlyUse: 34,
    seasons: southernGas,
    conversion: { factor: 1.0152, unit: 'm³' },
    daysToPay: 14,
  },
  fiscal: 'cfe-uy',
  issuerPostalCode: '11000',
  payChannels: ['BROU', 'Abitab', 'débito automático', 'ventanilla'],
}

const queretaro: ZoneProfile = {
  zone: {
    id: 'zona-queretaro',
    name: 'Querétaro',
    cities: ['Querétaro', 'El Marqués', 'Corregidora'],
    company: 'Aguas de Cantera Rosa',
    service: 'water',
    currency: 'MXN',
    locale: 'es-MX',
    timeZone: 'America/Mexico_City',
    unit: 'm³',
    taxRate: 0,
    issuer: {
      legalName: 'Aguas de Cantera Rosa, S.A. de C.V.',
      taxId: 'ACR010203QX4',
      address: 'Av. de los Arcos 120, Col. Calesa, 76020 Querétaro, Qro.',
      phone: '442 555 0100',
    },
    emergencyPhone: '442 555 0173',
    identifiers: {
      account: {
        label: 'Referencia',
        pattern: '[0-9]{8}',
        help: 'Son ocho cifras y, después del guion, una más. Está junto a «Referencia» en el recibo.',
        checkDigit: 'luhn',
      },
      invoice: { label: 'Número de recibo', pattern: 'AG[0-9]{8}', help: 'Empieza con AG, debajo de la fecha de emisión.' },
    },
    registrationProof: 'meter',
    billCodes: [{ pattern: 'ACR(?<account>[0-9]{8})(?<invoice>AG[0-9]{8})' }, { pattern: 'ACR(?<account>[0-9]{8})' }],
    regulator: { name: 'PROFECO', phone: '55 5568 8722' },
  },
  code: '442',
  cities: [
    {
      name: 'Querétaro',
      state: 'Querétaro',
      postalPrefix: '760',
      neighbourhoods: ['Calesa', 'Álamos', 'Carretas', 'Juriquilla', 'La Cañada', 'Lomas de Casa Blanca'],
    },
    { name: 'El Marqués', state: 'Querétaro', postalPrefix: '762', neighbourhoods: ['Zibatá', 'La Pradera'] },
    { name: 'Corregidora', state: 'Querétaro', postalPrefix: '769', neighbourhoods: ['El Pueblito', 'Candiles', 'Tejeda'] },
  ],
  accountDigits: 8,
  checkDigits: 'luhn',
  printInvoiceNumber: (serial) => `AG-${serial.slice(0, 4)}.${serial.slice(4)}`,
  charges: {
    unitPrice: 17.25,
    usage: { description: 'Servicio de agua potable', rate: 0 },
    shares: [
      { description: 'Alcantarillado', share: 0.1, rate: 0.16 },
      { description: 'Saneamiento', share: 0.12, rate: 0.16 },
    ],
    fixed: { description: 'Cuota fija', amount: 68.4, rate: 0 },
    occasional: { description: 'Cuota por expedición de constancia', amount: 145, rate: 0.16 },
    monthlyUse: 16,
    seasons: northernWater,
    conversion: null,
    daysToPay: 15,
  },
  fiscal: 'cfdi-4.0',
  issuerPostalCode: '76020',
  payChannels: ['Banorte', 'BBVA', 'OXXO', 'ventanilla', 'débito automático'],
}

/** The zones of the sample, in the order in which accounts fall into them: account 0 in the first, 1 in the second, and round again. */
export const zoneProfiles: readonly ZoneProfile[] = [
  mexicanGasZones.monterrey,
  mexicanGasZones.nuevoLaredo,
  montevideo,
  mexicanGasZones.bajioSur,
  mexicanGasZones.bajioNorte,
  queretaro,
]
