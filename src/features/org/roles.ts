/** Roles a municipality gives its people. What each may do stands in the permissions of each feature. */
export const roles = [
  'unit-leader',
  'support-worker',
  'night-worker',
  'temp-worker',
  'health-worker',
  'specialist',
  'office',
  'administrator',
  'coordinator',
  'privacy-officer',
  'unit-contact',
  'super-user',
  'steering',
  'buyer',
  'evaluator',
] as const
export type Role = (typeof roles)[number]

/** Those who work with citizens. A specialist is a psychologist, an occupational therapist, a workshop leader. */
export const careRoles = [
  'unit-leader',
  'support-worker',
  'night-worker',
  'temp-worker',
  'health-worker',
  'specialist',
] as const satisfies readonly Role[]

/** Of these, those who follow a citizen's health from shift to shift. */
export const healthRoles = [
  'unit-leader',
  'support-worker',
  'night-worker',
  'temp-worker',
  'health-worker',
] as const satisfies readonly Role[]

/** Those who choose a system and bring it into use; most of them work with citizens as well, in another role. */
export const rolloutRoles = [
  'coordinator',
  'unit-contact',
  'super-user',
  'steering',
  'buyer',
  'evaluator',
] as const satisfies readonly Role[]

/** Those who bring a unit from its answers to daily use, and see how far it is. */
export const bringingRoles = [
  'coordinator',
  'steering',
  'unit-contact',
  'unit-leader',
  'super-user',
] as const satisfies readonly Role[]
export const bringsIntoUse = (held: readonly string[]): boolean => bringingRoles.some((role) => held.includes(role))

/** What a unit's leader may give others in the unit: never the right to lead or to give rights. */
export const staffRoles = [
  'support-worker',
  'night-worker',
  'temp-worker',
  'health-worker',
  'specialist',
  'office',
] as const satisfies readonly Role[]
