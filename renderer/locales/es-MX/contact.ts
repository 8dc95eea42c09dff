/** *Contacto*: a message to the company without an account. */
export default {
  heading: 'Contacto',
  headingOf: 'Contacto: {topic}',
  linkNote: 'Escriba a la empresa',
  lead: '¿Qué nos quiere decir? No necesita registrarse.',
  forms: {
    query: { name: 'Consulta', note: 'Si quiere saber algo' },
    highConsumption: { name: 'Consumo elevado', note: 'Si le cobran más de lo que espera' },
    suggestion: { name: 'Sugerencia', note: 'Si algo se puede hacer mejor' },
    opinion: { name: 'Opinión', note: 'Cómo le hemos atendido' },
  },
  name: 'Nombre',
  nameHint: 'Su nombre y apellidos.',
  accountNumber: 'Número de cuenta',
  accountNumberHint: 'Opcional. Está en su recibo.',
  text: 'Descripción',
  textHint: 'Escríbalo con sus palabras.',
  reach: '¿Cómo le respondemos?',
} as const
