import type es from '../es-MX/account.ts'
import type { SomeWords } from '../words.ts'

export default {
  upToDate: 'Está al día',
  invoicesNote: 'Todas, con gráfico y duplicados',
} satisfies SomeWords<typeof es>
