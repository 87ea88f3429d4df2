import { right } from '#features/org/server/index.ts'

/** Those who may meet a citizen in distress. A temp calls a colleague. */
export const mayOpenEmergency = right('access.emergency', [
  'unit-leader',
  'support-worker',
  'night-worker',
  'health-worker',
])
/** See and review the emergency accesses about a unit's citizens. */
export const mayOversee = right('access.oversee', ['unit-leader', 'privacy-officer'])
export const mayDecide = right('access.decide', ['administrator'])

/** Whoever works here lets a temp in; a temp does not let in another. */
export const mayLetIn = right('access.let-in', ['unit-leader', 'support-worker', 'night-worker', 'health-worker'])
export const mayDelegate = right('access.delegate', ['unit-leader', 'health-worker'])
