import type { Task } from '#features/tasks/contract.ts'
import { TaskLine } from '#features/tasks/web/index.ts'
import { shortDayWords, useToday } from '#kernel/ui/index.ts'
import { text } from './text.ts'

/** In the list of tasks: look-ups to judge. */
export function ReviewTask({ task }: { task: Task }) {
  const today = useToday()
  const { kind = '', from = task.dueOn, to = task.dueOn } = task.about
  const title = text.reviewTask(kind, shortDayWords(from, today), shortDayWords(to, today))
  return <TaskLine task={task} title={title} href={`/log/opfoelgning/${task.id}`} />
}
