import { paperWords } from '../paperLocale.ts'

const COUNTER = 'Pregunte en el mostrador'

const mexico = {
  title: 'Acuerdo de pago',
  name: (number: string) => `Acuerdo de pago ${number}`,
  number: (number: string) => `N.º ${number}`,
  agreedOn: 'Acordado el',
  proposedOn: 'Propuesto el',
  status: 'Estado',
  statuses: { proposed: 'Propuesto', active: 'Vigente', completed: 'Cumplido', broken: 'Incumplido' },
  total: 'Total acordado',
  paid: (paid: number, count: number) => `Pagado, ${paid} de ${count} cuotas`,
  left: 'Falta pagar',
  installments: 'Cuotas',
  installment: 'Cuota',
  dueOn: 'Vencimiento',
  amount: 'Importe',
  state: 'Estado de la cuota',
  states: { paid: 'Pagada', due: 'Pendiente', dueToday: 'Vence hoy', overdue: 'Vencida', planned: 'Propuesta', unpaid: 'Sin pago' },
  paidOn: (date: string) => `Pagada el ${date}`,
  sum: 'Total',
  next: (amount: string, date: string) => `La próxima cuota, de ${amount}, vence el ${date}.`,
  nextToday: (amount: string) => `La próxima cuota, de ${amount}, vence hoy.`,
  overdue: (count: number, amount: string) =>
    count === 1
      ? `Tiene 1 cuota vencida, de ${amount}. Pase al mostrador para ponerse al día.`
      : `Tiene ${count} cuotas vencidas, que suman ${amount}. Pase al mostrador para ponerse al día.`,
  allPaid: 'Todas las cuotas están pagadas. La empresa todavía no lo da por cumplido.',
  told: {
    proposed: `Todavía no está vigente. ${COUNTER} cómo aceptarlo.`,
    completed: 'La empresa lo da por cumplido.',
    broken: `La empresa lo da por incumplido. ${COUNTER} cuánto debe y qué puede hacer.`,
  },
  doubts: {
    noInstallments: 'La empresa no indica las cuotas de este acuerdo. Pregunte por ellas en el mostrador.',
    contradiction: `Los datos de este acuerdo no coinciden entre sí. ${COUNTER} cuánto falta y cuándo se paga.`,
    contradictionEnded: `Los datos de este acuerdo no coinciden entre sí. ${COUNTER} si le queda algo por pagar.`,
    outdated: `La empresa modificó este acuerdo y este kiosco todavía no puede leer el cambio. ${COUNTER} cómo quedó.`,
  },
}

/** The words of a payment agreement, in the language of its zone. */
export const agreementWords = paperWords<typeof mexico>({ 'es-MX': mexico, 'es-UY': mexico })
