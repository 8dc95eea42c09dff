export default {
  waiting: {
    jam: { title: 'Se trancó una hoja en la impresora' },
  },
} as const
