import { defineStore } from 'pinia'
import { computed, type Ref } from 'vue'
import type { ReadingToBring } from '../../shared/contract/reading.ts'
import type { FiledRequest } from '../../shared/contract/requests.ts'
import { drumsOf, meterShape, readMeterValue } from '../../shared/domain/meterReading.ts'
import { readingDoubt, type ReadingDoubt } from '../../shared/domain/readingDoubt.ts'
import { call, onEvent } from '../bridge/kioskBridge.ts'
import { createAnswer } from './answer.ts'
import { onOtherAccount } from './forgetting.ts'
import { createForm } from './form.ts'
import { useFormNotice } from './formNotice.ts'
import { useSession } from './session.ts'

const blank = () => ({ formId: crypto.randomUUID() as string, reading: '' })

/** The reading of the meter that is being brought, and what is known of the meter. It survives leaving the screen, and nothing survives the account. */
export const useReading = defineStore('reading', () => {
  const session = useSession()
  const notice = useFormNotice()
  const answer = createAnswer('reading.show')
  const { draft, busy, problem, send: sendForm, clear } = createForm({ blank, ready: notice.known })
  const shown = answer.value
  const { shape, locale, drums, read, doubt } = createMeter(shown, () => draft.reading)

  async function load(): Promise<void> {
    if (session.account) await answer.load({ accountId: session.account.accountId })
  }

  /** What *Enviar lectura* will not refuse, as far as the page can know. */
  function isComplete(): boolean {
    const found = read()
    problem.value = 'problem' in found ? { code: 'invalid-fields', fields: [{ field: 'reading', problem: found.problem }] } : null
    return problem.value === null
  }

  /** Files it. Null while it is being filed, and when it was not: `problem` says why, and what was typed is still there. */
  async function send(): Promise<FiledRequest | null> {
    const { account } = session
    if (!account) return null
    const filed = await sendForm(() =>
      call('requests.file', {
        kind: 'reading',
        accountId: account.accountId,
        formId: draft.formId,
        meterNumber: shown.value?.meterNumber ?? '',
        reading: draft.reading,
        privacyNotice: notice.version,
      }),
    )
    if (filed) clear()
    return filed
  }

  onOtherAccount(() => {
    answer.forget()
    clear()
  })
  // What was filed today may have reached the utility meanwhile.
  onEvent('requests.changed', () => {
    if (shown.value) void load()
  })
  return { shown, problemOfShown: answer.problem, draft, busy, problem, shape, drums, locale, load, isComplete, doubt, send }
})

/** What is typed, understood as a reading of the meter that is shown. */
function createMeter(shown: Ref<ReadingToBring | null>, typed: () => string) {
  const shape = computed(() => meterShape(shown.value?.readings.map(({ value }) => value) ?? []))
  const locale = computed(() => shown.value?.account.conventions.locale ?? 'es-MX')
  const drums = computed(() => drumsOf(typed(), shape.value, locale.value))
  const read = () => readMeterValue(typed(), shape.value, locale.value)
  /** What speaks against it, to be looked at once more before it is sent. */
  function doubt(): ReadingDoubt | null {
    const found = read()
    return 'value' in found && shown.value ? readingDoubt(found.value, shown.value.today, shown.value.readings) : null
  }
  return { shape, locale, drums, read, doubt }
}
