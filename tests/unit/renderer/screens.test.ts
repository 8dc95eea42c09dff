import { describe, expect, it } from 'vitest'
import { createScreens } from '../../../renderer/navigation/router.ts'
import { eventually } from '../../fixtures/eventually.ts'

describe('screens', () => {
  const ofTheAccount = [
    '/cuenta',
    '/cuenta/facturas',
    '/cuenta/facturas/i1',
    '/cuenta/pagos',
    '/imprimir/j1',
    '/cuenta/reclamaciones',
    '/cuenta/contratos',
    '/cuenta/otra-factura',
  ]
  const ofRequests = ['/cuenta/reclamaciones/nueva?tipo=pregunta', '/cuenta/reclamaciones/recibida/c1']
  it.each([...ofTheAccount, ...ofRequests])('S13 %s leads to the beginning while no account is open', async (path) => {
    const router = createScreens({
      isAccountOpen: () => false,
      isStaffOpen: async () => false,
    })
    await router.replace(path)
    expect(router.currentRoute.value.path).toBe('/')
  })

  it.each([
    [true, '/cuenta/contratos'],
    [false, '/cuenta'],
  ])('where several accounts are open (%s) Mis contratos leads to %s', async (several, path) => {
    const router = createScreens({
      isAccountOpen: () => true,
      isStaffOpen: async () => false,
      holdsSeveral: () => several,
    })
    await router.replace('/cuenta/contratos')
    expect(router.currentRoute.value.path).toBe(path)
  })

  it.each([
    [true, '/cuenta/datos/contrasena'],
    [false, '/cuenta'],
  ])('where somebody is signed in (%s) the change of a password leads to %s', async (signedIn, path) => {
    const router = createScreens({
      isAccountOpen: () => true,
      isStaffOpen: async () => false,
      holdsSeveral: () => false,
      isSignedIn: () => signedIn,
    })
    await router.replace('/cuenta/datos/contrasena')
    expect(router.currentRoute.value.path).toBe(path)
  })

  it('leads nowhere but to its screens', async () => {
    const router = createScreens({
      isAccountOpen: () => true,
      isStaffOpen: async () => false,
    })
    await router.replace('/algo/que/no/existe')
    expect(router.currentRoute.value.path).toBe('/')
  })

  it('S13 adds nothing to the history of the browser', async () => {
    const router = createScreens({
      isAccountOpen: () => true,
      isStaffOpen: async () => false,
    })
    await router.replace('/')
    const before = window.history.length
    for (const path of ['/consulta', '/cuenta', '/cuenta/facturas']) await router.push(path)
    expect(router.currentRoute.value.path).toBe('/cuenta/facturas')
    expect(window.history.length).toBe(before)
  })

  it('goes back step by step along the way that was come', async () => {
    const router = createScreens({
      isAccountOpen: () => true,
      isStaffOpen: async () => false,
    })
    for (const path of ['/', '/consulta', '/cuenta', '/imprimir/j1']) await router.replace(path)
    const at = (path: string) => eventually(() => expect(router.currentRoute.value.path).toBe(path))
    router.back()
    await at('/cuenta')
    router.back()
    await at('/consulta')
    router.back()
    await at('/')
    router.back()
    await at('/')
  })

  it('goes back from the emergency to the form that it was opened from', async () => {
    const router = createScreens({
      isAccountOpen: () => true,
      isStaffOpen: async () => false,
    })
    const form = '/cuenta/reclamaciones/nueva?tipo=reclamacion'
    for (const path of ['/cuenta', '/cuenta/reclamaciones', form, `${form}&paso=emergencia`]) await router.replace(path)
    router.back()
    await eventually(() => expect(router.currentRoute.value.fullPath).toBe(form))
  })

  it('does not go back into a form that has been filed', async () => {
    const router = createScreens({
      isAccountOpen: () => true,
      isStaffOpen: async () => false,
    })
    const form = '/cuenta/reclamaciones/nueva?tipo=reclamacion'
    for (const path of ['/cuenta', '/cuenta/reclamaciones', form, `${form}&paso=revision`, '/cuenta/reclamaciones/recibida/c1']) await router.replace(path)
    router.back()
    await eventually(() => expect(router.currentRoute.value.fullPath).toBe('/cuenta/reclamaciones'))
  })
})
