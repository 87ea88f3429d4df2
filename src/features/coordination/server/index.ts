import type { UseCase } from '#kernel/server/use-case.ts'
import { hours, myWork, places } from './hours.ts'
import { addPurpose, changePurpose, changeWork, logWork } from './keep.ts'

export { minutesWorked } from './worked.ts'

export const coordinationUseCases: readonly UseCase[] = [
  places,
  hours,
  myWork,
  addPurpose,
  changePurpose,
  logWork,
  changeWork,
]
