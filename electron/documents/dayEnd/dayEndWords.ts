import type { DayFigure } from '../../../shared/contract/dayEnd.ts'
import type { Flaw } from '../../audit/diagnose.ts'
import { paperWords } from '../paperLocale.ts'

const figures: Record<DayFigure, string> = { filed: 'Presentadas', jobs: 'Impresiones', sheets: 'Hojas', refused: 'Rechazadas', closed: 'Cerradas' }

const flaws: Record<Flaw, string> = {
  edited: 'cambiada',
  deleted: 'falta',
  inserted: 'ajena',
  reordered: 'fuera de su lugar',
  truncated: 'falta, con las que seguían',
  miscounted: 'mal contada',
}

const mexico = {
  title: 'Cierre del día',
  name: (day: string) => `Cierre del día ${day}`,
  branch: 'Sucursal',
  kiosk: 'Kiosco',
  day: 'Día',
  state: 'Firma',
  unsigned: 'Sin firmar',
  signedBy: (name: string, number: number) => `${name} (firma ${number})`,
  figures,
  person: 'Quién',
  hour: 'Hora',
  customers: 'Clientes',
  staff: 'Personal sin nombre',
  turn: { 1: 'primera vez', 2: 'segunda vez' },
  total: 'Total',
  byPerson: 'Por persona',
  byHour: 'Por hora',
  later: 'después de la firma',
  laterNote: 'Las cifras son las firmadas. Entre paréntesis, lo que cambió después de la firma.',
  nothing: 'Este kiosco no registró nada ese día.',
  audit: 'Auditoría',
  agrees: 'Las cifras coinciden con la auditoría.',
  differs: 'No coincide con la auditoría:',
  difference: (figure: string, whose: string, records: number, audit: number) => `${figure}, ${whose}: ${records} en los registros, ${audit} en la auditoría`,
  whole: 'La auditoría de ese día está completa y sin cambios.',
  flaw: (seq: number, flaw: Flaw) => `La auditoría de ese día no se sostiene: fila ${seq}, ${flaws[flaw]}.`,
  signatures: 'Firmas',
  number: 'N.º',
  signedAt: 'Firmado el',
  digest: 'Huella (SHA-256)',
  altered: 'No es lo que se firmó',
  notes:
    'Presentadas: solicitudes registradas ese día. Rechazadas: las que la empresa rechazó ese día, por quien las registró. Cerradas: rechazadas que atendió el personal. Hojas: también tickets.',
}

/** Both countries count their days in the same words. */
export const dayEndWords = paperWords<typeof mexico>({ 'es-MX': mexico, 'es-UY': mexico })
