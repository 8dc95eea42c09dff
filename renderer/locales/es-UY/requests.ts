export default {
  form: { phoneHint: 'Con código de área. Puede dejarlo vacío.' },
  filed: { noPrinter: 'La impresora no está disponible. Anote su folio o sáquele una foto.' },
} as const
