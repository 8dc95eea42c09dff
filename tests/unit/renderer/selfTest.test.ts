import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { uiLocales } from '../../../renderer/i18n/languages.ts'
import StaffSelfTestView from '../../../renderer/views/StaffSelfTestView.vue'
import { attention } from '../../../shared/contract/printing.ts'
import { selfTestCause, selfTestCheck, type CheckResult, type SelfTest } from '../../../shared/contract/selfTest.ts'
import { success } from '../../../shared/result.ts'
import { createEveryLanguage } from './everyLanguage.ts'
import { mountScreen } from './mountScreen.ts'

const result = (check: CheckResult['check'], outcome: CheckResult['outcome'], more: Partial<CheckResult> = {}): CheckResult => ({
  ...{ check, outcome, cause: null, amount: null },
  ...more,
})
const test: SelfTest = {
  at: '2026-11-21T12:32:00.000Z',
  occasion: 'daily',
  results: [
    result('documentPrinter', 'passed'),
    result('ticketPrinter', 'failed', { cause: 'paper' }),
    result('clock', 'failed', { cause: 'clockWrong', amount: -10_900 }),
    result('disk', 'failed', { cause: 'diskFull', amount: 3.1e8 }),
    result('sound', 'absent'),
    result('touch', 'open'),
  ],
}
afterEach(() => document.body.replaceChildren())

describe('Autoprueba', () => {
  it('says first what fails, with what to do, and last what this machine has not', async () => {
    const { words, screen } = await mountScreen(StaffSelfTestView, { overrides: { 'selfTest.latest': { test } } })
    expect(words()).toContain('3 cosas por arreglar')
    expect(words()).toContain('Prueba de cada día, 21 nov 2026, 06:32')
    expect(screen.findAll('li').map((row) => row.find('b').text())).toEqual([
      'Impresora de tickets',
      'Hora',
      'Disco',
      'Pantalla táctil',
      'Impresora de hojas',
      'Sonido',
    ])
    for (const said of ['La impresora de tickets no tiene papel', 'está mal por 3 horas', 'Quedan 310 MB', 'Por probar', 'No tiene'])
      expect(words()).toContain(said)
  })

  it('says that nothing was tested yet, and that all is well', async () => {
    const never = await mountScreen(StaffSelfTestView, { overrides: { 'selfTest.latest': { test: null } } })
    expect(never.words()).toContain('Todavía no se ha probado')
    const well = await mountScreen(StaffSelfTestView, { overrides: { 'selfTest.latest': { test: { ...test, results: [result('disk', 'passed')] } } } })
    expect(well.words()).toContain('Listo para atender')
    const untried = { ...test, results: [result('disk', 'passed'), result('touch', 'open')] }
    const open = await mountScreen(StaffSelfTestView, { overrides: { 'selfTest.latest': { test: untried } } })
    expect(open.words()).toContain('Falta probar 1 cosa')
  })

  it('tests once for two touches, and says so meanwhile', async () => {
    const runs: ((answer: { ok: true; value: { test: SelfTest } }) => void)[] = []
    const { words, button } = await mountScreen(StaffSelfTestView, {
      overrides: { 'selfTest.latest': { test: null }, 'selfTest.run': () => new Promise((resolve) => runs.push(resolve)) },
    })
    button(/^Probar ahora/).click()
    button(/^Probar ahora/).click()
    await flushPromises()
    expect(words()).toContain('Probando. Tarda unos segundos.')
    expect(runs).toHaveLength(1)
    runs[0]?.(success({ test }) as never)
    await flushPromises()
    expect(words()).toContain('3 cosas por arreglar')
  })

  it('asks only about what this machine has and no program can judge, and takes the answer', async () => {
    const judged = { ...test, results: test.results.map((one) => (one.check === 'touch' ? result('touch', 'failed', { cause: 'said' }) : one)) }
    const { words, button, buttons, kiosk } = await mountScreen(StaffSelfTestView, {
      overrides: { 'selfTest.latest': { test }, 'selfTest.judge': { test: judged } },
    })
    expect(buttons().filter((name) => /unciona: /u.test(name))).toEqual(['No funciona: Pantalla táctil', 'Funciona: Pantalla táctil'])
    button('No funciona: Pantalla táctil').click()
    await flushPromises()
    expect(kiosk.called.filter(({ channel }) => channel === 'selfTest.judge')).toEqual([
      { channel: 'selfTest.judge', request: { check: 'touch', works: false } },
    ])
    expect(words()).toContain('4 cosas por arreglar')
  })

  it('says what is wrong where it cannot be tested, and keeps what was known', async () => {
    const { words, button } = await mountScreen(StaffSelfTestView, {
      overrides: { 'selfTest.latest': { test }, 'selfTest.run': () => ({ ok: false, problem: { code: 'cannot-store' } }) as never },
    })
    button(/^Probar ahora/).click()
    await flushPromises()
    expect(words()).toContain('3 cosas por arreglar')
    expect(words()).toContain(createEveryLanguage().global.t('problems.cannot-store.what'))
  })

  it.each(uiLocales)('%s has words for every check and every cause', (locale) => {
    const { global: i18n } = createEveryLanguage()
    i18n.locale.value = locale
    const ofPrinters: readonly string[] = attention.options
    for (const check of selfTestCheck.options) expect(i18n.te(`selfTest.checks.${check}`)).toBe(true)
    for (const cause of selfTestCause.options) if (!ofPrinters.includes(cause)) expect(i18n.t(`selfTest.causes.${cause}`)).not.toContain('selfTest.')
  })
})
