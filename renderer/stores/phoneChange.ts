import { defineStore } from 'pinia'
import type { FiledRequest } from '../../shared/contract/requests.ts'
import { readContactDetails } from '../../shared/domain/contactDetailsFields.ts'
import { invalidFields } from '../../shared/domain/typedFields.ts'
import { call } from '../bridge/kioskBridge.ts'
import { onOtherAccount } from './forgetting.ts'
import { createForm } from './form.ts'
import { useFormNotice } from './formNotice.ts'
import { useSession } from './session.ts'

const blank = () => ({ formId: crypto.randomUUID() as string, phone: '' })

/** Another telephone for the utility to call. Forgotten when the screen is left, and with the account. */
export const usePhoneChange = defineStore('phoneChange', () => {
  const session = useSession()
  const notice = useFormNotice()
  const { draft, busy, problem, send: sendForm, clear } = createForm({ blank, ready: notice.known })

  /** What *Enviar* will not refuse, as far as the page can know. */
  function isComplete(): boolean {
    problem.value = invalidFields(readContactDetails(draft, null))
    return problem.value === null
  }

  /** Files it. Null while it is being filed, and when it was not: `problem` says why, and what was typed is still there. */
  async function send(): Promise<FiledRequest | null> {
    const { account } = session
    if (!account) return null
    const form = () => ({ kind: 'contactDetails' as const, accountId: account.accountId, privacyNotice: notice.version, ...draft })
    const filed = await sendForm(() => call('requests.file', form()))
    if (filed) clear()
    return filed
  }

  onOtherAccount(clear)
  return { draft, busy, problem, isComplete, send, clear }
})
