export default {
  steps: { bill: { name: 'Tenga su factura a mano', detail: 'Sirve una de cualquier mes.' } },
} as const
