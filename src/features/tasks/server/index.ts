import type { UseCase } from '#kernel/server/use-case.ts'
import { done } from './done.ts'
import { myTasks, tasksDoneAt, tasksOfUnit } from './lists.ts'

export {
  addTask,
  closeTask,
  handOn,
  type NewTask,
  type OpenTask,
  remindOverdue,
  type StandingTask,
  taskById,
} from './keep-tasks.ts'
export { ofTask } from './permissions.ts'
export { tasksTold } from './told.ts'

export const tasksUseCases: readonly UseCase[] = [myTasks, tasksOfUnit, tasksDoneAt, done]
