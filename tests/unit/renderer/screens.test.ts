import { describe, expect, it } from 'vitest'
import { createScreens } from '../../../renderer/router.ts'
import { soon } from './support.ts'

describe('screens', () => {
  it.each(['/cuenta', '/cuenta/facturas', '/cuenta/facturas/i1', '/imprimir/j1'])('S13 %s leads to the beginning while no account is open', async (path) => {
    const router = createScreens(() => false, async () => false)
    await router.replace(path)
    expect(router.currentRoute.value.path).toBe('/')
  })

  it('leads nowhere but to its screens', async () => {
    const router = createScreens(() => true, async () => false)
    await router.replace('/algo/que/no/existe')
    expect(router.currentRoute.value.path).toBe('/')
  })

  it('S13 adds nothing to the history of the browser', async () => {
    const router = createScreens(() => true, async () => false)
    await router.replace('/')
    const before = window.history.length
    for (const path of ['/consulta', '/cuenta', '/cuenta/facturas']) await router.push(path)
    expect(router.currentRoute.value.path).toBe('/cuenta/facturas')
    expect(window.history.length).toBe(before)
  })

  it('goes back step by step along the way that was come', async () => {
    const router = createScreens(() => true, async () => false)
    for (const path of ['/', '/consulta', '/cuenta', '/imprimir/j1']) await router.replace(path)
    const at = (path: string) => soon(() => expect(router.currentRoute.value.path).toBe(path))
    router.back()
    await at('/cuenta')
    router.back()
    await at('/consulta')
    router.back()
    await at('/')
    router.back()
    await at('/')
  })
})
