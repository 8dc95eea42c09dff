/**
 * What stands printed on every bill: the utility's words, in the language of the bill and not of the screen, so that a person finds on their own what is
 * drawn here. So do the names of companies, items and taxes. What we add is in the person's language: the names at the marks (`guide.bill.marks`), what a
 * part is, and *MUESTRA*.
 */
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
