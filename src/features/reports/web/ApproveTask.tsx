import type { Task } from '#features/tasks/contract.ts'
import { TaskLine } from '#features/tasks/web/index.ts'
import { text } from './text.ts'

export const ApproveTask = ({ task }: { task: Task }) => (
  <TaskLine
    task={task}
    title={text.taskApprove}
    href={`/borger/${task.about.citizenId}/plan/status/${task.about.reportId}`}
  />
)
