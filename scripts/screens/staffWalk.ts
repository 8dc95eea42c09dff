import type { Page } from '@playwright/test'
import { ofStaff } from '../../tests/e2e/pages/staffWalk.ts'
import type { TestPrinter } from '../../tests/fixtures/printing/ippeveprinter.ts'
import type { Shoot } from './walk.ts'

/** The screens of which there is a picture, by what the walk calls them. */
const pictures: Readonly<Record<string, string>> = {
  Personal: 'personal',
  'Personal, con un PIN equivocado': 'personal-pin-equivocado',
  'Personal de quien entró': 'personal-inicio',
  Teclas: 'personal-teclas',
  Autoprueba: 'autoprueba',
  'Buscar, con muchos clientes': 'personal-buscar',
  'Buscar, con el teclado': 'personal-buscar-teclado',
  Cliente: 'personal-cliente',
  'Buzón de salida': 'buzon-de-salida',
  'Una solicitud no aceptada': 'buzon-no-aceptada',
  'Corregir, con errores': 'buzon-corregir',
  'Cerrar con un motivo, con errores': 'buzon-cerrar',
  'Una solicitud corregida': 'buzon-corregida',
  Impresiones: 'impresiones',
  'Reimprimir, con errores': 'reimprimir',
  'Cierre del día': 'cierre-del-dia',
  'Cierre del día, por hora': 'cierre-por-hora',
  'Cierre del día, con las teclas': 'cierre-teclas',
  'Cierre del día, antes de firmar': 'cierre-firmar',
  'Cierre del día, firmado': 'cierre-firmado',
  'Cierre del día, con lo que vino después de la firma': 'cierre-despues-de-la-firma',
  'Cierre de un día sin registros': 'cierre-sin-registros',
  'Pantalla bloqueada': 'pantalla-bloqueada',
}

/** *Personal*, from the first screen and back to it. */
export async function staffScreens(page: Page, shoot: Shoot, printer: TestPrinter): Promise<void> {
  const look = async (name: string): Promise<void> => {
    const picture = pictures[name]
    if (picture !== undefined) await shoot(picture)
  }
  for (const screens of Object.values(ofStaff)) await screens(page, look, printer)
}
