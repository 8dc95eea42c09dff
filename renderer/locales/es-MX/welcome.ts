export default {
  heading: 'Bienvenido',
  question: '¿En qué le ayudamos?',
  lookupDetail: 'Vea lo que debe y llévese su duplicado impreso. No necesita registrarse.',
  /** While no sheet comes out. */
  lookupOnScreen: 'Vea lo que debe y sus facturas. No necesita registrarse.',
  /** Where a scanner is. */
  lookupByScanner: 'Acerque la barra de su recibo al lector, o escriba dos números.',
  howTo: 'Así de fácil',
  steps: {
    bill: { name: 'Tenga su recibo a la mano', detail: 'Sirve uno de cualquier mes.' },
    type: { name: 'Escriba dos números', detail: 'El de su cuenta y el de su factura.', named: '«{account}» y «{invoice}».' },
    print: { name: 'Imprima su duplicado', detail: 'Sale aquí mismo.', notNow: 'Por ahora la impresora no está lista.' },
  },
  notices: 'Avisos',
  readMore: 'Leer más',
  moreNotices: 'Ver {n} aviso más | Ver {n} avisos más',
  openAccount: 'Su consulta sigue abierta',
  openAccountDetail: 'Termínela si ya no la necesita. Para agregar otra factura, vuelva a su cuenta.',
  preparingDetail: 'Esta ventanilla se está poniendo al día. Ya puede escribir los datos de su factura.',
  waitingForNetwork: 'Todavía no hay conexión con la empresa. Lo seguimos intentando.',
} as const
