import type { Task } from '#features/tasks/contract.ts'
import { TaskLine } from '#features/tasks/web/index.ts'
import { text } from './text.ts'

export const CertificationTask = ({ task }: { task: Task }) => (
  <TaskLine
    task={task}
    title={task.kind === 'certification.floor' ? text.taskFloor : text.taskAbove}
    href={`/rettigheder/${task.about.roundId}`}
  />
)
