import type { Task } from '#features/tasks/contract.ts'
import { TaskLine } from '#features/tasks/web/index.ts'
import { text } from './text.ts'

export const AnswerTask = ({ task }: { task: Task }) => (
  <TaskLine task={task} title={text.task('')} href={`/indsigt/${task.about.requestId}`} />
)
