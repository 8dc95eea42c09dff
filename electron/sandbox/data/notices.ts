import type { Notice } from '../../../shared/utility-api/generated/types.gen.ts'
import { accountId } from '../sample/account.ts'
import { addDays } from '../sample/calendar.ts'
import { knownAccounts } from '../sample/known.ts'

/** One notice for everyone, one that has expired, and one for the known account in Monterrey. */
export const noticesOn = (today: string): Notice[] => [
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
  {
    id: 'aviso-lectura',
    accountId: accountId(knownAccounts.monterrey.index),
    title: 'Puede aportar su lectura',
    body: 'Su periodo para aportar la lectura está abierto. Anote las cifras negras de su medidor.',
    validFrom: addDays(today, -2),
    validTo: addDays(today, 3),
  },
]
