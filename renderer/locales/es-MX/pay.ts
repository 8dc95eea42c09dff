/** Paying at the branch's cash desk, a bank or a store, on paper. */
export default {
  loading: 'Buscando lo que debe…',
  what: 'Qué va a pagar',
  others: 'Agregue otras si quiere',
  without: 'Quite las que no quiera pagar ahora',
  full: 'En un papel caben {count} facturas. Pague las demás con otro.',
  total: 'Total a pagar',
  totalOf: '· {count} facturas',
  payBy: 'Pague a más tardar el {date}',
  stillPayBy: 'Con este papel puede pagar hasta el {date}',
  where: '¿Dónde va a pagar?',
  desk: {
    name: 'En la caja de esta sucursal',
    ticket: 'Sale un ticket: entréguelo en la caja y pague ahí.',
    sheet: 'Sale una hoja: entréguela en la caja y pague ahí.',
  },
  kinds: { bank: 'Banco', network: 'Red de cobranza', store: 'Tienda' },
  noBars: {
    bank: 'Se paga en el mostrador: el banco no puede leer este código',
    network: 'Se paga en el mostrador: la red no puede leer este código',
    store: 'Se paga en el mostrador: la tienda no puede leer este código',
  },
  nothing: { name: 'Esta factura ya no debe nada', detail: 'En su cuenta puede ver si debe otras.' },
} as const
