import type { Task } from '#features/tasks/contract.ts'
import { TaskLine } from '#features/tasks/web/index.ts'
import { text } from './text.ts'

/** In the data protection officer's list of tasks: what somebody suspects. It is closed right there. */
export const MisuseTask = ({ task }: { task: Task }) => (
  <TaskLine task={task} title={text.misuseTask} href="/log" outcomes={text.misuseOutcomes} />
)
