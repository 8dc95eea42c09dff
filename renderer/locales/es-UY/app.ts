import type es from '../es-MX/app.ts'
import type { SomeWords } from '../words.ts'

export default {
  emergencies: {
    gas: {
      touchNothing: { detail: 'Ni luces, ni fósforos, ni aparatos eléctricos.' },
      callOutside: { detail: 'Marque cuando esté lejos de la pérdida.' },
    },
    water: {
      lead: 'Si hay una pérdida o un caño roto, cierre la llave de paso y llame.',
      close: { detail: 'Si la pérdida está en su domicilio. Suele estar junto al medidor.' },
      call: { detail: 'Si el caño roto está en la calle, diga en qué calle y frente a qué número.' },
    },
    other: { water: { name: 'Si hay una pérdida de agua' } },
    noNumber: 'El número de emergencias está impreso en su factura.',
  },
} satisfies SomeWords<typeof es>
