export default {
  counter: { detail: 'Ahí le ayudan con su factura, sus pagos y sus aclaraciones.' },
} as const
