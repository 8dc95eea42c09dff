import type es from '../es-MX/pay.ts'
import type { SomeWords } from '../words.ts'

export default {
  together: {
    lead: 'Un solo talón de pago para varios contratos. En la caja de esta sucursal y en línea se paga cada uno por separado.',
    manyInvoices: 'En un talón caben {most} facturas y eligió {count}. Quite contratos y páguelos con otro talón.',
    manyParts: 'En un talón caben {most} partes, y para {place} serían {count}, una por factura. Quite contratos o elija otro lugar.',
  },
} satisfies SomeWords<typeof es>
