export default {
  help: { zonesText: 'Es la de la localidad de su domicilio.' },
} as const
