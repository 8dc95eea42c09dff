import type es from '../es-MX/onlinePayment.ts'
import type { SomeWords } from '../words.ts'

export default {
  offline: 'Sin conexión no se puede pagar en línea. Puede imprimir el talón y pagar en el banco.',
  steps: { point: 'Apunte la cámara de su celular al código.' },
  unknown: 'Ahora no podemos saber si ya se pagó. Su celular le dice si se hizo.',
  notice: { pendingDetail: 'Páguelo con su celular o deje que venza. {until}' },
} satisfies SomeWords<typeof es>
