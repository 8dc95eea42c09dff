import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import type { DocumentRef, FileFormat } from '../../shared/contract/documents.ts'
import type { PhoneOffer, PhoneState } from '../../shared/contract/phone.ts'
import type { Problem } from '../../shared/problems.ts'
import { call, onEvent } from '../bridge/kioskBridge.ts'
import { onOtherAccount } from './forgetting.ts'
import { useSession } from './session.ts'

export interface PhoneWish {
  /** The control that asks: its dialog is the one that opens. */
  at: string
  format: FileFormat
  /** null when there is nothing to take away. */
  document: () => Promise<DocumentRef | null>
}

/** The document that a phone may fetch from this kiosk. Gone with its dialog, and with the account. */
export const usePhone = defineStore('phone', () => {
  const session = useSession()
  const wish = ref<PhoneWish | null>(null)
  const offer = ref<PhoneOffer | null>(null)
  /** null: no phone has come yet. */
  const state = ref<PhoneState | null>(null)
  const problem = ref<Problem | null>(null)
  let asked = 0

  async function open(wanted: PhoneWish): Promise<void> {
    forget()
    const mine = asked
    wish.value = wanted
    const document = await wanted.document()
    if (mine !== asked) return
    if (!document) return forget()
    const answer = await call('phone.offer', { document, format: wanted.format, language: session.language })
    if (mine !== asked) return
    if (!answer.ok) return void (problem.value = answer.problem)
    offer.value = answer.value
    // They look at their phone now, and touch nothing here.
    await session.touched('form')
  }

  /** Another code for the same. */
  async function again(): Promise<void> {
    if (wish.value) await open(wish.value)
  }

  async function close(): Promise<void> {
    forget()
    await call('phone.withdraw', {})
  }

  function forget(): void {
    asked += 1
    wish.value = null
    offer.value = null
    state.value = null
    problem.value = null
  }
  // What one account gave is not served under another's name.
  onOtherAccount(() => wish.value && void close())
  onEvent('phone.changed', (now) => (state.value = offer.value && now.state))
  // Whose phone does something is there, also without touching the screen.
  watch(state, (now) => (now === 'opened' || now === 'fetched') && void session.touched('form'), { flush: 'sync' })

  return { wish, offer, state, problem, open, again, close }
})
