import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { FilingForm } from '../../shared/contract/filings.ts'
import type { FiledRequest } from '../../shared/contract/requests.ts'
import { formatDate } from '../../shared/domain/dates.ts'
import { holderName } from '../../shared/domain/holder.ts'
import { isDoubtful } from '../../shared/domain/holderDocuments.ts'
import { readHolder } from '../../shared/domain/holderFields.ts'
import { invalidFields } from '../../shared/domain/typedFields.ts'
import type { Problem } from '../../shared/problems.ts'
import { call } from '../bridge/kioskBridge.ts'
import { onOtherAccount } from './forgetting.ts'
import { createForm } from './form.ts'
import { useFormNotice } from './formNotice.ts'
import { withoutFields } from './mending.ts'
import { useSession } from './session.ts'
import { useSupply } from './supply.ts'

type HolderForm = Extract<FilingForm, { kind: 'holderChange' }>
type Draft = Omit<HolderForm, 'kind' | 'accountId' | 'privacyNotice'>

const blank = (): Draft => ({
  formId: crypto.randomUUID(),
  holderKind: 'person',
  givenNames: '',
  familyName: '',
  secondFamilyName: '',
  companyName: '',
  documentType: '',
  documentNumber: '',
  email: '',
  phone: '',
  effectiveOn: '',
})

/** Stand on the next screen, beside *Enviar*. */
export const HOLDER_ASKED_AT_REVIEW: readonly string[] = ['email', 'phone', 'effectiveOn'] satisfies (keyof Draft)[]

const NO_NAMES = { person: { companyName: '' }, company: { givenNames: '', familyName: '', secondFamilyName: '' } }

/** What was said of a person does not count for a company. */
const mended: typeof withoutFields = (problem, changed) => (changed.includes('holderKind') ? null : withoutFields(problem, changed))

/** The change of holder that is being asked for. It survives leaving the screen, and nothing survives the account. */
export const useHolderForm = defineStore('holderForm', () => {
  const session = useSession()
  const notice = useFormNotice()
  const supply = useSupply()
  const { draft, busy, problem, send: sendForm, clear } = createForm({ blank, mended })
  const documents = computed(() => supply.shown?.documents[draft.holderKind] ?? [])
  /** The only one there is needs no choice; one that this kind of holder cannot have is none. */
  const documentType = computed({
    get: () => documents.value.find((type) => type === draft.documentType || documents.value.length === 1) ?? '',
    set: (type) => (draft.documentType = type),
  })
  /** The number looks mistyped. */
  const doubtful = computed(() => isDoubtful(documentType.value, draft.documentNumber))
  const name = computed(() => holderName({ ...written(), kind: draft.holderKind }).trim())
  const locale = computed(() => supply.shown?.account.conventions.locale ?? 'es-MX')

  /** Most want it as soon as it can be. */
  function begin(): void {
    if (draft.effectiveOn === '' && supply.shown) draft.effectiveOn = formatDate(supply.shown.today, locale.value, 'numeric')
  }

  /** What was typed for the other kind of holder stays behind. */
  const written = (): Draft => ({ ...draft, ...NO_NAMES[draft.holderKind], documentType: documentType.value })
  const wrong = (): Problem | null =>
    invalidFields(readHolder(written(), { documents: documents.value, today: supply.shown?.today ?? '', locale: locale.value }))

  /** Who it will be is said as it must be, so that the next step may ask the rest. */
  function isNamed(): boolean {
    const fields = wrong()?.fields?.filter(({ field }) => !HOLDER_ASKED_AT_REVIEW.includes(field)) ?? []
    problem.value = fields.length > 0 ? { code: 'invalid-fields', fields } : null
    return problem.value === null
  }

  /** Files it. Null while it is being filed, and when it was not: `problem` says why, and what was typed is still there. */
  async function send(): Promise<FiledRequest | null> {
    const { account } = session
    if (!account) return null
    const form: HolderForm = { kind: 'holderChange', accountId: account.accountId, privacyNotice: notice.version, ...written() }
    const filed = await sendForm(() => call('requests.file', form))
    if (filed) clear()
    return filed
  }

  onOtherAccount(clear)
  return { draft, busy, problem, documents, documentType, doubtful, name, locale, begin, isNamed, send }
})
