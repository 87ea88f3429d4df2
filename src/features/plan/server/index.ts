import type { UseCase } from '#kernel/server/use-case.ts'
import { begin } from './begin.ts'
import type { BookingSource } from './bookings.ts'
import { endCalendar, makeCalendar, myCalendar } from './calendar.ts'
import { keepAbsence, keepEngagement, nameHolder } from './people.ts'
import { board, places, plans, tasks } from './read.ts'
import { addTask, changeTask, moveOn } from './tasks.ts'
import { addWave, changeTemplate, joinWave, moveWave } from './waves.ts'

export type { BookingSource } from './bookings.ts'
export { calendarOf, planRoutes } from './calendar.ts'
export { planEffects } from './effects.ts'
export { planFollowings } from './follow-answers.ts'
export { firstGoLive, goLiveOf } from './go-live.ts'
export { askForNewDay, noNewDay } from './new-day.ts'
export { planDated, planKinds, planLoose, planTaskKind, waveKind } from './node-kinds.ts'

/** `bookings`: what features above have booked people for, told of where the plan looks ahead. */
export const planUseCases = (bookings: readonly BookingSource[]): readonly UseCase[] => [
  places,
  plans(bookings),
  tasks,
  board,
  begin,
  addWave,
  moveWave,
  joinWave,
  changeTemplate,
  addTask,
  changeTask,
  moveOn,
  nameHolder,
  keepAbsence,
  keepEngagement,
  myCalendar,
  makeCalendar,
  endCalendar,
]
