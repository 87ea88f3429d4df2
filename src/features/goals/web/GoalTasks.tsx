import type { Task } from '#features/tasks/contract.ts'
import { TaskLine } from '#features/tasks/web/index.ts'
import { text } from './text.ts'

export const EvaluateTask = ({ task }: { task: Task }) => (
  <TaskLine task={task} title={text.taskEvaluate} href={`/borger/${task.about.citizenId}/plan/${task.about.goalId}`} />
)

export const FollowUpTask = ({ task }: { task: Task }) => (
  <TaskLine
    task={task}
    title={text.taskFollowUp(task.about.weeks ?? '')}
    href={`/borger/${task.about.citizenId}/plan`}
  />
)
