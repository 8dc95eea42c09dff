/** Payment agreements and their installments. */
export default {
  heading: 'Acuerdos de pago',
  loading: 'Buscando sus acuerdos de pago…',
  none: {
    name: 'No hay acuerdos de pago en esta cuenta.',
    detail: 'Si quiere pagar en cuotas lo que debe, pida un acuerdo en el mostrador.',
  },
  current: 'Vigentes y propuestos',
  changed: 'Modificados por la empresa',
  past: 'Anteriores',
  /** More than are listed. */
  cut: 'Aquí están {shown} de sus {count} acuerdos. Pregunte por los demás en el mostrador.',
  name: 'Acuerdo {number}',
  status: { proposed: 'Propuesto', active: 'Vigente', completed: 'Cumplido', broken: 'Incumplido' },
  late: 'Con cuotas vencidas',
  total: 'Total acordado',
  from: { proposed: 'Propuesto el {date}', agreed: 'Acordado el {date}' },
  /** How it stands, in sentences. */
  paid: 'Ha pagado {paid} de {count} cuotas.',
  next: {
    due: 'Falta pagar {left}; la próxima cuota, de {amount}, vence el {date}.',
    dueToday: 'Falta pagar {left}; la próxima cuota, de {amount}, vence hoy.',
  },
  left: 'Falta pagar {left}.',
  allPaid: 'Todas las cuotas están pagadas. La empresa todavía no lo da por cumplido.',
  overdue:
    'Tiene 1 cuota vencida, de {amount}. Pase al mostrador para ponerse al día. | Tiene {count} cuotas vencidas, que suman {amount}. Pase al mostrador para ponerse al día.',
  proposed: 'Todavía no está vigente. Pregunte en el mostrador cómo aceptarlo.',
  completed: 'La empresa lo da por cumplido.',
  broken: 'La empresa lo da por incumplido. Pregunte en el mostrador cuánto debe y qué puede hacer.',
  doubt: {
    noInstallments: 'La empresa no indica las cuotas de este acuerdo. Pregunte por ellas en el mostrador.',
    contradiction: 'Los datos de este acuerdo no coinciden entre sí. Pregunte en el mostrador cuánto falta y cuándo se paga.',
    contradictionEnded: 'Los datos de este acuerdo no coinciden entre sí. Pregunte en el mostrador si le queda algo por pagar.',
    outdated: 'La empresa modificó este acuerdo y este kiosco todavía no puede leer el cambio. Pregunte en el mostrador cómo quedó.',
  },
  installments: 'Cuotas del acuerdo {number}',
  cutInstallments: 'Aquí están {shown} de las {count} cuotas; en el papel están todas.',
  installment: 'Cuota',
  dueOn: 'Vencimiento',
  state: 'Estado',
  planned: 'Propuesta',
  unpaid: 'Sin pago',
} as const
