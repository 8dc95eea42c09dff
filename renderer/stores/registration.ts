import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { AnswerOf } from '../../shared/contract/index.ts'
import type { LegalText, Zone } from '../../shared/contract/kiosk.ts'
import type { RegistrationForm, WaitingRegistration } from '../../shared/contract/registration.ts'
import { isDoubtful } from '../../shared/domain/holderDocuments.ts'
import { readRegistration } from '../../shared/domain/registrationFields.ts'
import { problemsOf } from '../../shared/domain/typedFields.ts'
import type { Problem } from '../../shared/problems.ts'
import { failure } from '../../shared/result.ts'
import { call } from '../bridge/kioskBridge.ts'
import { createAnswer } from './answer.ts'
import { onOtherVisitor } from './forgetting.ts'
import { mendedHolder, useHolderDocument } from './holderDocument.ts'
import { useKiosk } from './kiosk.ts'
import { createOfficeForm } from './officeForm.ts'

/** The steps of a registration, each the value of `paso` in the address. */
export const registrationSteps = ['suministro', 'acceso', 'confirmacion'] as const
export type RegistrationStep = (typeof registrationSteps)[number]

const STEP_OF: Partial<Record<string, RegistrationStep>> = {
  userName: 'acceso',
  email: 'acceso',
  emailAgain: 'acceso',
  password: 'acceso',
  passwordAgain: 'acceso',
  acceptsNotice: 'confirmacion',
  acceptsTerms: 'confirmacion',
}
/** Where a field stands. */
export const stepOf = (field: string): RegistrationStep => STEP_OF[field] ?? 'suministro'

type Draft = Omit<RegistrationForm, 'zoneId' | 'notice' | 'terms' | 'passwordAgain'> & {
  chosenZone: string | null
  companyNumber: string
  passwordAgain: string
  /** The password can be read, so that it need not be typed twice. */
  shown: boolean
}

const blank = (): Draft => ({
  chosenZone: null,
  holderKind: 'person',
  accountNumber: '',
  contractNumber: '',
  invoiceNumber: '',
  meterNumber: '',
  givenNames: '',
  familyName: '',
  secondFamilyName: '',
  companyName: '',
  documentType: '',
  documentNumber: '',
  companyNumber: '',
  userName: '',
  email: '',
  emailAgain: '',
  password: '',
  passwordAgain: '',
  shown: false,
  acceptsNotice: false,
  acceptsTerms: false,
})

/** What was said of one zone, or of what was typed as it was, counts no longer. */
const mended: typeof mendedHolder = (problem, changed) => (changed.includes('chosenZone') ? null : mendedHolder(problem, changed))

/** What is read and accepted before one registers. */
function createTexts() {
  const texts = createAnswer('registration.texts')
  const published = computed(() => ({ notice: texts.value.value?.notice != null, terms: texts.value.value?.terms != null }))
  return { texts, published }
}

type Known = Pick<RegistrationForm, 'zoneId' | 'documentType' | 'documentNumber'>

/** What is sent: of the document that which counts, and the texts that were shown. */
function asSent(
  { chosenZone: _zone, companyNumber: _number, shown, passwordAgain, ...typed }: Draft,
  known: Known,
  texts: AnswerOf<'registration.texts'> | null,
): RegistrationForm {
  const versionOf = (text: LegalText | null | undefined) => (text ? { id: text.id, version: text.version } : null)
  return { ...typed, ...known, passwordAgain: shown ? null : passwordAgain, notice: versionOf(texts?.notice), terms: versionOf(texts?.terms) }
}

/** *Registrarme*: what is typed, over all its steps. Forgotten with the visitor, and when the registration is sent or left. */
export const useRegistration = defineStore('registration', () => {
  const kiosk = useKiosk()
  const form = createOfficeForm<Draft>({ blank, mended })
  const { draft } = form
  const { texts, published } = createTexts()
  const zone = computed<Zone | null>(() => kiosk.zones.find(({ id }) => id === draft.chosenZone) ?? kiosk.homeZone)
  const rules = computed(() => zone.value?.registration ?? null)
  const { documents, documentType, documentNumber } = useHolderDocument(draft, () => rules.value?.documents)
  /** The number looks mistyped. */
  const doubtful = computed(() => isDoubtful(documentType.value, documentNumber.value, draft.holderKind))

  const written = (zoneId: string): RegistrationForm =>
    asSent(draft, { zoneId, documentType: documentType.value, documentNumber: documentNumber.value }, texts.value.value)
  const read = computed(() => (zone.value ? readRegistration(written(zone.value.id), zone.value, published.value) : null))
  const wrongAt = (step: RegistrationStep): NonNullable<Problem['fields']> => problemsOf(read.value ?? {}).filter(({ field }) => stepOf(field) === step)

  /** The step may be left for the next one; else `problem` says why not. */
  function isComplete(step: RegistrationStep): boolean {
    const fields = wrongAt(step)
    form.problem.value = fields.length > 0 ? { code: 'invalid-fields', fields } : null
    return read.value !== null && fields.length === 0
  }
  /** The first step with something to be mended; it cannot be passed over by the address. */
  const firstOpen = computed(() => registrationSteps.find((step) => read.value === null || wrongAt(step).length > 0) ?? 'confirmacion')

  async function load(language: string): Promise<void> {
    if (zone.value) await texts.load({ zoneId: zone.value.id, language })
  }
  /** null when it was not taken: `problem` says why. `waiting` is null where the account is active at once. */
  async function send(): Promise<{ waiting: WaitingRegistration | null } | null> {
    const zoneId = zone.value?.id
    return form.send(async () => (zoneId === undefined ? failure({ code: 'preparing-data' }) : call('registration.send', written(zoneId))))
  }
  function forget(): void {
    form.clear()
    texts.forget()
    // What was judged last is what was typed: judged now, it forgets that.
    void read.value
  }
  onOtherVisitor(forget)
  return {
    ...{ draft, busy: form.busy, problem: form.problem, wait: form.wait, held: form.held },
    ...{ zone, rules, documents, documentType, documentNumber, doubtful, read, texts: texts.value, textsProblem: texts.problem },
    ...{ firstOpen, isComplete, load, send, clear: forget },
  }
})
