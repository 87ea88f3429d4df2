import { right } from '#features/org/server/index.ts'

/** Answer for the rights of others at one's unit; a leader for those of the floor, an administrator for all. */
export const mayAnswer = right('certification.answer', ['unit-leader', 'administrator'])
export const mayBegin = right('certification.begin', ['administrator'])
