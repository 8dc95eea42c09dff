export default {
  upToDate: 'Está al día',
  invoicesNote: 'Todas, con gráfico y duplicados',
} as const
