/** What more than one part of the program says. */
export default {
  close: 'Cerrar',
  finish: 'Terminar',
  goOn: 'Continuar',
  print: 'Imprimir',
  view: 'Ver',
  pay: 'Pagar',
  toMyAccount: 'Volver a mi cuenta',
  lookup: 'Consultar con mi factura',
  myInvoices: 'Mis facturas',
  noInvoices: 'Todavía no hay facturas en esta cuenta.',
  date: 'Fecha',
  amount: 'Importe',
  folio: 'Folio',
  preparing: 'Estamos preparando los datos',
  noticeUntil: 'Aviso vigente hasta el {date}',
} as const
