export default {
  heading: 'Mi cuenta',
  loading: 'Buscando los datos de su cuenta…',
  number: 'Cuenta {number}',
  suspended: 'Suministro suspendido',
  closed: 'Cuenta cerrada',
  notice: {
    counter: 'el mostrador',
    counterOrPhone: 'el mostrador, o llame al {phone}',
    suspended: {
      owing: 'Su suministro está suspendido. Pague lo que debe y pida la reconexión en Solicitudes de suministro o en {where}.',
      settled: 'Su suministro está suspendido. Pida la reconexión en Solicitudes de suministro o en {where}.',
    },
    closed: {
      owing: 'Esta cuenta está cerrada. Lo que debe todavía se puede pagar. Si tiene dudas, pregunte en {where}.',
      settled: 'Esta cuenta está cerrada. Si tiene dudas, pregunte en {where}.',
    },
  },
  yourInvoice: 'Su factura',
  withdrawn: 'La factura con la que entró ya no está disponible. Aquí están las demás de su cuenta.',
  totalOwed: 'Total adeudado',
  credit: 'Saldo a favor',
  creditNote: 'Esta cantidad está a su favor. No tiene nada que pagar.',
  upToDate: 'Está al corriente',
  nothingOwed: 'No tiene nada que pagar.',
  pending: 'Sin facturas por pagar | 1 factura por pagar | {count} facturas por pagar',
  outdated:
    'Puede faltar en este total una factura que la empresa modificó. Pregunte en el mostrador. | Pueden faltar en este total {count} facturas que la empresa modificó. Pregunte en el mostrador.',
  latest: 'Últimas facturas',
  invoicesNote: 'Todas, con gráfica y duplicados',
  more: 'Más de su cuenta',
  notices: {
    open: 'Avisos ({count})',
    heading: 'Avisos de su cuenta',
    cut: 'Aquí están los {shown} más recientes. Si necesita los demás, pregunte en el mostrador.',
  },
} as const
