import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { ContactTopic } from '../../shared/contract/contact.ts'
import type { FiledRequest } from '../../shared/contract/requests.ts'
import { readContact } from '../../shared/domain/contactFields.ts'
import { invalidFields } from '../../shared/domain/typedFields.ts'
import { call } from '../bridge/kioskBridge.ts'
import { createAnswer } from './answer.ts'
import { onOtherVisitor } from './forgetting.ts'
import { createForm } from './form.ts'
import { useFormNotice } from './formNotice.ts'
import { useSession } from './session.ts'

/** `emergencyRead`: the number to call first was shown. */
const blank = () => ({ formId: crypto.randomUUID() as string, name: '', accountNumber: '', message: '', email: '', phone: '', emergencyRead: false })

/** The message that a visitor writes without an account. It survives leaving the screen and another kind of message, and nothing survives the visit. */
export const useContactForm = defineStore('contactForm', () => {
  const session = useSession()
  const notice = useFormNotice()
  const topics = createAnswer('contact.topics')
  const { draft, busy, problem, send: sendForm, clear } = createForm({ blank, ready: notice.known })
  const choices = computed(() => topics.value.value?.topics ?? [])

  const written = (topicId: string) => {
    const { formId, name, accountNumber, message, email, phone } = draft
    return { formId, topicId, name, accountNumber, message, email, phone }
  }

  /** What *Enviar* will not refuse, as far as the page can know. */
  function isComplete(topic: ContactTopic): boolean {
    problem.value = invalidFields(readContact(written(topic.id), topic))
    return problem.value === null
  }

  /** Files it. Null while it is being filed, and when it was not: `problem` says why, and what was typed is still there. */
  async function send(topicId: string): Promise<FiledRequest | null> {
    const filed = await sendForm(() => call('contact.file', { ...written(topicId), noticeOf: session.accountId, privacyNotice: notice.version }))
    if (filed) clear()
    return filed
  }

  onOtherVisitor(() => {
    topics.forget()
    clear()
  })
  return { known: topics.value, topicsProblem: topics.problem, choices, draft, busy, problem, load: () => topics.load({}), isComplete, send }
})
