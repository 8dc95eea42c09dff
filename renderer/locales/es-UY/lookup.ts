export default {
  lead: 'Escriba estos datos como aparecen en su factura.',
  help: {
    lead: 'Están en la parte de arriba de su factura.',
    zonesText: 'Es la de la localidad de su domicilio.',
    bill: 'Dibujo de una factura: la cuenta está arriba a la izquierda y el número de factura arriba a la derecha',
  },
} as const
