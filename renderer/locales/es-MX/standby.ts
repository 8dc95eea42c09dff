/** The full screens that stand in the place of the first one: out of service, and before the utility was ever heard. */
export default {
  meanwhile: 'Mientras tanto',
  counter: { name: 'Pase al mostrador', detail: 'Ahí le ayudan con su recibo, sus pagos y sus aclaraciones.' },
  emergency: 'Emergencias',
  outOfService: {
    heading: 'Kiosco fuera de servicio',
    lead: 'Por ahora no podemos atenderle en esta pantalla. Le pedimos una disculpa.',
    back: { name: 'Vuelve solo', detail: 'Esta pantalla se abre de nuevo en cuanto el servicio regresa.' },
  },
  first: {
    connectingLead: 'Esta ventanilla está recibiendo sus datos por primera vez. Empieza a atender sola, en cuanto lleguen.',
    offline: 'Esta ventanilla espera su primera conexión',
    offlineLead: 'Estamos preparando los datos, pero todavía no hay conexión con la empresa, y sin ella no podemos mostrarle su cuenta.',
    alone: { name: 'Empieza sola', detail: 'Lo intentamos sin parar. No hace falta tocar nada.' },
    staff: 'Para el personal',
    staffChecks: 'Revise el cable o el wifi de este equipo, que otros equipos de la sucursal tengan internet, y la fecha y la hora.',
  },
  received: '1 dato recibido | {count} datos recibidos',
} as const
