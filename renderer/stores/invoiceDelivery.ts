import { defineStore } from 'pinia'
import { computed, watch, type Ref } from 'vue'
import type { InvoiceDeliveryShown } from '../../shared/contract/invoiceDelivery.ts'
import type { FiledRequest } from '../../shared/contract/requests.ts'
import { readInvoiceDelivery, type InvoiceDelivery } from '../../shared/domain/invoiceDeliveryFields.ts'
import { invalidFields } from '../../shared/domain/typedFields.ts'
import { call, onEvent } from '../bridge/kioskBridge.ts'
import { createAnswer } from './answer.ts'
import { onOtherAccount } from './forgetting.ts'
import { createForm } from './form.ts'
import { useFormNotice } from './formNotice.ts'
import { useSession } from './session.ts'

const blank = () => ({ formId: crypto.randomUUID() as string, delivery: '' as InvoiceDelivery | '', email: '', accepted: false })

/** How the invoices come, and the other way that is being asked for. It survives leaving the screen, and nothing survives the account. */
export const useInvoiceDelivery = defineStore('invoiceDelivery', () => {
  const session = useSession()
  const notice = useFormNotice()
  const answer = createAnswer('invoiceDelivery.show')
  const { draft, busy, problem, send: sendForm, clear } = createForm({ blank, ready: notice.known })
  const shown = answer.value
  const { asksEmail, canBeSent, consent, textShown } = createOffer(shown, draft)

  async function load(): Promise<void> {
    if (session.account) await answer.load({ accountId: session.account.accountId, language: session.language })
  }

  /** What *Enviar* will not refuse, as far as the page can know. */
  function isComplete(): boolean {
    const current = shown.value?.asked ? null : (shown.value?.delivery ?? null)
    problem.value = invalidFields(readInvoiceDelivery(draft, { current, asksEmail: asksEmail.value }))
    return problem.value === null && canBeSent.value
  }

  /** Files it. Null while it is being filed, and when it was not: `problem` says why, and what was typed is still there. */
  async function send(): Promise<FiledRequest | null> {
    const { account } = session
    if (!account) return null
    const text = consent()
    const form = () => ({
      kind: 'invoiceDelivery' as const,
      accountId: account.accountId,
      privacyNotice: notice.version,
      ...draft,
      email: asksEmail.value ? draft.email : '',
    })
    const filed = await sendForm(() => call('requests.file', { ...form(), consent: text && { id: text.id, version: text.version } }))
    if (filed) clear()
    return filed
  }

  onOtherAccount(() => {
    answer.forget()
    clear()
  })
  // Whoever accepted one text has not accepted another; the same in another language is another.
  watch(textShown, () => (draft.accepted = false))
  const loadAgain = () => shown.value && void load()
  watch(() => session.language, loadAgain)
  onEvent('requests.changed', loadAgain)
  return { shown, asksEmail, canBeSent, problemOfShown: answer.problem, draft, busy, problem, load, isComplete, send }
})

/** What can be had here of that which is chosen, and how. */
function createOffer(shown: Readonly<Ref<InvoiceDeliveryShown | null>>, draft: ReturnType<typeof blank>) {
  const consent = () => shown.value?.byEmail?.consent ?? null
  return {
    /** The utility knows no address, and the person may give one. */
    asksEmail: computed(() => shown.value?.byEmail?.address === null),
    canBeSent: computed(() => draft.delivery !== 'email' || shown.value?.byEmail !== null),
    consent,
    textShown: () => `${consent()?.id} ${consent()?.version}`,
  }
}
