import { failure, success, type Result } from '../../../shared/result.ts'
import { takeNumberByJobs } from '../../cache/queries/copyNumbers.ts'
import { findZone } from '../../cache/queries/zones.ts'
import { activationStepsModel, type ActivationStepsModel } from '../activationSteps/activationStepsModel.ts'
import { SHEETS_FOR_ANYBODY, type DocumentType, type DrawingParts, type Refs } from '../documentType.ts'
import type { Media } from '../drawnDocument.ts'
import { mediaOf } from '../media.ts'
import { printedAt } from '../printedOn.ts'
import { drawnTicket } from '../tickets/drawnTicket.ts'
import { activationStepsTicket } from '../tickets/activationStepsTicket.ts'

/**
 * For whoever activates their account later. What stands on it is in the main process's memory, for the visit: neither the job nor the page can say
 * what is printed under the company's name. Problems: not-found.
 */
export const activationSteps: DocumentType<'activationSteps'> = {
  authorize: ({ begunId }, { begun }) => (begun.get()?.begunId === begunId ? success({ accountId: null, name: '' }) : failure({ code: 'not-found' })),
  accountOf: () => null,
  countedBy: ({ begunId }) => begunId,
  takeCopyNumber: takeNumberByJobs('activationSteps'),
  mostPerDay: SHEETS_FOR_ANYBODY,
  givenOnce: true,
  auditSubject: () => ({}),
  fileName: 'Pasos para activar su cuenta',
  draw: {
    async documents(ref, _rendition, parts) {
      const made = modelOf(ref, parts)
      if (!made.ok) return made
      const { pdf, sheets } = await parts.drawing.drawActivationSteps(made.value.model)
      return success({ bytes: pdf, sheets, kind: 'activationSteps', media: made.value.media })
    },
    async tickets(ref, _rendition, parts) {
      const made = modelOf(ref, parts)
      return made.ok ? drawnTicket('activationSteps', activationStepsTicket(made.value.model), parts) : made
    },
  },
}

/** A job that is drawn when its visitor has gone finds nothing, or another's registration, which is not its own. */
function modelOf({ begunId }: Refs['activationSteps'], { db, clock, begun }: DrawingParts): Result<{ model: ActivationStepsModel; media: Media }> {
  const registration = begun.get()
  const zone = registration?.begunId === begunId ? findZone(db, registration.zoneId) : null
  if (!registration || !zone) return failure({ code: 'not-found' })
  const printedOn = printedAt(clock.now(), zone.timeZone)
  return success({ model: activationStepsModel({ sent: registration.sent, zone, printedOn }), media: mediaOf(zone) })
}
