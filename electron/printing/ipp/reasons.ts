import type { Attention } from '../../../shared/contract/printing.ts'
import { isDocumentFault, saysFault } from './faultWords.ts'

/**
 * What a reason means, of a job or of its printer. `need`: somebody must see to it; `vital`: a job that ended with this need was not printed.
 * `soon`: printing goes on, unless the printer reports it as an error. `failed`: the document did not come out as it should; `blank`: an aborted
 * job printed no sheet. `still`: the job stands still and nobody is asked for anything; it may go on by itself. `fine`: nothing to report.
 */
export type Meaning =
  | { is: 'need' | 'soon'; attention: Attention; vital?: true }
  | { is: 'failed'; blank: boolean }
  | { is: 'still'; attention: 'offline' | 'waiting' }
  | { is: 'fine' }

const need = (attention: Attention): Meaning => ({ is: 'need', attention })
const vital = (attention: Attention): Meaning => ({ is: 'need', attention, vital: true })
const soon = (attention: Attention): Meaning => ({ is: 'soon', attention })
const still = (attention: 'offline' | 'waiting'): Meaning => ({ is: 'still', attention })
const failed: Meaning = { is: 'failed', blank: false }
/** A count of zero sheets proves nothing (many printers never count); these reasons do. */
const blank: Meaning = { is: 'failed', blank: true }
const fine: Meaning = { is: 'fine' }

const all = (meaning: Meaning, keywords: string): [string, Meaning][] => keywords.split(/\s+/).map((keyword) => [keyword, meaning])

/**
 * The keywords of `printer-state-reasons` and `job-state-reasons` (RFC 8011 §5.4.12 and §5.3.8, IANA's registry, PWG 5100.9, CUPS),
 * without the suffix that tells how severe they are. The most pressing need stands first.
 */
export const meanings: ReadonlyMap<string, Meaning> = new Map([
  ...all(need('offline'), 'offline shutdown timed-out power-down deleted service-off-line'),
  ...all(vital('offline'), 'destination-uri-failed'),
  ...all(need('jam'), 'media-jam media-path-jam input-tray-failed output-tray-failed'),
  ...all(need('cover'), 'cover-open door-open interlock-open alert-removal-of-cover'),
  ...all(need('tray'), 'input-tray-missing output-tray-missing media-path-input-tray-missing input-media-tray-missing'),
  ...all(need('paper'), 'media-empty media-needed input-media-supply-empty input-media-size-change input-media-type-change'),
  ...all(need('toner'), 'toner-empty toner-missing marker-supply-empty marker-supply-missing marker-ink-empty marker-toner-cartridge-missing'),
  ...all(need('toner'), 'marker-ink-cartridge-missing marker-waste-full marker-waste-missing marker-waste-toner-receptacle-full'),
  ...all(need('toner'), 'marker-waste-ink-receptacle-full developer-empty opc-life-over marker-developer-empty cleaner-life-over'),
  ...all(need('paused'), 'paused moving-to-paused stopping deactivated hold-new-jobs suspend hibernate'),
  ...all(need('other'), 'other output-area-full spool-area-full fuser-over-temp fuser-under-temp waiting-for-user-action'),
  ...all(need('other'), 'printer-stopped cups-remote-stopped'),
  ...all(vital('other'), 'resources-are-not-ready interpreter-resource-unavailable interpreter-memory-exhausted'),
  ...all(soon('paper'), 'media-low input-media-supply-low'),
  ...all(soon('toner'), 'toner-low marker-supply-low marker-ink-low marker-ink-almost-empty marker-toner-almost-empty developer-low'),
  ...all(soon('toner'), 'marker-waste-almost-full marker-waste-toner-receptacle-almost-full opc-near-eol cleaner-life-almost-over'),
  ...all(soon('other'), 'output-area-almost-full output-mailbox-almost-full stopped-partly printer-stopped-partly'),
  ...all(soon('other'), 'standby testing identify-printer-requested configuration-change configured-change resuming power-up'),
  ...all(soon('other'), 'warnings-detected printer-ready-to-print cups-missing-filter cups-insecure-filter'),
  ...all(blank, 'unsupported-document-format unsupported-attributes-or-values unsupported-compression document-access-error'),
  ...all(blank, 'document-password-error document-permission-error account-authorization-failed account-closed'),
  ...all(blank, 'account-limit-reached conflicting-attributes resources-are-not-supported'),
  ...all(blank, 'digital-signature-did-not-verify digital-signature-not-verified digital-signature-type-not-supported'),
  ...all(failed, 'document-format-error document-unprintable-error document-security-error compression-error submission-interrupted'),
  ...all(failed, 'job-data-insufficient aborted-by-system errors-detected job-completed-with-errors job-printed-with-errors'),
  ...all(failed, 'job-saved-with-errors job-canceled-by-user job-canceled-by-operator job-canceled-at-device job-canceled-after-timeout'),
  ...all(failed, 'processing-to-stop-point cups-filter-crashed cups-remote-aborted cups-remote-canceled'),
  ...all(still('offline'), 'connecting-to-device connecting-to-destination'),
  ...all(still('waiting'), 'queued-in-device job-queued-in-device job-queued job-queued-for-marker job-incoming job-hold-until-specified'),
  ...all(still('waiting'), 'job-delay-output-until-specified job-held-for-authorization job-held-for-button-press job-held-for-release'),
  ...all(still('waiting'), 'job-held-for-review job-held-by-service job-release-wait job-password-wait job-digital-signature-wait'),
  ...all(still('waiting'), 'account-info-needed job-suspended job-suspending job-suspended-by-operator job-suspended-by-system'),
  ...all(still('waiting'), 'job-suspended-by-user job-suspended-for-approval cups-held-for-authentication cups-remote-pending'),
  ...all(still('waiting'), 'cups-remote-pending-held'),
  ...all(fine, 'none connected-to-destination cups-waiting-for-job-completed job-outgoing job-interpreting job-transforming job-printing'),
  ...all(fine, 'job-spooling job-streaming job-transferring job-resuming job-saving job-fetchable job-restartable'),
  ...all(fine, 'job-completed-successfully job-completed-with-warnings job-printed-successfully job-printed-with-warnings'),
  ...all(fine, 'job-saved-successfully job-saved-with-warnings cups-remote-processing cups-remote-completed'),
  ...all(fine, 'cups-ipp-conformance-failure cups-ipp-missing-cancel-job cups-ipp-missing-get-printer-attributes'),
  ...all(fine, 'cups-ipp-missing-job-history cups-ipp-missing-job-state cups-ipp-missing-send-document cups-ipp-wrong-http-version'),
])

