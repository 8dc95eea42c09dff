import type { Page } from '@playwright/test'
import { staffScreens as walk } from '../../tests/e2e/pages/staff.ts'
import type { Shoot } from './walk.ts'

/** The screens of which there is a picture, by what the walk calls them. */
const pictures: Readonly<Record<string, string>> = {
  Personal: 'personal',
  'Personal, con un PIN equivocado': 'personal-pin-equivocado',
  'Personal de quien entró': 'personal-inicio',
  Autoprueba: 'autoprueba',
  'Buscar, con muchos clientes': 'personal-buscar',
  'Buscar, con el teclado': 'personal-buscar-teclado',
  Cliente: 'personal-cliente',
  'Pantalla bloqueada': 'pantalla-bloqueada',
}

/** *Personal*, from the first screen and back to it. */
export const staffScreens = (page: Page, shoot: Shoot): Promise<void> =>
  walk(page, async (name) => {
    const picture = pictures[name]
    if (picture !== undefined) await shoot(picture)
  })
