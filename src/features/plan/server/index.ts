import type { UseCase } from '#kernel/server/use-case.ts'
import { begin } from './begin.ts'
import { endCalendar, makeCalendar, myCalendar } from './calendar.ts'
import { keepAbsence, keepEngagement, nameHolder } from './people.ts'
import { board, places, plans, tasks } from './read.ts'
import { addTask, changeTask, moveOn } from './tasks.ts'
import { addWave, changeTemplate, joinWave, moveWave } from './waves.ts'

export { calendarOf, planRoutes } from './calendar.ts'
export { planEffects } from './effects.ts'
export { firstGoLive, goLiveOf } from './go-live.ts'
export { planDated, planKinds, planLoose, planTaskKind, waveKind } from './node-kinds.ts'

export const planUseCases: readonly UseCase[] = [
  places,
  plans,
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
