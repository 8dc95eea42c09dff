import { success } from '../../../shared/result.ts'
import { readAboutTopic } from '../aboutTopic.ts'
import type { FormType } from '../filingType.ts'

export const question: FormType<'question'> = {
  read(form, parts) {
    const about = readAboutTopic(form, parts)
    if (!about.ok) return about
    const { common, invoiceId } = about.value
    return success({ ...common, ...(invoiceId !== null && { invoiceId }) })
  },
  // Its text names the invoice, where there is one.
  facts: () => [],
  text: ({ text }) => text,
}
