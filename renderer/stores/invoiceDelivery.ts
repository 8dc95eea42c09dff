import { defineStore } from 'pinia'
import { watch } from 'vue'
import type { FiledRequest } from '../../shared/contract/requests.ts'
import { readInvoiceDelivery, type InvoiceDelivery } from '../../shared/domain/invoiceDeliveryFields.ts'
import { invalidFields } from '../../shared/domain/typedFields.ts'
import { call, onEvent } from '../bridge/kioskBridge.ts'
import { createAnswer } from './answer.ts'
import { onOtherAccount } from './forgetting.ts'
import { createForm } from './form.ts'
import { useFormNotice } from './formNotice.ts'
import { useSession } from './session.ts'

const blank = () => ({ formId: crypto.randomUUID() as string, delivery: '' as InvoiceDelivery | '', accepted: false })

/** How the invoices come, and the other way that is being asked for. It survives leaving the screen, and nothing survives the account. */
export const useInvoiceDelivery = defineStore('invoiceDelivery', () => {
  const session = useSession()
  const notice = useFormNotice()
  const answer = createAnswer('invoiceDelivery.show')
  const { draft, busy, problem, send: sendForm, clear } = createForm({ blank })
  const shown = answer.value
  const consent = () => shown.value?.byEmail?.consent ?? null

  async function load(): Promise<void> {
    if (session.account) await answer.load({ accountId: session.account.accountId, language: session.language })
  }

  /** What *Enviar* will not refuse, as far as the page can know. */
  function isComplete(): boolean {
    const current = shown.value?.asked ? null : (shown.value?.delivery ?? null)
    problem.value = invalidFields(readInvoiceDelivery(draft, current))
    return problem.value === null
  }

  /** Files it. Null while it is being filed, and when it was not: `problem` says why, and what was typed is still there. */
  async function send(): Promise<FiledRequest | null> {
    const { account } = session
    if (!account) return null
    const text = consent()
    const form = { kind: 'invoiceDelivery' as const, accountId: account.accountId, privacyNotice: notice.version, ...draft }
    const filed = await sendForm(() => call('requests.file', { ...form, consent: text && { id: text.id, version: text.version } }))
    if (filed) clear()
    return filed
  }

  onOtherAccount(() => {
    answer.forget()
    clear()
  })
  // Whoever accepted one text has not accepted another; the same in another language is another.
  watch(
    () => `${consent()?.id} ${consent()?.version}`,
    () => {
      draft.accepted = false
      if (draft.delivery === 'email' && shown.value?.byEmail === null) draft.delivery = ''
    },
  )
  const loadAgain = () => shown.value && void load()
  watch(() => session.language, loadAgain)
  onEvent('requests.changed', loadAgain)
  return { shown, problemOfShown: answer.problem, draft, busy, problem, load, isComplete, send }
})
