import type { StatementRow } from '../../../shared/contract/statement.ts'
import { paperWords } from '../paperLocale.ts'

const kinds: Record<StatementRow['kind'], string> = {
  invoice: 'Factura',
  payment: 'Pago',
  adjustment: 'Ajuste',
  agreement: 'Convenio',
  fee: 'Cargo',
}

const mexico = {
  title: 'Estado de cuenta',
  period: (from: string, to: string) => `Del ${from} al ${to}`,
  printed: (date: string, time: string) => `Emitido el ${date} a las ${time}`,
  copy: (number: number) => `Copia ${number}`,
  holder: 'Titular',
  supplyAddress: 'Domicilio del suministro',
  periodName: 'Periodo',
  opening: 'Saldo inicial',
  openingOn: (date: string) => `Saldo inicial, ${date}`,
  charges: 'Cargos',
  payments: 'Pagos y abonos',
  closing: 'Saldo final',
  closingOn: (date: string) => `Saldo final, ${date}`,
  inFavourOn: (date: string) => `Saldo a su favor, ${date}`,
  movements: 'Movimientos',
  summary: 'Resumen',
  date: 'Fecha',
  kind: 'Tipo',
  description: 'Concepto',
  document: 'Documento',
  charge: 'Cargos',
  payment: 'Abonos',
  balance: 'Saldo',
  totals: 'Totales',
  none: 'No hay movimientos en este periodo.',
  kinds,
  count: (count: string, one: boolean) => (one ? '1 movimiento' : `${count} movimientos`),
  leftOut: (all: string, shown: string) =>
    `Este periodo tiene ${all} movimientos; aquí están los ${shown} más recientes. Todos están en el archivo de Excel y en el CSV, o elija un periodo más corto.`,
  earlier: (count: string) => `${count} movimientos anteriores`,
  sheet: (page: number, pages: number) => `Hoja ${page} de ${pages}`,
}

/** The words of a statement, in the language of its zone. */
export const statementWords = paperWords<typeof mexico>({
  'es-MX': mexico,
  'es-UY': {
    ...mexico,
    supplyAddress: 'Dirección del suministro',
    payments: 'Pagos y créditos',
    payment: 'Créditos',
  },
})
