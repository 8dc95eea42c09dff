import type es from '../es-MX/lookup.ts'
import type { SomeWords } from '../words.ts'

export default {
  lead: 'Escriba estos datos como aparecen en su factura. Sin factura, pase al mostrador.',
  leadScanner: 'Acerque la barra de su factura al lector, o escriba estos datos. Sin factura, pase al mostrador.',
  scan: {
    read: 'Leímos su factura.',
    noMatch: { next: 'Una muy nueva puede tardar un día en aparecer. Acerque otro código de su factura, o escriba los dos números.' },
    notHere: {
      next: 'No cambió nada. Para consultar otra factura, cierre este aviso, toque Inicio y acerque el código.',
      nextOpen: 'No cambió nada. Para consultar otra factura, cierre este aviso, vuelva a Mi cuenta y acerque el código.',
    },
  },
  contractHint: 'Está en su contrato y en su factura.',
  meterHint: 'Está al frente de su medidor y en su factura.',
  noBill: '¿No tiene su factura? Pase al mostrador: ahí encuentran su cuenta.',
  help: {
    whose: 'Elija de quién es su factura',
    zonesText: 'Es la de la localidad de su domicilio.',
    bill: 'Dibujo de una factura de {company}. 1: {account} {accountNumber}. {accountPlace} 2: {invoice} {invoiceNumber}. {invoicePlace}',
  },
} satisfies SomeWords<typeof es>
