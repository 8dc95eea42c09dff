import type es from '../es-MX/consumption.ts'
import type { Words } from '../words.ts'

export default {
  heading: 'Meus consumos',
  loading: 'Procurando as suas leituras…',
  none: 'Ainda não há leituras nesta conta.',
  noneNote: 'Elas aparecerão aqui quando o seu medidor for lido.',
  consumed: 'O seu consumo',
  last: 'Último consumo, em {date}',
  before: 'Em {month}',
  noneThen: 'Sem dado',
  withEstimate: 'Com leitura estimada',
  chart: 'Gráfico do seu consumo por mês: os últimos 12 meses ao lado dos de um ano antes. A tabela de leituras diz o mesmo.',
  readings: 'Leituras',
  reading: 'Leitura',
  kind: 'Tipo',
  kinds: { actual: 'Real', estimated: 'Estimada', customer: 'Informada' },
  filed: { stored: 'Protocolo {folio}, a caminho', received: 'Protocolo {folio}, recebida pela empresa' },
} satisfies Words<typeof es>
