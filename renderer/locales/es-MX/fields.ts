/** Why a field is not accepted, by field; `other` serves every field that has no words of its own. */
export default {
  accountNumber: {
    empty: 'Escriba su número de cuenta.',
    'too-long': 'Son demasiados números: la cuenta tiene 8 como máximo, sin el que va después del guion.',
    'too-short': 'Faltan números. Revise su recibo.',
    'not-digits': 'La cuenta lleva solo números.',
    'bad-characters': 'La cuenta lleva solo números.',
    pattern: 'Ese número no tiene la forma de una cuenta de esta zona. Revise su recibo y la zona.',
  },
  invoiceNumber: {
    empty: 'Escriba el número de su factura.',
    'too-long': 'Sobran letras o números: la factura tiene 10.',
    'too-short': 'Faltan letras o números: la factura tiene 10.',
    'not-digits': 'Use solo números.',
    'bad-characters': 'La factura lleva solo letras y números.',
    pattern: 'Ese número no tiene la forma de una factura de esta zona. Revise su recibo y la zona.',
  },
  zoneId: { empty: 'Elija su zona.', 'unknown-zone': 'Elija una zona de la lista.' },
  other: {
    empty: 'Falta este dato.',
    'too-long': 'Es demasiado largo.',
    'too-short': 'Es demasiado corto.',
    'not-digits': 'Use solo números.',
    'bad-characters': 'Hay un signo que no va aquí.',
    'unknown-zone': 'Elija una zona de la lista.',
    pattern: 'No tiene la forma esperada.',
  },
} as const
