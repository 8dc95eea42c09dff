import { speechPrograms } from '../fixtures/speech/speechPrograms.ts'
import { expect, test } from './fixtures.ts'
import { listener } from './pages/keypad.ts'
import { withUtility } from './withUtility.ts'

test('with the keypad alone an account is looked up, its amount heard, a duplicate printed, and the visit ended', { tag: '@browser' }, async () => {
  const programs = speechPrograms()
  await withUtility(
    async ({ page }) => {
      const person = listener(page, programs)
      await expect(page.getByRole('heading', { name: 'Bienvenido' })).toBeVisible()
      console.log(await person.help('en voz alta', 'Siguiente avanza', 'Bienvenido'))
      console.log(await person.goTo(/^Consultar con mi factura.*enlace/u))
      console.log(await person.activate('Consultar con mi factura', 'Número de cuenta'))
      await person.type('40989917')
      await person.goToKey('{next}')
      console.log(await person.activate('Número de factura'))
      await person.type('DE40432503')
      await person.goToKey('{next}')
      console.log(await person.activate('botón'))
      console.log(await person.activate('Mi cuenta'))
      console.log(await person.goTo(/Total adeudado/u))
      console.log(await person.goTo(/^Imprimir duplicado/u))
      console.log(await person.activate('Imprim', 'Listo'))
      console.log(await person.goTo(/^Terminar/u))
      console.log(await person.activate('¿Retiró sus hojas?'))
      console.log(await person.goTo(/^Sí, terminar/u))
      await person.activate()
      await expect(page.getByRole('heading', { name: 'Bienvenido' })).toBeVisible()
      await expect(page.getByRole('group', { name: 'Voz' })).toBeHidden()
    },
    undefined,
    [],
    { PATH: programs.path },
  )
})
