import type es from '../es-MX/fields.ts'
import type { SomeWords } from '../words.ts'

export default {
  accountNumber: {
    'too-short': 'Faltan números. Revise su factura.',
    pattern: 'Ese número no tiene la forma de una cuenta de esta zona. Revise su factura y la zona.',
  },
  invoiceNumber: { pattern: 'Ese número no tiene la forma de una factura de esta zona. Revise la suya y la zona.' },
  named: {
    'too-long': '{label}: sobran letras o números. Revise su factura.',
    'too-short': '{label}: faltan letras o números. Revise su factura.',
    pattern: '{label}: no tiene la forma que se usa en esta zona. Revise su factura y la zona.',
  },
} satisfies SomeWords<typeof es>
