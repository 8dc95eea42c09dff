import type es from '../es-MX/problems.ts'
import type { SomeWords } from '../words.ts'

export default {
  'no-match': { next: 'Compárelos con su factura. Una muy nueva puede tardar un día en aparecer. Sin factura, pase al mostrador.' },
  'wrong-check-digit': { next: 'Revise el número en su factura, o escríbalo sin el guion.' },
  'unknown-code': { next: 'Acerque al lector la barra o el código QR de su factura o de su comprobante, o escriba los datos.' },
  'ambiguous-code': { next: 'Escriba los dos números de su factura.' },
  throttled: { next: 'Podrá intentarlo de nuevo en {wait}. Mientras, compare sus datos con la factura.' },
  'utility-offline': { next: 'Puede imprimir el talón y pagar en el banco, o intentarlo cuando vuelva la conexión.' },
  'bank-unknown': { next: 'Elija otro banco, o imprima el talón.' },
  'payment-not-opened': { next: 'Inténtelo de nuevo en un momento, o imprima el talón.' },
  'phone-unavailable': { what: 'Ahora este equipo no puede pasar documentos a un celular.' },
  'payment-unusable': { next: 'Elija otro banco, o imprima el talón.' },
  'office-offline': { next: 'Lo que escribió sigue aquí: inténtelo cuando vuelva. Con su factura puede consultar e imprimir también sin conexión.' },
  'proof-refused': { next: 'Compárelos con su factura y corrija el que no coincida. Si todo coincide, pase al mostrador.' },
} satisfies SomeWords<typeof es>
