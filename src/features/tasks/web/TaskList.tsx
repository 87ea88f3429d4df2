import { Lines } from '#kernel/ui/index.ts'
import { Panels } from '#kernel/web/index.ts'
import type { Task } from '../contract.ts'

/** Each task as its own feature draws it. */
export const TaskList = ({ rows }: { rows: readonly Task[] }) => (
  <Lines>
    {rows.map((task) => (
      <li key={task.id}>
        <Panels slot={`task.${task.kind}`} task={task} />
      </li>
    ))}
  </Lines>
)
