import { useUnit } from '#features/org/web/index.ts'
import { dayOf } from '#kernel/lang/day.ts'
import { DayText, Empty, Lines, Page, Show, Stack, Tabs } from '#kernel/ui/index.ts'
import { Panels, useRead } from '#kernel/web/index.ts'
import { type DoneTask, tasks } from '../contract.ts'
import { TaskList } from './TaskList.tsx'
import { text } from './text.ts'

/** Everything that is mine to do; for the leader also what others at the unit have, and what came of it. */
export function TasksPage() {
  const unit = useUnit()
  const mine = useRead(tasks.mine, {}, { live: ['tasks', unit?.id] })
  const own = (
    <Show of={mine} empty={<Empty>{text.nothing}</Empty>}>
      {(rows) => <TaskList rows={rows} />}
    </Show>
  )
  const ofUnit = useRead(tasks.ofUnit, { unitId: unit?.id ?? '' }, { enabled: unit !== undefined })
  if (!unit || ofUnit.data === undefined) return <Page title={text.title}>{own}</Page>
  return (
    <Page title={text.title} lead={unit.name}>
      <Tabs
        label={text.title}
        items={[
          { id: 'mine', label: text.mine, content: own },
          {
            id: 'unit',
            label: text.ofUnit,
            content: (
              <Show of={ofUnit} empty={<Empty>{text.nothingAtUnit}</Empty>}>
                {(rows) => <TaskList rows={rows} />}
              </Show>
            ),
          },
          { id: 'closed', label: text.closed, content: <Closed unitId={unit.id} /> },
        ]}
      />
    </Page>
  )
}

function Closed({ unitId }: { unitId: string }) {
  const rows = useRead(tasks.doneAt, { unitId })
  return (
    <Show of={rows} empty={<Empty>{text.nothingClosed}</Empty>}>
      {(done) => (
        <Lines>
          {done.map((task) => (
            <li key={task.id}>
              <ClosedLine task={task} />
            </li>
          ))}
        </Lines>
      )}
    </Show>
  )
}

const ClosedLine = ({ task }: { task: DoneTask }) => (
  <Stack gap={1}>
    <Panels slot={`task.${task.kind}`} task={task} />
    <small>
      {text.closedBy(task.doneByName)} <DayText day={dayOf(task.doneAt)} />
      {task.note && ` · ${task.note}`}
    </small>
  </Stack>
)
