import type { RequestState, RequestSummary } from '../contract/requests.ts'

type Filed = Pick<RequestSummary, 'kind' | 'state' | 'folio' | 'utilityFolio'>
type About = Pick<RequestSummary, 'topicId' | 'topic' | 'invoiceId' | 'addsTo'>

/** With whom it is; null where it is over. */
const WITH: Record<RequestState, 'utility' | 'staff' | null> = {
  stored: 'utility',
  setAside: 'staff',
  closed: null,
  received: 'utility',
  inProgress: 'utility',
  waitingCustomer: 'utility',
  resolved: null,
  rejected: null,
}

/** Whether the utility still works on a claim, as far as is known. One that was set aside is staff's to correct, and over once they did. */
export const isOpenClaim = ({ kind, state }: Filed): boolean => kind === 'claim' && WITH[state] === 'utility'

/** Whether somebody has still to do something about it; of one that was set aside, staff, until they corrected or closed it. */
export const isUnfinished = ({ state }: Pick<RequestSummary, 'state'>): boolean => WITH[state] !== null

/** The folio to send as `addsTo`: the utility's own, else the one given here. */
export const folioToAddTo = ({ folio, utilityFolio }: Filed): string | null => utilityFolio || folio || null

/**
 * The open claim that a new one would repeat: on the same topic, and on the same invoice where the topic asks for one. Of several, the one that
 * adds to no other, else the first. null where there is none.
 */
export function openClaimAbout<R extends Filed & About>(
  requests: readonly R[],
  { topic, invoiceId }: { topic: { id: string; name: string; requiresInvoice: boolean }; invoiceId: string },
): R | null {
  const isOfTopic = ({ topicId, topic: name }: About): boolean => (topicId === null ? name === topic.name : topicId === topic.id)
  const isOfInvoice = (about: About): boolean => !topic.requiresInvoice || (invoiceId !== '' && about.invoiceId === invoiceId)
  const same = requests.filter((each) => isOpenClaim(each) && isOfTopic(each) && isOfInvoice(each) && folioToAddTo(each) !== null)
  return same.find(({ addsTo }) => addsTo === null) ?? same[0] ?? null
}

/** The open claim that bears a folio, the utility's or the one given here; null where the account has none. */
export const openClaimOf = <R extends Filed>(requests: readonly R[], folio: string): R | null =>
  requests.find((each) => isOpenClaim(each) && (each.folio === folio || each.utilityFolio === folio)) ?? null
