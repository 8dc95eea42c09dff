import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Scanned } from '../../shared/contract/lookup.ts'
import { call } from '../bridge/kioskBridge.ts'
import { onOtherVisitor } from './forgetting.ts'
import { createForm } from './form.ts'
import { useLookup } from './lookup.ts'

/** What names a bill: one of the two numbers of the look-up. */
type ScannedBill = Exclude<Scanned, { kind: 'folio' }>

/** Why a code is not looked up: this screen takes no codes, or a dialog must be closed first. */
type Refusal = 'notHere' | 'behind'

/** The last scanned code: its result, or why there is none. */
export const useScans = defineStore('scans', () => {
  const lookup = useLookup()
  const { problem, send, clear: clearProblem } = createForm({ blank: () => ({}) })
  const refused = ref<Refusal | null>(null)
  /** The notice about the last code, until it is closed or another code is read. */
  const notice = computed(() => refused.value ?? problem.value)
  /** Set anew by each code that fills in *Consultar con mi factura*: a bill that was found, or a number that was not looked up. */
  const filled = ref<Pick<ScannedBill, 'kind'> | null>(null)

  /** Null where the code names nothing; `notice` says why. A code read while another is being looked up is ignored. */
  async function ask(text: string): Promise<Scanned | null> {
    close()
    return send(() => call('lookup.scan', { text, zoneId: lookup.zoneIsKnown ? (lookup.zone?.id ?? null) : null }))
  }

  /** Fills in the look-up's fields. A number that may be either of the two goes into the empty field. */
  function fillIn(bill: ScannedBill): void {
    filled.value = { kind: bill.kind }
    if (bill.kind === 'bill') {
      if (bill.zoneId !== null) lookup.chosenZone = bill.zoneId
      lookup.accountNumber = bill.accountNumber ?? lookup.accountNumber
      lookup.invoiceNumber = bill.invoiceNumber ?? lookup.invoiceNumber
      return
    }
    const isAccount = bill.fits.includes('account') && (lookup.accountNumber === '' || !bill.fits.includes('invoice'))
    if (isAccount) lookup.accountNumber = bill.number
    else lookup.invoiceNumber = bill.number
  }

  function refuse(why: Refusal): void {
    refused.value = why
  }
  function close(): void {
    refused.value = null
    problem.value = null
  }
  function clear(): void {
    refused.value = null
    clearProblem()
    filled.value = null
  }
  onOtherVisitor(clear)

  return { notice, filled, ask, fillIn, refuse, close, clear }
})
