import { useState } from 'react'
import { Button, Columns, Empty, Lines, Page, Select, Show, Stack, ToggleChips, useToday } from '#kernel/ui/index.ts'
import { useAddressWord, useRead } from '#kernel/web/index.ts'
import { type Opened, plan, type Task } from '../contract.ts'
import { byDay, byIdOf, lateDays } from '../rules.ts'
import { OpenedNotice } from './OpenedNotice.tsx'
import { Sides } from './Sides.tsx'
import { TaskDialog } from './TaskDialog.tsx'
import { TaskLine } from './TaskLine.tsx'
import { text } from './text.ts'

const filterNames = ['open', 'mine', 'late', 'over'] as const
type FilterName = (typeof filterNames)[number]
const ALL = 'alle'
const PROJECT = 'projektet'

const isOver = ({ state }: Task) => state === 'done' || state === 'dropped'
const passes = (name: FilterName, task: Task, today: string): boolean =>
  ({
    open: !isOver(task),
    mine: task.isMine && !isOver(task),
    late: lateDays(task, today) > 0,
    over: isOver(task),
  })[name]

/** Every task one may see, by day; those of one unit, one's own, what is late. */
export function TasksPage() {
  const tasks = useRead(plan.tasks, {})
  const [unit] = useAddressWord('enhed', ALL)
  const [isAdding, setAdding] = useState(false)
  const plans = useRead(plan.plans, {}, { staleMs: 60_000 })
  const first = plans.data?.[0]
  const unitId = unit === ALL || unit === PROJECT ? null : unit
  const mayAdd =
    first &&
    (first.permitted.includes('keep') ||
      (unitId && tasks.data?.some((task) => task.unitId === unitId && task.permitted.includes('act'))))
  const add = mayAdd && (
    <Button kind="primary" onPress={() => setAdding(true)}>
      {text.addTask}
    </Button>
  )
  return (
    <Page title={text.title} lead={text.lead} actions={add}>
      <Stack gap={5}>
        <Sides side="tasks" />
        <Columns>
          <Show of={tasks} lines={8} empty={<Empty>{text.none}</Empty>}>
            {(known) => <Chosen tasks={known} />}
          </Show>
        </Columns>
      </Stack>
      {isAdding && first && (
        <TaskDialog planId={first.id} task={undefined} unitId={unitId} onClose={() => setAdding(false)} />
      )}
    </Page>
  )
}

function unitsOf(tasks: readonly Task[]) {
  const units = new Map(
    tasks.flatMap(({ unitId, unitName }) => (unitId && unitName ? [[unitId, unitName] as const] : [])),
  )
  const named = [...units].map(([id, label]) => ({ id, label })).sort((a, b) => a.label.localeCompare(b.label, 'da'))
  return [{ id: ALL, label: text.all }, { id: PROJECT, label: text.project }, ...named]
}

function Chosen({ tasks }: { tasks: readonly Task[] }) {
  const today = useToday()
  const [unit, setUnit] = useAddressWord('enhed', ALL)
  const [one] = useAddressWord('opgave', '')
  const [filter, setFilter] = useAddressWord('vis', 'open')
  const [opened, setOpened] = useState<readonly Opened[]>()
  const all = byIdOf(tasks)
  const here = tasks.filter((task) => unit === ALL || (unit === PROJECT ? task.unitId === null : task.unitId === unit))
  const rows = one
    ? tasks.filter(({ id }) => id === one)
    : here.filter((task) => passes(filter as FilterName, task, today))
  return (
    <Stack gap={4}>
      <Select label={text.unit} choices={unitsOf(tasks)} value={unit} onChange={setUnit} />
      <ToggleChips
        label={text.show}
        choices={filterNames.map((name) => ({
          id: name,
          label: text.filters[name],
          count: here.filter((task) => passes(name, task, today)).length,
        }))}
        value={[filter as FilterName]}
        onChange={([to]) => to && setFilter(to)}
      />
      <OpenedNotice opened={opened} />
      {rows.length === 0 ? (
        <Empty>{text.noTasks}</Empty>
      ) : (
        <Lines label={text.tabs.tasks}>
          {[...rows].sort(byDay).map((task) => (
            <li key={task.id}>
              <TaskLine task={task} all={all} onOpened={setOpened} />
            </li>
          ))}
        </Lines>
      )}
    </Stack>
  )
}
