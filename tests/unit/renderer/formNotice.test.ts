import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { connectBridge } from '../../../renderer/bridge/kioskBridge.ts'
import { useFormNotice } from '../../../renderer/stores/formNotice.ts'
import { success } from '../../../shared/result.ts'
import { fakeKiosk } from '../../fakes/fakeKiosk.ts'
import { sampleAnswers } from '../../fakes/kioskSamples.ts'

/** One for each language that is asked for. */
let gates: Record<'es' | 'en', PromiseWithResolvers<void>>

beforeEach(() => {
  gates = { es: Promise.withResolvers(), en: Promise.withResolvers() }
  connectBridge(
    fakeKiosk({
      'kiosk.privacyNotice': async ({ language }) => {
        await gates[language === 'en' ? 'en' : 'es'].promise
        return success({ ...sampleAnswers['kiosk.privacyNotice'], version: language })
      },
    }),
  )
  setActivePinia(createPinia())
})

it('is known once it is there in the language that was asked for last', async () => {
  const notice = useFormNotice()
  void notice.load('es')
  let isKnown = false
  const known = notice.known().then(() => (isKnown = true))
  void notice.load('en')
  gates.es.resolve()
  await flushPromises()
  expect(isKnown).toBe(false)
  gates.en.resolve()
  await known
  expect(notice.version?.version).toBe('en')
})
