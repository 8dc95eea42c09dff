export default {
  form: { phoneHint: 'Con código de área. Puede dejarlo vacío.' },
  filed: { copyFolio: 'Anote su folio o sáquele una foto.' },
} as const
