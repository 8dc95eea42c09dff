export default {
  heading: 'Mis contratos',
  loading: 'Buscando sus contratos…',
  lead: 'Toque el contrato que quiere ver.',
  /** The way there, with how many there are. */
  open: 'Mis contratos ({count})',
  openOne: 'Abrir contrato',
  isShown: 'Lo está viendo',
  another: 'Consultar otra factura',
  /** On the look-up, while an account is open. */
  beside: 'El contrato de esa factura se suma a los que ya tiene abiertos.',
  instead:
    'La cuenta que está abierta se cierra al consultar. Para tener las dos, vuelva a Mi cuenta. | Las {n} cuentas que están abiertas se cierran al consultar. Para sumar otra, vuelva a Mi cuenta.',
  none: 'Todavía no hay facturas',
  owed: 'Debe en total {amount}',
  credit: 'A su favor {amount}',
  total: 'Total adeudado de sus {count} contratos',
  settled: 'No debe nada en estos contratos.',
  apart: 'Lo que tiene a su favor en un contrato no se descuenta de otro.',
  full: 'Ya tiene abiertos {count} contratos, los que caben en una visita. Para ver otro, toque Terminar y empiece de nuevo.',
  /** Of whoever is signed in. */
  coming: 'Estamos buscando otro contrato suyo, de otra sucursal. | Estamos buscando otros {count} contratos suyos, de otra sucursal.',
  elsewhere:
    'Otro contrato suyo no es de esta sucursal: aquí no podemos mostrarlo. | Otros {count} contratos suyos no son de esta sucursal: aquí no podemos mostrarlos.',
  missed: 'No pudimos traer otro contrato suyo, de otra sucursal. | No pudimos traer otros {count} contratos suyos, de otra sucursal.',
  searchAgain: 'Volver a buscar',
  withdrawn:
    'Un contrato que consultó ya no está en los datos de la empresa. Pregunte en el mostrador. | {count} contratos que consultó ya no están en los datos de la empresa. Pregunte en el mostrador.',
} as const
