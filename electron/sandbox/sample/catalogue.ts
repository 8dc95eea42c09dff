import type { Change, Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import { banks } from '../data/banks.ts'
import { clerks } from '../data/clerks.ts'
import { faqs } from '../data/faqs.ts'
import { legalTexts } from '../data/legal.ts'
import { noticesOn } from '../data/notices.ts'
import { payPlaces } from '../data/payPlaces.ts'
import { topics } from '../data/topics.ts'
import { created } from './records.ts'

/**
 * All that belongs to no account, and the notices.
 * @param zones as the utility publishes them
 */
export function catalogue(today: string, zones: readonly Zone[]): Change[] {
  return [
    ...zones.map((zone) => created('zone', zone)),
    ...banks.map((each) => created('bank', each)),
    ...payPlaces.map((each) => created('payPlace', each)),
    ...topics.map((each) => created('topic', each)),
    ...faqs.map((each) => created('faq', each)),
    ...legalTexts.map((each) => created('legalText', each)),
    ...clerks.map((each) => created('clerk', each)),
    ...noticesOn(today).map((each) => created('notice', each)),
  ]
}
