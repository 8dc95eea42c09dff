/** Words of a keyword that say that something went wrong. */
const FAULT =
  /^(err|errors?|errored|fail(s|ed|ing|ures?)?|faults?|faulty|fatal|abort(s|ed|ing)?|cancel(s|ing|l?ed|lation)?|corrupt(ed|ion)?|invalid|malformed|damaged|truncated|incomplete|insufficient|exhausted|lost|missing|exceptions?|crash(ed)?|panic|reject(ed)?|refused|denied|forbidden|interrupted|discarded|dropped|purged|skipped|expired|overflow(ed)?|overrun|underrun|cannot|unable|illegal|broken|killed|terminated|deleted|timeout|exceeded|encrypted|partial|partially|un(printable|printed|supported|readable|pars(e?able|ed)|decodable|deliverable|recognized|recoverable|authorized|finished|available|processable|renderable))$/u
/** Words that mean a fault after `not`. */
const DENIED =
  /^(supported|ready|printed|complete|completed|found|readable|rendered|processed|verif(y|ied)|available|valid|parsed|decoded|delivered|finished|accepted|authorized|permitted|allowed|recognized|fully|all|enough|print|render|parse|decode|process|finish|complete)$/u
/** Faults of several words. */
const PHRASE =
  /(^| )(timed out|out of [a-z]\w*|too (large|big|long|many|complex)|wrong \w+|nothing (was )?(printed|rendered)|(no|0|zero) (paper|pages?|sheets?|memory))( |$)|(^| )(no|0|zero) (output|data)$/u
/** After a word for a fault, at the end of the keyword: there was none. Not at the end it names what was missing: `failed-no-media`. */
const NONE = /^((count|code|status|level) )?(none|no|0|zero|ok)( (found|detected|of \d+))?( (report|warning))?$/u
const NO = /^(no|non|without|zero|0)$/u
/** After a word for a fault: it is over. */
const OVER = /^(free|recovered|corrected|cleared|resolved|fixed|recovery|handling)$/u
/** What can be switched off: `timeout-disabled` is a setting, `job-skipped-disabled` is not. */
const SETTING = /^((errors?|timeout|encrypted) disabled)$/u

/** Whether an unregistered keyword, a vendor's, says that something failed: `com.acme-pdf-parse-failed`, `com.acme.DecodeError`. */
export function saysFault(keyword: string): boolean {
  const words = keyword
    .replace(/(?<=[a-z\d])(?=[A-Z])/gu, '-')
    .toLowerCase()
    .split(/[^a-z\d]+/u)
  return (
    PHRASE.test(words.join(' ')) ||
    words.some((word, at) => {
      const [before = '', after = ''] = [words[at - 1], words[at + 1]]
      if (word === 'not') return DENIED.test(after)
      return FAULT.test(word) && !NO.test(before) && !OVER.test(after) && !SETTING.test(`${word} ${after}`) && !NONE.test(words.slice(at + 1).join(' '))
    })
  )
}

/** Whether it says that the document or the job failed, and not a part of the printer. */
export const isDocumentFault = (keyword: string): boolean =>
  /(^|[-._])(document|job|compression|digital-signature|submission|data)([-._]|$)/u.test(keyword) && saysFault(keyword)
