import type { UseCase } from '#kernel/server/use-case.ts'
import { checkIn, mark, participants } from './attendance.ts'
import { competences, grantCompetence } from './competences.ts'
import { addCourse, changeCourse, courses, places } from './courses.ts'
import { coverage, missing, needs, seats } from './coverage.ts'
import { enrol, invite, takeOff } from './enrol.ts'
import { exercises, makeExercise, passExercise, refreshExercise } from './exercises.ts'
import { answerSwap, appointment, askSwap, briefed, mine, updates } from './mine.ts'
import { cancelSession, changeSession, openSession, planSession, sessions } from './sessions.ts'

export { sessionBookings } from './bookings.ts'
export { draftCourse } from './draft-course.ts'
export { trainingEffects } from './effects.ts'
export { courseKind, exerciseKind, sessionKind, trainingDated, trainingKinds, trainingLoose } from './node-kinds.ts'
export { groupOf as offerGroupOf } from './set-up.ts'
export { coverageOf, coverageRows, minutesTaught } from './staff.ts'

export const trainingUseCases: readonly UseCase[] = [
  places,
  courses,
  addCourse,
  changeCourse,
  exercises,
  makeExercise,
  refreshExercise,
  passExercise,
  sessions,
  planSession,
  changeSession,
  cancelSession,
  openSession,
  participants,
  invite,
  enrol,
  takeOff,
  mark,
  checkIn,
  mine,
  askSwap,
  answerSwap,
  updates,
  briefed,
  coverage,
  missing,
  needs,
  seats,
  competences,
  grantCompetence,
  appointment,
]
