import type { Faq } from '../../../shared/utility-api/generated/types.gen.ts'

type Entry = [category: string, question: string, answer: string]

const mexico: Entry[] = [
  [
    'Mi factura',
    '¿Dónde encuentro mi número de cuenta?',
    'Está en la parte superior de su factura, junto a la palabra **Cuenta**. Escriba las cifras que están antes del guion; la que está después es un dígito de control y no es necesaria.',
  ],
  [
    'Mi factura',
    '¿Dónde encuentro el número de factura?',
    'A la derecha de «No», debajo de la palabra **Control**, en la parte superior. Tiene dos letras y ocho cifras. Puede escribirlo con o sin espacios.',
  ],
  [
    'Mi factura',
    '¿Cómo se calcula lo que pago?',
    'Se resta la lectura anterior de la actual. Esa diferencia es su consumo, que se multiplica por el precio. Después se suman el cargo por servicio y los impuestos.',
  ],
  [
    'Mi factura',
    '¿Por qué mi lectura es estimada?',
    'Porque no fue posible leer el medidor, por ejemplo con el acceso cerrado. Se usa su consumo habitual y la diferencia se ajusta en la siguiente lectura real.',
  ],
  [
    'Mi factura',
    '¿Qué es un duplicado?',
    'Es una copia de su factura con los mismos datos fiscales. Lleva la palabra DUPLICADO y la fecha en que se imprimió. Sirve para pagar y para comprobar su domicilio.',
  ],
  [
    'Pagos',
    '¿Dónde puedo pagar?',
    'En la caja de esta sucursal, en Banamex, BBVA, Banorte y HSBC, y en tiendas OXXO. Lleve su factura o la ficha de pago que imprime este equipo.',
  ],
  [
    'Pagos',
    'Ya pagué y todavía aparece el adeudo',
    'Un pago hecho en banco o tienda tarda hasta dos días hábiles en verse. Si pasó más tiempo, presente una reclamación con su comprobante.',
  ],
  [
    'Pagos',
    '¿Puedo pagar en parcialidades?',
    'Sí, con un acuerdo de pago. Pídalo en ventanilla; los acuerdos vigentes se consultan en este equipo, con sus fechas e importes.',
  ],
  [
    'Medidor y consumo',
    '¿Cómo leo mi medidor?',
    '1. Póngase de frente al medidor.\n2. Anote sólo las cifras **negras**, de izquierda a derecha.\n3. No anote las cifras rojas, que son decimales.',
  ],
  [
    'Medidor y consumo',
    '¿Cuándo puedo aportar mi lectura?',
    'Durante los días que se indican en su cuenta, cerca de la fecha de lectura. Fuera de esos días el equipo le dice cuándo se abre el siguiente periodo.',
  ],
  [
    'Medidor y consumo',
    'Mi consumo subió mucho, ¿qué hago?',
    'Compare con el mismo mes del año pasado: en invierno se usa más gas. Si no encuentra el motivo, presente una reclamación por consumo elevado con la lectura de hoy.',
  ],
  [
    'Seguridad',
    'Huele a gas, ¿qué hago?',
    'Salga, no encienda nada y llame desde afuera al número de emergencias que aparece en la pantalla. Cierre la llave de paso sólo si puede hacerlo sin riesgo.',
  ],
  [
    'Mi servicio',
    '¿Cómo pido la reconexión?',
    'Pague el adeudo y presente la solicitud en este equipo. Un técnico acude para comprobar la instalación antes de abrir el servicio.',
  ],
  [
    'Mi servicio',
    '¿Cómo cambio el titular?',
    'Presente la solicitud con el nombre, el documento y los datos de contacto del nuevo titular. En ventanilla se revisan los documentos.',
  ],
]

const uruguay: Entry[] = [
  ['Mi factura', '¿Dónde está el número de cuenta?', 'Arriba a la derecha de la factura: son seis cifras. El número de factura empieza con A y está debajo.'],
  ['Mi factura', '¿Qué es el código de seguridad?', 'Son seis caracteres debajo del código QR. Con ellos se verifica el comprobante en el sitio de la DGI.'],
  ['Pagos', '¿Dónde puedo pagar?', 'En el BROU y en los locales de Abitab, con la factura o con el cupón que imprime este equipo.'],
  ['Medidor y consumo', '¿Cómo leo el medidor?', 'Anote las cifras negras, de izquierda a derecha. Las rojas son decimales: no cuentan.'],
  [
    'Mi servicio',
    '¿Cómo pido la reconexión?',
    'Pague lo adeudado y presente la solicitud en este equipo. Un técnico revisa la instalación antes de abrir el servicio.',
  ],
  ['Seguridad', 'Hay olor a gas, ¿qué hago?', 'Salga, no prenda nada y llame desde afuera al número de emergencias que aparece en la pantalla.'],
]

const english: Entry[] = [
  ['My bill', 'Where do I find my account number?', 'At the top of your bill, next to **Cuenta**. Type the digits before the hyphen.'],
  ['My bill', 'What does an estimated reading mean?', 'The meter could not be read. Your usual use is charged, and the next real reading puts it right.'],
  [
    'Payments',
    'Where can I pay?',
    'At the cash desk of this branch, and at the banks and stores listed under **Where to pay**. Bring your bill or the slip printed here.',
  ],
  [
    'Payments',
    'I have paid, and the debt is still there',
    'A payment at a bank or store takes up to two working days. After that, file a claim and bring your receipt.',
  ],
  [
    'Service',
    'How do I ask for a reconnection?',
    'Pay what is owed, then file the request here. A technician checks the installation before the service is opened.',
  ],
  ['Safety', 'I smell gas. What should I do?', 'Leave, do not switch anything on, and call the emergency number on the screen from outside.'],
]

const portuguese: Entry[] = [
  ['Minha fatura', 'Onde encontro meu número de conta?', 'Na parte superior da fatura, ao lado da palavra **Cuenta**. Digite os números antes do hífen.'],
  [
    'Minha fatura',
    'O que é uma leitura estimada?',
    'Não foi possível ler o medidor. Cobra-se seu consumo habitual, e a próxima leitura real corrige a diferença.',
  ],
  ['Pagamentos', 'Onde posso pagar?', 'No caixa desta agência e nos bancos e lojas que aparecem em **Onde pagar?**. Leve sua fatura ou a ficha impressa aqui.'],
  [
    'Meu serviço',
    'Como peço a religação?',
    'Pague o que deve e faça a solicitação neste equipamento. Um técnico verifica a instalação antes de abrir o serviço.',
  ],
  ['Segurança', 'Sinto cheiro de gás. O que faço?', 'Saia, não acenda nada e ligue de fora para o número de emergências que aparece na tela.'],
]

const faqsOf = (locale: string, entries: readonly Entry[]): Faq[] =>
  entries.map(([category, question, answer], place) => ({
    id: `pregunta-${locale.toLowerCase()}-${place + 1}`,
    locale,
    category,
    question,
    answer,
    position: place + 1,
  }))

/** Frequent questions, by locale. */
export const faqs: readonly Faq[] = [...faqsOf('es-MX', mexico), ...faqsOf('es-UY', uruguay), ...faqsOf('en', english), ...faqsOf('pt', portuguese)]