const order = [...meanings.keys()]

/** A keyword and its severity; `bare`: without one. */
interface Reason {
  keyword: string
  severity: 'error' | 'warning' | 'report' | 'bare'
}

/** `document-format-error` is a keyword; `media-empty-error` is the keyword `media-empty` with the severity `error`. */
function parse(reason: string): Reason {
  const [, keyword, severity] = /^(.+)-(error|warning|report)$/u.exec(reason) ?? []
  if (meanings.has(reason) || keyword === undefined) return { keyword: reason, severity: 'bare' }
  return { keyword, severity: severity as Reason['severity'] }
}

/** The needs that stop the printer or the job, most pressing first, each once. Warnings and reports never stop it (RFC 8011 §5.4.12). */
export function needsIn(reasons: readonly string[]): Attention[] {
  const stopping = reasons
    .map(parse)
    .filter(({ severity }) => severity === 'error' || severity === 'bare')
    .sort((one, other) => rank(one) - rank(other))
  return [...new Set(stopping.flatMap(needOf))]
}

/** The most pressing need that a printer warns of: some only warn of an empty tray although nothing comes out. */
export function warnedIn(reasons: readonly string[]): Attention | null {
  const warned = reasons
    .map(parse)
    .filter(({ severity }) => severity === 'warning')
    .sort((one, other) => rank(one) - rank(other))
  const needs = warned.flatMap(({ keyword }) => {
    const meaning = meanings.get(keyword)
    return meaning?.is === 'need' ? [meaning.attention] : []
  })
  return needs[0] ?? null
}

/** Unknown keywords come last. */
const rank = ({ keyword }: Reason): number => (meanings.has(keyword) ? order.indexOf(keyword) : order.length)

function needOf({ keyword, severity }: Reason): Attention[] {
  // A vendor's keyword: it is an error of unknown meaning.
  const meaning = meanings.get(keyword) ?? (isDocumentFault(keyword) ? fine : need('other'))
  const isNeed = meaning.is === 'need' || (severity === 'error' && (meaning.is === 'soon' || meaning.is === 'still'))
  return isNeed && 'attention' in meaning ? [meaning.attention] : []
}

/** Reasons of a job have no severity, and a vendor's keyword may mean anything: only known keywords count. */
export const stopsJob = (reasons: readonly string[]): boolean =>
  reasons.some((reason) => meanings.get(parse(reason).keyword)?.is === 'need' && needsIn([reason]).length > 0)

/** Why the job may stand still without asking for anything, by reasons of any severity; null without such a reason. */
export function stillIn(reasons: readonly string[]): 'offline' | 'waiting' | null {
  const found = reasons.map(parse).flatMap(({ keyword }) => {
    const meaning = meanings.get(keyword)
    return meaning?.is === 'still' ? [meaning.attention] : []
  })
  return found.includes('offline') ? 'offline' : (found[0] ?? null)
}

/** Whether the reasons of a job say that the document failed; `blank`: before any sheet. */
export function failureIn(reasons: readonly string[]): 'failed' | 'blank' | null {
  const failures = reasons.map(failureOf).filter((failure) => failure !== null)
  return failures.includes('blank') ? 'blank' : (failures[0] ?? null)
}

function failureOf(reason: string): 'failed' | 'blank' | null {
  const { keyword, severity } = parse(reason)
  const meaning = meanings.get(keyword)
  if (meaning?.is === 'failed') return meaning.blank ? 'blank' : 'failed'
  if (meaning) return severity === 'error' ? 'failed' : null
  // A vendor's warning of a fault does not prove that the job failed, unless the fault is the document's.
  const isSevere = severity === 'error' || severity === 'bare'
  return isDocumentFault(reason) || (isSevere && saysFault(reason)) ? 'failed' : null
}

/** Whether a completed job did not come out as it should: it failed, or ended while something was missing. */
export const spoils = (reasons: readonly string[]): boolean => failureIn(reasons) !== null || reasons.some(isVital)

function isVital(reason: string): boolean {
  const meaning = meanings.get(parse(reason).keyword)
  return meaning?.is === 'need' && meaning.vital === true
}
