import type es from '../es-MX/requests.ts'
import type { SomeWords } from '../words.ts'

export default {
  states: { setAside: 'Pase con un funcionario' },
  filed: {
    callNow: {
      gas: 'Si hay una pérdida o huele a gas, salga y llame al {number}.',
      water: 'Si hay una pérdida o un caño roto, cierre la llave de paso y llame al {number}.',
    },
    numberOnBill: 'número de emergencias de su factura',
    copyFolio: 'Anote su folio o sáquele una foto.',
  },
  leak: {
    heading: '¿Habrá una pérdida? Véalo en cuatro pasos',
    gas: {
      again: { detail: 'Si los números cambiaron, puede haber una pérdida: cierre la llave de paso, salga y llame al número de emergencias.' },
    },
    water: {
      close: { detail: 'Cierre todas las canillas y no use el baño ni el lavarropas.' },
      again: { detail: 'Si los números cambiaron, puede haber una pérdida en su casa: llame a un sanitario.' },
    },
  },
  consumption: { look: 'Buscar una pérdida' },
} satisfies SomeWords<typeof es>
