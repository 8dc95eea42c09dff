import type { Notice } from '../../../shared/utility-api/generated/types.gen.ts'
import { accountId } from '../sample/account.ts'
import { addDays } from '../sample/calendar.ts'
import { knownAccounts } from '../sample/known.ts'

/** For everyone: one that holds and one that has expired. For known accounts: two, none, many, and one that is very long. */
export const noticesOn = (today: string): Notice[] => [...forEveryone(today), ...forMonterrey(today), ...many(today), veryLong(today)]

const forEveryone = (today: string): Notice[] => [
  {
    id: 'aviso-mantenimiento',
    accountId: null,
    title: 'Mantenimiento de la red',
    body: 'Este sábado, de 8:00 a 13:00, trabajaremos en la red de la colonia Centro. La presión puede bajar por momentos.',
    validFrom: addDays(today, -1),
    validTo: addDays(today, 6),
  },
  {
    id: 'aviso-horario',
    accountId: null,
    title: 'Horario especial',
    body: 'El mes pasado la sucursal cerró a las 13:00 por inventario.',
    validFrom: addDays(today, -40),
    validTo: addDays(today, -30),
  },
]

/** Two hold; another has expired, and one is for later. */
const forMonterrey = (today: string): Notice[] => [
  {
    id: 'aviso-lectura',
    accountId: accountId(knownAccounts.monterrey.index),
    title: 'Puede aportar su lectura',
    body: 'Su periodo para aportar la lectura está abierto. Anote las cifras negras de su medidor.',
    validFrom: addDays(today, -2),
    validTo: addDays(today, 3),
  },
  {
    id: 'aviso-revision',
    accountId: accountId(knownAccounts.monterrey.index),
    title: 'Revisión quinquenal de su instalación',
    body: 'Un técnico acreditado la revisará el mes que viene. Le llamará antes para acordar la hora.\n\nLleva una credencial con fotografía: pídala antes de abrir.',
    validFrom: addDays(today, -12),
    validTo: null,
  },
  {
    id: 'aviso-medidor-cambiado',
    accountId: accountId(knownAccounts.monterrey.index),
    title: 'Cambiamos su medidor',
    body: 'El mes pasado cambiamos su medidor. Su lectura empezó de nuevo.',
    validFrom: addDays(today, -60),
    validTo: addDays(today, -30),
  },
  {
    id: 'aviso-tarifa',
    accountId: accountId(knownAccounts.monterrey.index),
    title: 'Su tarifa cambia',
    body: 'Desde el próximo periodo se le cobrará con la tarifa nueva.',
    validFrom: addDays(today, 20),
    validTo: null,
  },
]

const MANY = 12

/** More than a screen holds, and some begin on one day. */
const many = (today: string): Notice[] =>
  Array.from({ length: MANY }, (_, place) => ({
    id: `aviso-obra-${place + 1}`,
    accountId: accountId(knownAccounts.montevideo.index),
    title: `Obra en su cuadra, etapa ${place + 1}`,
    body: 'Renovamos la cañería de su cuadra. Ese día puede faltar el gas por unas horas: deje cerrada la llave de paso.',
    validFrom: addDays(today, -Math.floor(place / 2)),
    validTo: place % 3 === 0 ? null : addDays(today, 10 + place),
  }))

const veryLong = (today: string): Notice => ({
  id: 'aviso-largo',
  accountId: accountId(knownAccounts.withOriginal.index),
  title:
    'Cambio de domicilio de pago, de los horarios de atención y de los números de referencia en los bancos que reciben el pago de su factura de gas natural',
  body: Array.from({ length: 40 }, (_, place) => `${place + 1}. ${PARAGRAPH}`).join('\n\n'),
  validFrom: addDays(today, -5),
  validTo: addDays(today, 60),
})
const PARAGRAPH =
  'Los pagos que se hagan con la referencia anterior se aplican a su cuenta sin que tenga que pedirlo. Guarde su comprobante hasta que vea el pago en su estado de cuenta.'
