import type { Page } from '@playwright/test'
import { staffScreens as walk } from '../../tests/e2e/pages/staff.ts'
import type { Shoot } from './walk.ts'

/** The screens of which there is a picture, by what the walk calls them. */
const pictures: Readonly<Record<string, string>> = {
  Personal: 'personal',
  'Personal, con un PIN equivocado': 'personal-pin-equivocado',
  'Personal de quien entró': 'personal-inicio',
  'Cierre del día': 'cierre-del-dia',
  'Cierre del día, por hora': 'cierre-por-hora',
  'Cierre del día, con las teclas': 'cierre-teclas',
  'Cierre del día, firmado': 'cierre-firmado',
  'Cierre del día, con lo que vino después de la firma': 'cierre-despues-de-la-firma',
  'Cierre de un día sin registros': 'cierre-sin-registros',
  'Pantalla bloqueada': 'pantalla-bloqueada',
}

/** *Personal*, from the first screen and back to it. */
export const staffScreens = (page: Page, shoot: Shoot): Promise<void> =>
  walk(page, async (name) => {
    const picture = pictures[name]
    if (picture !== undefined) await shoot(picture)
  })
