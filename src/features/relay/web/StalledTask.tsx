import type { Task } from '#features/tasks/contract.ts'
import { TaskLine } from '#features/tasks/web/index.ts'
import type { Step } from '../rules.ts'
import { text } from './text.ts'

const hrefOf = { release: '/kommunikation', 'pass-on': '/beskeder', reach: '/beskeder', own: '/beskeder' } as const

/** Told to the next role: what stalled, never who. */
export function StalledTask({ task }: { task: Task }) {
  const step = task.about.step as Step
  return <TaskLine task={task} title={text.stalledTasks[step]} href={hrefOf[step]} outcomes={text.stalledOutcomes} />
}

export const ByPassTask = ({ task }: { task: Task }) => (
  <TaskLine task={task} title={text.byPassTask} href="/kommunikation" outcomes={text.byPassOutcomes} />
)
