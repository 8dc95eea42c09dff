import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Scanned } from '../../shared/contract/lookup.ts'
import { call } from '../bridge/kioskBridge.ts'
import { onOtherVisitor } from './forgetting.ts'
import { createForm } from './form.ts'
import { useLookup } from './lookup.ts'

/** What names a bill: one of the two numbers of the look-up. */
type ScannedBill = Exclude<Scanned, { kind: 'folio' }>

/** Why a code is not asked for: on this screen it means nothing, or a dialog must be closed first. */
type Refusal = 'notHere' | 'behind'

/** What the scanner has read, and what became of it. */
export const useScans = defineStore('scans', () => {
  const lookup = useLookup()
  const { problem, send, clear: clearProblem } = createForm({ blank: () => ({}) })
  const refused = ref<Refusal | null>(null)
  /** What there is to say of the last code, until it is closed or another one is read. */
  const notice = computed(() => refused.value ?? problem.value)
  /** What has filled in *Consultar con mi factura*, anew with each code: a bill, or a number that was not looked up. */
  const filled = ref<Pick<ScannedBill, 'kind'> | null>(null)

  /** Null where it names nothing; then `notice` says why. A code that comes before the last one is answered is not asked for. */
  async function ask(text: string): Promise<Scanned | null> {
    close()
    return send(() => call('lookup.scan', { text, zoneId: lookup.zoneIsKnown ? (lookup.zone?.id ?? null) : null }))
  }

  /** Fills in the form as a person would. Of a number that can be either, the field that is empty. */
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
