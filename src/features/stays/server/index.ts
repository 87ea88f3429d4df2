import type { UseCase } from '#kernel/server/use-case.ts'
import { attendanceToday, markAttendance } from './attendance.ts'
import { closeStay } from './close-stay.ts'
import { moveStay } from './move-stay.ts'
import { openStay } from './open-stay.ts'
import { staysAtUnit, staysOfCitizen, staysOfUnit } from './stay-lists.ts'

export { mayReadStay } from './permissions.ts'
export { stayChanges } from './stay-changes.ts'
export { staysTold } from './told.ts'

export const staysUseCases: readonly UseCase[] = [
  staysAtUnit,
  staysOfUnit,
  staysOfCitizen,
  openStay,
  closeStay,
  moveStay,
  markAttendance,
  attendanceToday,
]
