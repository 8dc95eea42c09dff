import type { ActivationStepsModel } from '../activationSteps/activationStepsModel.ts'
import { centred, gap, large, rule, strong, text, type Block } from './block.ts'

/** The steps to an active account, as a ticket: the same words as on a sheet. */
export function activationStepsTicket(model: ActivationStepsModel): Block[] {
  return [
    large(model.issuer.brand, 2),
    centred(model.issuer.legalName),
    gap,
    { kind: 'text', text: model.title, bold: true, centred: true },
    centred(model.note),
    rule,
    text(model.registered),
    gap,
    centred(model.sentTo),
    large(model.email, 2),
    centred(model.until),
    rule,
    ...model.facts.map(({ label, value }): Block => ({ kind: 'fact', label, value })),
    rule,
    strong(model.how),
    ...model.steps.map((step, index) => text(`${index + 1}. ${step}`)),
    gap,
    strong(model.otherwise),
    ...model.again.map(text),
    rule,
    strong(model.warning),
  ]
}
