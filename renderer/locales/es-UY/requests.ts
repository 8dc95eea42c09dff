import type es from '../es-MX/requests.ts'
import type { SomeWords } from '../words.ts'

export default {
  states: { setAside: 'Pase con un funcionario' },
  filed: {
    callNow: { water: 'Si hay una pérdida o un caño roto, cierre la llave de paso y llame al {number}.' },
    numberOnBill: 'número de emergencias de su factura',
    copyFolio: 'Anote su folio o sáquele una foto.',
  },
} satisfies SomeWords<typeof es>
