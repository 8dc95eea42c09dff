import type { HandlersOf } from '../../shared/contract/index.ts'
import type { Question } from '../../shared/contract/guide.ts'
import { localeOf } from '../../shared/domain/zoneLocale.ts'
import { failure, success } from '../../shared/result.ts'
import type { Faq } from '../../shared/utility-api/generated/types.gen.ts'
import { branchAlone, type AccountReaders } from '../cache/accountReaders.ts'
import { listBanks } from '../cache/queries/banks.ts'
import { faqVersion, findFaq, listFaqs } from '../cache/queries/faqs.ts'
import { listPayPlaces } from '../cache/queries/payPlaces.ts'
import type { ReadableDb } from '../cache/db.ts'
import { createQuestionSearch, type QuestionSearch } from './questionSearch.ts'
import type { Counter } from '../session/counter.ts'
import { zoneOf } from './servedZones.ts'

interface GuideParts {
  db: ReadableDb
  counter: Pick<Counter, 'mayRead'>
  readers?: AccountReaders
  /** The first load is complete. */
  isReady: () => boolean
}

/** Frequent questions and places to pay at, open to everybody. */
export function createGuideService({ db, counter, readers = branchAlone(db), isReady }: GuideParts) {
  const preparing = failure({ code: 'preparing-data' })
  const questionsIn = keepNewest(db)

  return {
    'guide.questions': ({ language, search, accountId }) => {
      if (accountId !== null && !counter.mayRead(accountId)) return failure({ code: 'not-allowed' })
      const zone = zoneOf(readers, accountId)
      const { faqs, searched } = questionsIn([language, ...(zone ? [localeOf(zone)] : [])])
      if (faqs.length === 0 && !isReady()) return preparing
      const shown = search.trim() === '' ? faqs : searched().find(search)
      return success({ search, questions: shown.map(describeQuestion) })
    },
    'guide.answer': ({ id }) => {
      const faq = findFaq(db, id)
      return faq ? success({ id, answer: faq.answer }) : failure({ code: 'not-found' })
    },
    'guide.payPlaces': ({ zoneId }) => {
      const offices = listPayPlaces(db, zoneId).map(({ id, name, address, hours }) => ({ id, name, address, hours: hours?.trim() || null }))
      const banks = listBanks(db, zoneId).map(({ id, name, kind = 'bank' }) => ({ bankId: id, name, kind }))
      if (offices.length + banks.length === 0 && !isReady()) return preparing
      return success({ zoneId, offices, banks })
    },
  } satisfies HandlersOf<'guide'>
}

const describeQuestion = ({ id, locale, category, question }: Faq): Question => ({ id, locale, category, question })

interface Kept {
  faqs: Faq[]
  /** Made when something is searched for. */
  searched: () => QuestionSearch
}

/** The questions of the locales that were asked for last: every letter typed asks for the same ones. */
function keepNewest(db: ReadableDb): (locales: string[]) => Kept {
  let key = ''
  let faqs: Faq[] = []
  let search: QuestionSearch | null = null
  const searched = (): QuestionSearch => (search ??= createQuestionSearch(faqs))

  return (locales) => {
    const wanted = JSON.stringify([locales, faqVersion(db)])
    if (wanted !== key) {
      ;[key, faqs, search] = [wanted, listFaqs(db, locales), null]
    }
    return { faqs, searched }
  }
}
