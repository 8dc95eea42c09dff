export default {
  /** The screen's name follows the job. */
  headings: {
    busy: 'Imprimiendo',
    cancelling: 'Cancelando',
    waiting: 'Impresión en espera',
    asks: 'Su impresión',
    done: 'Impresión terminada',
    failed: 'No se imprimió',
    cancelled: 'Impresión cancelada',
  },
  loading: 'Buscando su impresión…',
  /** What comes out, within a sentence; at its beginning the first letter is raised. */
  papers: {
    duplicate: 'su duplicado',
    receipt: 'su comprobante',
    statement: 'su estado de cuenta',
    paymentProof: 'su comprobante de pago',
    agreement: 'su acuerdo de pago',
    slip: 'su ficha de pago',
    cashTicket: 'su papel para la caja',
    turn: 'su número',
  },
  /** What the person knows it by. */
  names: {
    duplicate: 'Factura {name}',
    receipt: 'Comprobante {name}',
    statement: 'Estado de cuenta {name}',
    paymentProof: 'Comprobante de pago {name}',
    agreement: 'Acuerdo de pago {name}',
    slip: 'Ficha de pago {name}',
    cashTicket: 'Pago en caja {name}',
    turn: 'Turno {name}',
  },
  sheets: '{what}, 1 hoja | {what}, {count} hojas',
  drawing: { title: 'Estamos preparando {paper}', text: 'Tarda unos segundos.' },
  queued: { title: '{paper} espera su turno', text: 'Saldrá en cuanto la impresora termine lo anterior.' },
  sent: { title: '{paper} está saliendo', text: { sheet: 'Retire su hoja de la impresora.', ticket: 'Retire su ticket de la impresora.' } },
  confirmed: {
    title: { sheet: 'Listo. Retire su hoja | Listo. Retire sus {count} hojas', ticket: 'Listo. Retire su ticket', turn: 'Listo. Su turno es {name}' },
    text: {
      usual: 'Si no necesita nada más, toque Terminar para cerrar su consulta.',
      cashTicket: 'Llévelo a la caja de esta sucursal para pagar. Si no necesita nada más, toque Terminar.',
      turn: 'Retire su ticket y espere a que llamen su número.',
    },
  },
  cancelling: { title: 'Cancelando…', text: 'Esperamos a que la impresora la suelte. Una hoja que ya va saliendo puede salir.' },
  asks: {
    title: '¿Salió bien su impresión?',
    text: {
      sheet: 'La impresora no confirmó que terminó, y no sabemos si su hoja salió.',
      ticket: 'La impresora no confirmó que terminó, y no sabemos si su ticket salió.',
    },
  },
  trouble: { title: { sheet: '¿Qué pasó con su hoja?', ticket: '¿Qué pasó con su ticket?' }, text: 'Díganos para imprimir de nuevo.' },
  notOut: { title: 'Lo sentimos', text: 'Quedó anotado. Puede imprimir otra copia.' },
  noted: { title: 'Gracias por avisarnos', text: 'Si necesita otra copia, pídala en el mostrador.' },
  cancelled: { title: 'Se canceló la impresión', text: 'Puede volver a imprimir cuando quiera.' },
  failed: { title: 'No se pudo imprimir' },
  /** Said while it waits. */
  ifYouLeave: 'Espere aquí: si termina su visita, esta impresión se cancela.',
  /** In the warning before an idle visit ends. */
  idle: 'Todavía no sale su impresión: {papers}. Si no toca Continuar, se cancela. | Todavía no salen sus impresiones: {papers}. Si no toca Continuar, se cancelan.',
  /** Asked of whoever leaves with paper in the printer. */
  leaving: {
    heading: { sheet: '¿Retiró sus hojas?', ticket: '¿Retiró su ticket?' },
    lead: 'Revise la impresora antes de irse.',
    /** Of what does not come out any more. */
    lost: 'Si termina ahora, se cancela una impresión: {papers}. | Si termina ahora, se cancelan {count} impresiones: {papers}.',
    onItsWay: 'Su impresión todavía está saliendo. Espérela aquí.',
    left: 'Su consulta se cierra en {n} segundo. | Su consulta se cierra en {n} segundos.',
    stay: 'No, seguir aquí',
    finish: 'Sí, terminar',
  },
  /** When what it waits for is there again. */
  out: { sheet: 'su hoja saldrá sola', ticket: 'su ticket saldrá solo' },
  waiting: {
    paper: { title: 'La impresora no tiene papel', text: 'Avise en el mostrador. Cuando pongan papel, {out}.' },
    jam: { title: 'Se atoró una hoja en la impresora', text: 'Avise en el mostrador. Cuando la saquen, {out}.' },
    cover: { title: 'La impresora está abierta', text: 'Avise en el mostrador. Cuando la cierren, {out}.' },
    toner: { title: 'A la impresora se le acabó el tóner', text: 'Avise en el mostrador. Cuando lo cambien, {out}.' },
    tray: { title: 'A la impresora le falta una bandeja', text: 'Avise en el mostrador. Cuando la pongan, {out}.' },
    offline: { title: 'La impresora no responde', text: 'Avise en el mostrador. Si vuelve, {out}.' },
    paused: { title: 'La impresora está en pausa', text: 'Avise en el mostrador. Cuando la reanuden, {out}.' },
    other: { title: 'La impresora necesita atención', text: 'Avise en el mostrador. Después, {out}.' },
    waiting: { title: 'La impresora todavía no empieza', text: 'Puede esperar o cancelar. Si no sale, avise en el mostrador.' },
    slow: { title: 'La impresora tarda más de lo normal', text: 'Espere un momento más. Si no sale, avise en el mostrador.' },
  },
  /** Of one that has not been handed over: another is before it. */
  busyWithOthers: { sheet: 'La impresora está ocupada con otro documento', ticket: 'La impresora de tickets está ocupada con otro documento' },
  /** The same of the printer for tickets, which has neither toner nor trays. */
  ticketPrinter: {
    paper: 'La impresora de tickets no tiene papel',
    jam: 'Se atoró el papel en la impresora de tickets',
    cover: 'La impresora de tickets está abierta',
    toner: 'La impresora de tickets necesita atención',
    tray: 'La impresora de tickets necesita atención',
    offline: 'La impresora de tickets no responde',
    paused: 'La impresora de tickets está en pausa',
    other: 'La impresora de tickets necesita atención',
    waiting: 'La impresora de tickets todavía no empieza',
    slow: 'La impresora de tickets tarda más de lo normal',
  },
  notice: {
    offline: 'Por ahora no podemos imprimir. Reintente en un momento, o pida su hoja en el mostrador.',
    sheetToo: 'Reintente en un momento, o imprima en hoja.',
    attention: 'Avise en el mostrador. Puede pedir su impresión: saldrá cuando la impresora esté lista.',
    notPrinted: 'No se imprimió: {what}.',
  },
  works: {
    noPrinter: 'Por ahora no salen hojas aquí. Puede ver su cuenta y guardar sus documentos.',
    withTickets: 'Por ahora no salen hojas aquí. Puede ver su cuenta, guardar sus documentos e imprimir tickets.',
    offline: 'Puede consultar e imprimir como siempre.',
  },
  yes: 'Sí, la tengo',
  yesTicket: 'Sí, lo tengo',
  no: 'No',
  troubles: {
    sheet: { nothing: 'No salió nada', incomplete: 'Salió incompleta', illegible: 'No se lee bien', other: 'Otra cosa' },
    ticket: { nothing: 'No salió nada', incomplete: 'Salió incompleto', illegible: 'No se lee bien', other: 'Otra cosa' },
  },
  cancel: 'Cancelar',
  retry: 'Reintentar',
  onSheet: 'Imprimir en hoja',
  takeTurn: 'Tomar turno',
  account: 'Ir a mi cuenta',
  home: 'Ir al inicio',
} as const
