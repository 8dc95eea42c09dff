import type es from '../es-MX/requests.ts'
import type { SomeWords } from '../words.ts'

export default {
  states: { setAside: 'Pase con un funcionario' },
  form: { phoneHint: 'Por ejemplo, 2345 6789. Puede dejarlo vacío.' },
  filed: {
    callNow: { water: 'Si hay una pérdida o un caño roto, cierre la llave de paso y llame al {number}.' },
    numberOnBill: 'número de emergencias de su factura',
    copyFolio: 'Anote su folio o sáquele una foto.',
  },
} satisfies SomeWords<typeof es>
