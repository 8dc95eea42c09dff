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
  /** Several contracts with one slip. */
  together: {
    heading: 'Pagar varios contratos',
    lead: 'Una sola ficha de pago para varios contratos. En la caja de esta sucursal y en línea se paga cada uno por separado.',
    choose: 'Quite los que no quiera pagar ahora',
    invoices: '{count} factura | {count} facturas',
    overdue: '{count} vencida | {count} vencidas',
    counterOnly:
      'Otra factura se paga en el mostrador: no tiene referencia de pago | Otras {count} facturas se pagan en el mostrador: no tienen referencia de pago',
    totalOf: '· ningún contrato | · {count} contrato | · {count} contratos',
    noBars: 'Un contrato se paga en el mostrador: aquí no pueden leer su código | {count} contratos se pagan en el mostrador: aquí no pueden leer su código',
    none: 'Elija al menos un contrato.',
    manyInvoices: 'En una ficha caben {most} facturas y eligió {count}. Quite contratos y páguelos con otra ficha.',
    manyParts: 'En una ficha caben {most} partes, y para {place} serían {count}, una por factura. Quite contratos o elija otro lugar.',
    apart:
      'Otro contrato que debe se paga por separado: ábralo en Mis contratos. | Otros {count} contratos que deben se pagan por separado: ábralos en Mis contratos.',
    nothing: {
      name: 'No hay varios contratos que se puedan pagar juntos',
      detail: 'Se pagan juntos los contratos de una misma zona que deben algo. Cada uno puede pagarse por separado.',
    },
    toContracts: 'Ver mis contratos',
  },
  nothing: { name: 'Esta factura ya no debe nada', detail: 'En su cuenta puede ver si debe otras.' },
} as const
