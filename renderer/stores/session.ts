import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { call, onEvent } from '../bridge/kioskBridge.ts'
import { firstLanguage, type Language } from '../i18n/languages.ts'
import { createAids } from './aids.ts'

export interface OpenAccount {
  accountId: string
  /** The one that the account was opened with; null where it was opened otherwise. */
  invoiceId: string | null
}

/** The account whose screens are shown, and how many there are. */
function createOpenAccount() {
  const account = ref<OpenAccount | null>(null)
  /** Of the open account. */
  const zoneId = ref<string | null>(null)
  /** So many accounts the session holds; one of them is open. */
  const contracts = ref(0)

  /** From now on the screens are this account's. */
  function open(opened: OpenAccount, itsZone: string): void {
    account.value = opened
    zoneId.value = itsZone
  }
  function close(): void {
    account.value = null
    zoneId.value = null
    contracts.value = 0
  }
  const isOpen = computed(() => account.value !== null)
  const accountId = computed(() => account.value?.accountId ?? null)
  return { account, accountId, zoneId, contracts, isOpen, open, close }
}

/** Seconds of the warning as last told; null while none stands. */
function createWarning() {
  const warning = ref<{ secondsLeft: number; final: boolean } | null>(null)
  onEvent('session.warning', (now) => {
    // What no touch puts off is not taken for what one does.
    if (!warning.value?.final) warning.value = now
  })
  onEvent('session.continued', () => {
    if (!warning.value?.final) warning.value = null
  })
  return warning
}

const createCounts = () => ({
  /** Counts the visitors, each customer of a clerk among them: whatever depends on it is made anew for each. */
  visitor: ref(0),
  /** Counts those who stand at the screen themselves: a clerk stays while their customers change. */
  presence: ref(0),
})

/** The visitor as far as the page knows: language, aids, the open account. The main process decides what may be read. */
export const useSession = defineStore('session', () => {
  const { close, ...opened } = createOpenAccount()
  const language = ref<Language>(firstLanguage)
  const { aids, forgetAids, ...chosen } = createAids()
  const warning = createWarning()
  const { visitor, presence } = createCounts()
  /** Whose data are on screen: another visitor's or another account's are none of theirs. */
  const whose = computed(() => `${visitor.value} ${opened.accountId.value ?? ''}`)

  async function touched(mode: 'reading' | 'form'): Promise<void> {
    // No touch puts the end off for good.
    if (!warning.value?.final) warning.value = null
    await call('session.activity', { mode, accessible: aids.slower })
  }

  /** A customer of a clerk: nothing of theirs stays for the next one. Language and aids are the clerk's. */
  function forgetCustomer(): void {
    close()
    warning.value = null
    visitor.value += 1
  }
  function forget(): void {
    language.value = firstLanguage
    forgetAids()
    presence.value += 1
    forgetCustomer()
  }

  let isEnding = false

  /** *Terminar*: the page forgets at once, whatever the answer. */
  async function end(): Promise<void> {
    forget()
    isEnding = true
    await call('session.end', {})
    isEnding = false
  }

  onEvent('session.ended', ({ reason }) => {
    // What the page itself has ended is forgotten already: the first screen is not drawn a second time.
    if (!isEnding || reason !== 'finished') forget()
    if (reason !== 'finished') void call('session.started', {})
  })

  return { ...opened, closeAccount: close, ...chosen, language, aids, warning, visitor, presence, whose, touched, end, forget, forgetCustomer }
})
