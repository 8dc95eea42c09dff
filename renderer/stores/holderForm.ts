import { defineStore } from 'pinia'
import { computed, toRef } from 'vue'
import type { FilingForm } from '../../shared/contract/filings.ts'
import type { FiledRequest } from '../../shared/contract/requests.ts'
import { formatDate } from '../../shared/domain/dates.ts'
import { holderName } from '../../shared/domain/holder.ts'
import { isDoubtful } from '../../shared/domain/holderDocuments.ts'
import { isFarOff, readHolder } from '../../shared/domain/holderFields.ts'
import { invalidFields, textOf } from '../../shared/domain/typedFields.ts'
import type { Problem } from '../../shared/problems.ts'
import { failure } from '../../shared/result.ts'
import { call } from '../bridge/kioskBridge.ts'
import { onOtherAccount } from './forgetting.ts'
import { createForm } from './form.ts'
import { useFormNotice } from './formNotice.ts'
import { mendedHolder, useHolderDocument } from './holderDocument.ts'
import { offerFirstDay } from './offeredDay.ts'
import { useSession } from './session.ts'
import { useSupply } from './supply.ts'

type HolderForm = Extract<FilingForm, { kind: 'holderChange' }>
type Draft = Omit<HolderForm, 'kind' | 'accountId' | 'privacyNotice'> & { companyNumber: string }

const blank = (): Draft => ({
  formId: crypto.randomUUID(),
  holderKind: 'person',
  givenNames: '',
  familyName: '',
  secondFamilyName: '',
  companyName: '',
  documentType: '',
  documentNumber: '',
  companyNumber: '',
  email: '',
  phone: '',
  effectiveOn: '',
})

/** Stand on the next screen, beside *Enviar*. */
export const HOLDER_ASKED_AT_REVIEW: readonly string[] = ['email', 'phone', 'effectiveOn'] satisfies (keyof Draft)[]

const NO_NAMES = { person: { companyName: '' }, company: { givenNames: '', familyName: '', secondFamilyName: '' } }

/** As it will be filed; what is wrong yet is empty. */
function asFiled(kind: Draft['holderKind'], read: ReturnType<typeof readHolder>) {
  const names = {
    givenNames: textOf(read.givenNames),
    familyName: textOf(read.familyName),
    secondFamilyName: textOf(read.secondFamilyName),
    companyName: textOf(read.companyName),
  }
  return { name: holderName({ kind, ...names }), documentNumber: textOf(read.documentNumber) }
}

/** The change of holder that is being asked for. It survives leaving the screen, and nothing survives the account. */
export const useHolderForm = defineStore('holderForm', () => {
  const session = useSession()
  const notice = useFormNotice()
  const supply = useSupply()
  const { draft, busy, problem, send: sendForm, clear } = createForm({ blank, mended: mendedHolder, ready: notice.known })
  const { documents, documentType, documentNumber } = useHolderDocument(draft, () => supply.shown?.documents)
  /** The number looks mistyped. */
  const doubtful = computed(() => isDoubtful(documentType.value, documentNumber.value, draft.holderKind))
  const locale = computed(() => supply.shown?.account.conventions.locale ?? 'es-MX')
  const today = computed(() => supply.shown?.today ?? '')

  /** Most want it as soon as it can be. */
  const firstDay = computed(() => (today.value === '' ? '' : formatDate(today.value, locale.value, 'numeric')))
  const { begin, isOffered } = offerFirstDay(toRef(draft, 'effectiveOn'), firstDay)

  /** What was typed for the other kind of holder stays behind. */
  function written(): Omit<Draft, 'companyNumber'> {
    const { companyNumber: _, ...form } = draft
    return { ...form, ...NO_NAMES[draft.holderKind], documentType: documentType.value, documentNumber: documentNumber.value }
  }
  const read = computed(() => readHolder(written(), { documents: documents.value, today: today.value, locale: locale.value }))
  const wrong = (): Problem | null => invalidFields(read.value)
  const filed = computed(() => asFiled(draft.holderKind, read.value))
  /** A day so far away that it looks mistyped. */
  const farOff = computed(() => isFarOff(textOf(read.value.effectiveOn), today.value))

  /** Who it will be is said as it must be, so that the next step may ask the rest. */
  function isNamed(): boolean {
    const fields = wrong()?.fields?.filter(({ field }) => !HOLDER_ASKED_AT_REVIEW.includes(field)) ?? []
    problem.value = fields.length > 0 ? { code: 'invalid-fields', fields } : null
    return problem.value === null
  }

  /** Files it. Null while it is being filed, and when it was not: `problem` says why, and what was typed is still there. */
  async function send(): Promise<FiledRequest | null> {
    const { account, whose } = session
    if (!account) return null
    const sent = await sendForm(async () => {
      // Midnight may have passed since.
      if (isOffered()) await supply.load()
      // What is written by now is another account's.
      if (whose !== session.whose) return failure({ code: 'not-allowed' })
      return call('requests.file', { kind: 'holderChange', accountId: account.accountId, privacyNotice: notice.version, ...written() })
    })
    if (sent) clear()
    return sent
  }

  onOtherAccount(clear)
  return { draft, busy, problem, documents, documentType, documentNumber, doubtful, filed, farOff, locale, begin, isNamed, send }
})
