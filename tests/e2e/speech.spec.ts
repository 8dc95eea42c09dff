import { speechPrograms } from '../fixtures/speech/speechPrograms.ts'
import { expect, test } from './fixtures.ts'
import { expectSoundAtEverySize } from './pages/checks.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { listener } from './pages/keypad.ts'
import { withUtility } from './withUtility.ts'

test('by the keypad alone an account is looked up, its amount heard, a duplicate printed, and the visit ended', { tag: '@browser' }, async () => {
  const programs = speechPrograms()
  await withUtility(
    async ({ page, kiosk }) => {
      const person = listener(page, programs)
      await expect(page.getByText('Mantenimiento de la red')).toBeVisible()
      await person.help('Le leeremos la pantalla', 'La tecla Siguiente avanza', 'Bienvenido')
      expect(await person.goTo(/^Consultar con mi factura.*, enlace/u)).toContain('Este sábado, de 8:00 a 13:00')
      await person.activate('Consultar con mi factura', 'Número de cuenta, campo para escribir, vacío, De 1 a 8 números')
      await person.type('40989917')
      await person.goToKey('{next}')
      await person.activate('Número de factura, campo para escribir, vacío')
      await person.type('DE40432503')
      await person.leaveKeyboard('Número de factura, campo para escribir, D E, 4 0 4 3, 2 5 0 3')
      await person.goTo(/^Consultar, botón/u)
      await person.activate('Mi cuenta')
      expect(await person.goTo(/^1284 pesos con 50 centavos\.$/u)).toMatch(/Total adeudado, título\.\n1284 pesos con 50 centavos\.$/u)
      await person.goTo(/^Imprimir duplicado D E, 4 0 4 3, 2 5 0 3, botón/u)
      await person.activate('Imprimiendo', 'Impresión terminada', 'Listo. Retire su hoja')
      await person.goTo(/^Terminar, botón/u)
      await person.activate('¿Retiró sus hojas?', 'Su consulta se cierra en')
      await person.goTo(/^Sí, terminar, botón/u)
      await person.activate()
      await expect(counter(page).heading('Bienvenido')).toBeVisible()
      await expect(page.getByRole('group', { name: 'Voz' })).toBeHidden()
      // Nothing that was said is in the log.
      expect(kiosk.log()).not.toContain('pesos')
    },
    undefined,
    [],
    { PATH: programs.path },
  )
})

test('headphones begin the reading without a touch, in each language; pulled out they end it; a voice that fails is told', { tag: '@browser' }, async () => {
  const programs = speechPrograms({ jack: true })
  await withUtility(
    async ({ page }) => {
      const person = listener(page, programs)
      const kiosk = counter(page)
      const bar = page.getByRole('group', { name: 'Voz' })
      await expect(page.getByText('Mantenimiento de la red')).toBeVisible()
      await expect.poll(programs.monitors).toBe(1)
      programs.plug(true)
      await person.hears('Le leeremos la pantalla', 'La tecla Siguiente avanza', 'Bienvenido')
      await expectSoundAtEverySize(page)

      await kiosk.button('English').click()
      await person.hears('Welcome', 'Press Next to go on', 'English, button, chosen')
      await person.goTo(/^Look up .*, link/u)
      await kiosk.button('Português').click()
      await person.hears('Bem-vindo', 'Aperte Próximo', 'Português, botão, escolhido')
      expect(programs.said().map(({ voice }) => voice)).toEqual(expect.arrayContaining(['es-419', 'en-us', 'pt-br']))
      await kiosk.button('Español').click()
      await person.hears('Bienvenido')

      await kiosk.button(/^Accesibilidad/).click()
      await person.hears('Accesibilidad. Oprima Siguiente')
      await person.goTo(/^Letra doble, opción, elegida, 4 de 4/u)
      await person.goTo(/^Botones más abajo, interruptor, encendido/u)
      await person.activate('apagado')
      await kiosk.closeDialog()
      await person.hears('Accesibilidad, botón')
      await bar.getByRole('button', { name: 'Más rápido' }).click()
      await person.hears(/./u)
      expect(programs.said().at(-1)?.speed).toBeGreaterThan(180)

      await kiosk.openLookup()
      await kiosk.zone.focus()
      await person.hears('Zona geográfica, lista, Monterrey')
      await person.activate(/Monterrey.*, \d+ de \d+, elegida/u)
      await person.goTo(/^Querétaro.*\d+ de \d+/u, 'next', 8)
      await person.activate('Querétaro')
      await kiosk.chooseZone(monterrey.zone)
      await kiosk.button(/^Consultar/).click()
      await person.hears('por corregir')

      const failure = page.getByRole('alert').filter({ hasText: 'La voz no funciona ahora' })
      await expect(failure).toBeHidden()
      programs.behave('voice', 'dies')
      await person.press('next')
      await expect(failure).toContainText('pedir ayuda en el mostrador')
      programs.mend('voice')
      programs.plug(false)
      await expect(bar).toBeHidden()
      programs.plug(true)
      await expect(bar).toBeVisible()
      await kiosk.finish()
      await expect(bar).toBeHidden()
    },
    undefined,
    [],
    { PATH: programs.path },
  )
})
