import { defineStore } from 'pinia'
import { computed } from 'vue'
import { createAnswer } from './answer.ts'
import { onOtherAccount } from './forgetting.ts'
import { useSession } from './session.ts'

/** The privacy notice whose summary stands on forms; null where the utility publishes none. Another account has another zone, which may have one of its own. */
export const useFormNotice = defineStore('formNotice', () => {
  const session = useSession()
  const answer = createAnswer('kiosk.privacyNotice')
  let loading = Promise.resolve()
  onOtherAccount(answer.forget)
  return {
    shown: answer.value,
    /** As it goes with the form. */
    version: computed(() => answer.value.value && { id: answer.value.value.id, version: answer.value.value.version }),
    load: (language: string) => (loading = answer.load({ language, accountId: session.accountId })),
    /** It is there, or there is none; also where it was asked for in another language meanwhile. */
    async known(): Promise<void> {
      for (let waitedFor; waitedFor !== loading;) await (waitedFor = loading)
    },
  }
})
