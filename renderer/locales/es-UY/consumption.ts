import type es from '../es-MX/consumption.ts'
import type { SomeWords } from '../words.ts'

export default {
  chart: 'Gráfico de su consumo por mes: los últimos 12 meses junto a los de un año antes. La tabla de lecturas dice lo mismo.',
} satisfies SomeWords<typeof es>
