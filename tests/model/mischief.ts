import type { FaultKind, FaultOptions } from '../../electron/sandbox/faults.ts'
import type { Sandbox } from '../../electron/sandbox/server.ts'
import type { Dice } from './dice.ts'

const everywhere = undefined
const aimed = [everywhere, /\/v1\/commands/, /\/v1\/changes$/, /\/oauth\/token/, /\/v1\/branch/]

const refusals: readonly FaultOptions[] = [
  { status: 500 },
  { status: 502, retryAfter: 'mañana' },
  { status: 503, retryAfter: '0' },
  { status: 503, retryAfter: '1' },
  { status: 429, retryAfter: '1' },
]

const mischiefs: readonly ((dice: Dice) => [FaultKind | null, FaultOptions?])[] = [
  () => [null],
  () => [null],
  () => ['lostReply', { paths: /\/v1\/commands/ }],
  (dice) => ['lostReply', { paths: /\/v1\/commands/, times: 1 + dice.below(3) }],
  (dice) => ['down', { paths: dice.pick(aimed), times: dice.below(8) }],
  (dice) => ['status', { paths: dice.pick(aimed), times: dice.below(5), ...dice.pick(refusals) }],
  (dice) => ['slow', { paths: dice.pick(aimed), delayMilliseconds: dice.below(150) }],
  (dice) => ['slow', { paths: dice.pick(aimed), dripBytes: 64 + dice.below(2_000), dripMilliseconds: 1, times: 2 }],
  (dice) => ['truncated', { paths: dice.pick(aimed), endsProperly: dice.chance(0.5), times: dice.below(4) }],
  (dice) => ['garbage', { paths: dice.pick(aimed), times: dice.below(4) }],
]

/** Lets the utility misbehave in some way, or stop misbehaving. */
export function misbehave({ faults }: Sandbox, dice: Dice): void {
  faults.set(...dice.pick(mischiefs)(dice))
}
