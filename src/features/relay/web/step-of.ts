import type { Instant } from '#kernel/lang/day.ts'
import type { Leg, Message } from '../contract.ts'

export const stepNames = ['release', 'pass-on', 'reach', 'over'] as const
export type StepName = (typeof stepNames)[number]

/** Where a message is: with the coordinator, with a contact anywhere, with employees, or over. */
export function stepOf({ state, legs }: Message): StepName {
  if (state === 'with-coordinator') return 'release'
  if (state !== 'released') return 'over'
  if (legs.some(({ relayedAt }) => relayedAt === null)) return 'pass-on'
  return legs.every(({ reachDueAt, reachedAt }) => reachDueAt === null || reachedAt !== null) ? 'over' : 'reach'
}

const isPast = (due: Instant | null, now: Instant): boolean => due !== null && Date.parse(due) < Date.parse(now)

export const isLegStalled = ({ relayedAt, contactDueAt, reachedAt, reachDueAt, share }: Leg, now: Instant): boolean =>
  relayedAt === null ? isPast(contactDueAt, now) : reachedAt === null && share !== null && isPast(reachDueAt, now)

/** A step's time is up. */
export const isStalled = (message: Message, now: Instant): boolean =>
  message.state === 'with-coordinator'
    ? isPast(message.releaseDueAt, now)
    : message.state === 'released' && message.legs.some((leg) => isLegStalled(leg, now))
