import type es from '../es-MX/invoices.ts'
import type { SomeWords } from '../words.ts'

export default {
  asChart: 'Ver como gráfico',
  chart: 'Gráfico de importes por mes: los últimos 12 meses junto a los mismos meses de un año antes. Puede verlo como tabla.',
} satisfies SomeWords<typeof es>
