/** What stands printed on every bill, in the language of the bill and not of the screen. */
export const printedWords = {
  account: 'Cuenta',
  control: 'Control',
  number: 'No',
  issuedOn: 'Fecha de emisión',
  invoice: 'Factura',
  meter: 'Medidor',
  consumption: { gas: 'Gas, m³', water: 'Agua, m³', other: 'm³' },
  total: 'Total a pagar',
  dates: 'Periodo',
  dueOn: 'Vence',
  readings: 'Lecturas',
  consumed: 'Consumo',
  charges: 'Cargos',
  taxes: 'Impuestos',
} as const
